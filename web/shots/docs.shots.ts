import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { test } from "../e2e/world";

const TO = fileURLToPath(new URL("../../docs/images/", import.meta.url));

async function take(page: Page, address: string, name: string, full = false): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const frames = page.locator(".map-frame");
  for (let n = 0; n < (await frames.count()); n++)
    await page.waitForSelector(`.map-frame >> nth=${n} >> :scope[data-idle]`, { state: "attached" }).catch(() => undefined);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${TO}${name}.png`, fullPage: full });
}

test("overview, light", async ({ page, server }) => take(page, `${server.address}#/overview?on=2024-12-01`, "overview"));

test("overview, dark", async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, `${server.address}#/overview?on=2024-12-06`, "overview-dark");
});

test("overview, phone", async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, `${server.address}#/overview?on=2024-11-29`, "overview-phone");
});

test("an event", async ({ page, server }) => {
  await page.goto(`${server.address}#/events?sort=-sources`);
  const first = page.locator("main a[href^='#/event/']").first();
  await first.waitFor();
  await take(page, `${server.address}${await first.getAttribute("href")}`, "event");
});

test("a place", async ({ page, server }) => take(page, `${server.address}#/place/Hama`, "place"));

test("an actor", async ({ page, server }) => take(page, `${server.address}#/actor/Syrian%20Democratic%20Forces`, "actor"));

test("a record for review", async ({ page, server }) => {
  await page.goto(`${server.address}#/review`);
  await page.getByLabel(/token/).fill(server.token);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("region", { name: "What the names were taken for" }).waitFor();
  await page.keyboard.press("p");
  await page.screenshot({ path: `${TO}review.png` });
});

test("a document", async ({ page, server }) => {
  await page.goto(`${server.address}#/documents?text=offensive`);
  const first = page.locator("main a[href^='#/document/']").first();
  await first.waitFor();
  await take(page, `${server.address}${await first.getAttribute("href")}`, "document");
});
