import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./world";

const VIEWS = [
  "overview?on=2024-12-01",
  "events",
  "places",
  "actors",
  "disputes",
  "sources",
  "documents",
  "review",
  "method",
  "search?q=Hama",
];

for (const colorScheme of ["light", "dark"] as const)
  for (const view of VIEWS)
    test(`axe finds nothing serious: ${view}, ${colorScheme}`, async ({ page, server }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${server.address}#/${view}`);
      await expect(page.locator("h1").first()).toBeAttached();
      await page.waitForLoadState("networkidle");
      const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      const serious = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
      expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
    });

test("one event, place, actor and document stand the same test", async ({ page, server }) => {
  for (const [list, one] of [
    ["events", "event"],
    ["places", "place"],
    ["actors", "actor"],
    ["documents", "document"],
  ]) {
    await page.goto(`${server.address}#/${list}`);
    await page.locator(`main a[href^='#/${one}/']`).first().click();
    await page.waitForLoadState("networkidle");
    const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    const serious = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
    expect(serious.map((v) => `${one} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
  }
});

test("nothing is wider than a phone", async ({ page, server }) => {
  await page.setViewportSize({ width: 375, height: 760 });
  for (const view of VIEWS) {
    await page.goto(`${server.address}#/${view}`);
    await page.waitForLoadState("networkidle");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, view).toBeLessThanOrEqual(1);
  }
});
