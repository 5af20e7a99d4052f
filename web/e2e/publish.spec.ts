// The published folder in a browser: on a host of files, without a server, and then without any host at all.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Host } from "./host";
import { expect, test } from "./world";

/** Everything the page asks for, and everything it complains of. */
function watch(page: Page): { asked: string[]; said: string[] } {
  const [asked, said]: [string[], string[]] = [[], []];
  page.on("request", (request) => /^(?:https?|wss?):/.test(request.url()) && asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && said.push(`${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => said.push(String(error)));
  return { asked, said };
}

const first = (page: Page, kind: string) => page.locator(`main a[href^='#/${kind}/']`).first();

async function browse(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.address}#/overview?on=2024-11-28`);
  await expect(page.locator(".map-frame[data-idle]")).toBeVisible();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.locator(".strip-day")).not.toContainText("28 November 2024");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("region", { name: "The day's happenings" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/#\/event\/h-/);
  await expect(page.locator(".evidence mark").first()).not.toBeEmpty();
  await page.locator(".evidence a[href^='#/document/']").first().click();
  await expect(page.locator("main h1")).toBeVisible();
}

for (const profile of ["public", "internal"] as const)
  test(`the ${profile} folder is browsed without asking any other host`, async ({ page, site, ours }) => {
    const host = profile === "public" ? site : ours;
    const { asked, said } = watch(page);
    await browse(page, host);
    await expect(page.getByText("The full text is withheld here")).toBeVisible({ visible: profile === "public" });
    for (const [list, one] of [
      ["places", "place"],
      ["actors", "actor"],
    ] as const) {
      await page.goto(`${host.address}#/${list}`);
      const name = (await first(page, one).textContent()) ?? "";
      await first(page, one).click();
      await expect(page.locator("main h1")).toHaveText(name);
    }
    for (const view of ["sources", "disputes", "method", "events?text=captured&sort=-sources"]) {
      await page.goto(`${host.address}#/${view}`);
      await expect(page.locator("main h1")).toBeVisible();
      await expect(page.getByText(/^Reading /)).toHaveCount(0);
      await expect(page.getByRole("alert")).toHaveCount(0);
    }
    await page.keyboard.press("/");
    await page.keyboard.type("Atarib");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "event" }).getByRole("link").first()).toBeVisible();
    expect(asked.filter((url) => !url.startsWith(host.address))).toEqual([]);
    expect(said).toEqual([]);
  });

test("it says what it is, what was withheld, and of which day", async ({ page, site }) => {
  await page.goto(`${site.address}#/method`);
  const told = page.getByRole("region", { name: "What is published" });
  await expect(told).toContainText("public profile");
  await expect(told).toContainText(/\d+ names that may be a person's/);
  await expect(page.getByRole("contentinfo")).toContainText("Withheld");
  await expect(page.getByRole("link", { name: "Review" })).toHaveCount(0);
  await expect(page.locator("output.fixed")).toHaveText(/^2024-12-\d\d$/);
  await expect(page.getByLabel("as known on")).toHaveCount(0);
  await page.goto(`${site.address}#/events?known=2024-11-29`);
  await expect(page.getByText("The link asks for what was known on 2024-11-29")).toBeVisible();
  await page.goto(`${site.address}#/review`);
  await expect(page.getByText("A published record takes no decisions")).toBeVisible();
});

test("what has been read stays when the host is gone", async ({ page, context, site }) => {
  await page.goto(`${site.address}#/overview?on=2024-11-28`);
  await expect(page.locator(".map-frame[data-idle]")).toBeVisible();
  await page.getByRole("region", { name: "The day's happenings" }).getByRole("link").first().waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: "A day later" }).click();
  await expect(page.getByRole("region", { name: "The day's happenings" }).getByRole("heading", { level: 2 })).toHaveText(
    "29 November 2024",
  );
  await expect(page.getByRole("region", { name: "The day's happenings" }).getByRole("link").first()).toBeVisible();
  await page.goto(`${site.address}#/documents`);
  await expect(page.getByRole("alert")).toContainText("Could not read");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("axe finds nothing serious in what is published", async ({ page, site }) => {
  for (const view of ["overview?on=2024-12-01", "events", "place/Hama", "method", "search?q=Hama"]) {
    await page.goto(`${site.address}#/${view}`);
    await expect(page.locator("h1").first()).toBeAttached();
    await page.waitForLoadState("networkidle");
    const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    const serious = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
    expect(serious.map((v) => `${view} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
  }
});
