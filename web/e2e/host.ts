// A host of files that knows nothing else: what a published folder must do with.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Where the folder lies on its host: never at the root, so that no address may count on that. */
const UNDER = "/news/the-war/";

export interface Host {
  readonly address: string;
  close(): void;
}

export async function hostOf(folder: string): Promise<Host> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const name = normalize(path.slice(UNDER.length) || "index.html");
    const body = path.startsWith(UNDER) && !name.startsWith("..") ? await readFile(join(folder, name)).catch(() => null) : null;
    response
      .writeHead(body ? 200 : 404, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream" })
      .end(body ?? "no such file");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${UNDER}`, close: () => server.close() };
}
