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
