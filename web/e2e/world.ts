// The world of the tests: the example monitor read by the real command, and the real server on it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Host, hostOf } from "./host";

export const COMMAND = process.env.WARLEDGER ?? "../.venv/bin/warledger";

export interface Server {
  readonly address: string;
  readonly token: string;
}

interface World {
  readonly folder: string;
  readonly server: Server;
  readonly site: Host;
  readonly ours: Host;
}

/** The record published in a profile, on a host of files. */
async function published(folder: string, profile: string, use: (host: Host) => Promise<void>): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "warledger-site-"));
  execFileSync(COMMAND, ["publish", folder, out, "--profile", profile], { stdio: "ignore" });
  const host = await hostOf(out);
  await use(host);
  host.close();
  rmSync(out, { recursive: true, force: true });
}

/** Waits until the server has said where it is and which token it takes. */
export function started(child: ChildProcess): Promise<Server> {
  return new Promise((found, failed) => {
    let said = "";
    child.stderr?.on("data", (part: Buffer) => {
      said += part.toString();
      const address = /http:\/\/\S+?\/(?=\s|api)/.exec(said)?.[0];
      const token = /token[^:]*: (\S+)/i.exec(said)?.[1];
      if (address && token) found({ address, token });
    });
    child.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** `folder` holds the example, read; `server` serves it, `site` and `ours` are it as published for anybody and with all in it. `offHost` collects every request to anything else. */
export const test = base.extend<{ offHost: string[] }, World>({
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "warledger-page-"));
      execFileSync(COMMAND, ["demo", join(folder, "demo")], { stdio: "ignore" });
      await use(join(folder, "demo"));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  server: [
    async ({ folder }, use) => {
      const child = spawn(COMMAND, ["serve", folder, "--port", "0", "--review", "--by", "tester"], { stdio: ["ignore", "ignore", "pipe"] });
      const server = await started(child);
      await use(server);
      child.kill();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  site: [({ folder }, use) => published(folder, "public", use), { scope: "worker", timeout: 60_000 }],
  ours: [({ folder }, use) => published(folder, "internal", use), { scope: "worker", timeout: 60_000 }],
  offHost: [
    async ({ page }, use) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && !["localhost", "127.0.0.1"].includes(hostname)) asked.push(request.url());
      });
      await use(asked);
      base.expect(asked, "requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;
