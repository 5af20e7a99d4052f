import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./world";

test("a reviewer decides by keyboard, and takes it back", async ({ page, server }) => {
  await page.goto(`${server.address}#/review`);
  await page.getByLabel(/token/).fill(server.token);
  await page.getByRole("button", { name: "Begin" }).click();
  const words = page.locator(".evidence mark");
  await expect(words.first()).toBeVisible();
  const first = (await words.first().textContent()) ?? "";
  await page.keyboard.press("r");
  await expect(page.getByRole("status").filter({ hasText: "rejected" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
  await expect(words.first()).toHaveText(first);
});

test("without the token nothing is shown and nothing is taken", async ({ page, server, request }) => {
  await page.goto(`${server.address}#/review`);
  await page.getByLabel(/token/).fill("guessed");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  const answer = await request.post(`${server.address}api/v1/review/decisions`, { data: { verdict: "reject", target: "r-1" } });
  expect(answer.status()).toBe(401);
});

test("a name of a place is set in view of its candidates, and the dossier tells it", async ({ page, server }) => {
  await page.goto(`${server.address}#/review`);
  await page.getByLabel(/token/).fill(server.token);
  await page.getByRole("button", { name: "Begin" }).click();
  const names = page.getByRole("region", { name: "What the names were taken for" });
  await expect(names).toBeVisible();
  await page.keyboard.press("p");
  const which = page.getByRole("combobox", { name: /^The name/ });
  await expect(which).toBeFocused();
  const name = await which.inputValue();
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  expect(found.violations.filter((v) => v.impact === "serious" || v.impact === "critical")).toEqual([]);
  await page.getByRole("combobox", { name: /^It is/ }).selectOption("no place");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("status").filter({ hasText: "placed" })).toBeVisible();
  await expect(names.getByRole("listitem").filter({ hasText: `“${name}”` })).toContainText("not placed");
  await page.keyboard.press("u");
  await expect(names.getByRole("listitem").filter({ hasText: `“${name}”` })).not.toContainText("not placed");
});

test("a decision on what somebody else changed meanwhile is refused, and says so", async ({ page, server, request }) => {
  await page.goto(`${server.address}#/review`);
  await page.getByLabel(/token/).fill(server.token);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("region", { name: "What the names were taken for" })).toBeVisible();
  const target = await page.locator("article.evidence").first().getAttribute("id");
  const headers = { Authorization: `Bearer ${server.token}` };
  const decide = (data: object) => request.post(`${server.address}api/v1/review/decisions`, { headers, data });
  const made = await (await decide({ verdict: "edit", target, changes: { places: ["Homs"] }, by: "another" })).json();
  await page.keyboard.press("r");
  await expect(page.getByRole("alert")).toContainText("no longer what you saw; nothing was decided");
  await expect(page.getByRole("region", { name: "Decided before" })).toContainText("edit by another");
  expect((await decide({ verdict: "undo", target: made.id })).status()).toBe(201);
});
