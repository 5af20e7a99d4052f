// Measures the page on the monitor in WARLEDGER_DIR: medians of a few loads, each in a browser that has nothing kept.
import { spawn } from "node:child_process";
import { type Browser, type Page, test } from "@playwright/test";
import { COMMAND, type Server, started } from "../e2e/world";

const FOLDER = process.env.WARLEDGER_DIR;
const TIMES = 5;
const DAYS = 12;
/** Milliseconds between two days, as when they are played. */
const REST = 800;

const median = (taken: number[]): number => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;

function tell(what: string, taken: number[], bar: number): void {
  const most = Math.max(...taken);
  console.log(`  ${what.padEnd(44)}${median(taken).toFixed(0).padStart(7)} ms, at most ${most.toFixed(0)} (asked: ${bar})`);
}

/** Milliseconds from the first request until the brief can be read and until the map has drawn everything. */
async function load(browser: Browser, address: string): Promise<[number, number]> {
  const page = await (await browser.newContext()).newPage();
  const start = performance.now();
  await page.goto(`${address}#/overview`);
  await page.locator(".overview-brief section:not(:has([role=status])) h2").first().waitFor();
  const brief = performance.now() - start;
  await page.locator(".map-frame[data-idle]").first().waitFor({ state: "attached", timeout: 120_000 });
  const idle = performance.now() - start;
  await page.context().close();
  return [brief, idle];
}

/** Milliseconds each step of a day takes: from the slider's move to the frame after which the day's happenings stand in the brief, and
 * until the map has drawn them. */
async function steps(page: Page): Promise<[number, number][]> {
  const taken: [number, number][] = [];
  for (let n = 0; n < DAYS; n++) {
    taken.push(
      await page.evaluate(
        () =>
          new Promise<[number, number]>((done) => {
            const brief = document.querySelector(".overview-brief section");
            const map = document.querySelector(".map-frame");
            const was = brief?.querySelector("h2")?.textContent;
            const start = performance.now();
            let read = 0;
            const seen = (): void => {
              const now = performance.now() - start;
              const there = brief?.querySelector("h2")?.textContent !== was && !brief?.querySelector("[role=status]");
              if (there && !read) read = now;
              if (read && now > read && map?.hasAttribute("data-idle")) done([read, now]);
              else requestAnimationFrame(seen);
            };
            const slider = document.querySelector<HTMLInputElement>(".strip-slider");
            if (slider) slider.value = String(Number(slider.value) - 1);
            slider?.dispatchEvent(new Event("input", { bubbles: true }));
            requestAnimationFrame(seen);
          }),
      ),
    );
    await page.waitForTimeout(REST);
  }
  return taken;
}

test("the page on many reports", async ({ browser }) => {
  test.skip(!FOLDER, "WARLEDGER_DIR names no monitor");
  const child = spawn(COMMAND, ["serve", FOLDER as string, "--port", "0", "--review", "--by", "pace"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const server: Server = await started(child);
    const first = await load(browser, server.address);
    console.log(`  first load after the server's start: brief ${first[0].toFixed(0)} ms, map idle ${first[1].toFixed(0)} ms`);
    const loads: [number, number][] = [];
    for (let n = 0; n < TIMES; n++) loads.push(await load(browser, server.address));
    tell(
      "brief readable",
      loads.map(([brief]) => brief),
      2000,
    );
    tell(
      "map idle",
      loads.map(([, idle]) => idle),
      5000,
    );
    const page = await browser.newPage();
    await page.goto(`${server.address}#/overview`);
    await page.locator(".map-frame[data-idle]").first().waitFor({ state: "attached", timeout: 120_000 });
    const taken = await steps(page);
    tell(
      "another day: until its brief stands",
      taken.map(([brief]) => brief),
      150,
    );
    tell(
      "another day: until the map has drawn it",
      taken.map(([, map]) => map),
      150,
    );
  } finally {
    child.kill();
  }
});
