import { expect, test } from "./world";

test("from the map to the words: a day, an event, its evidence, the document", async ({ page, server }) => {
  await page.goto(`${server.address}#/overview?on=2024-11-28`);
  await expect(page.locator(".map-frame[data-idle]")).toBeVisible();
  const day = page.getByRole("region", { name: "The day's happenings" });
  await expect(day.getByRole("heading", { level: 2 })).toHaveText("28 November 2024");
  await day.getByRole("link").first().click();
  await expect(page).toHaveURL(/#\/event\/h-/);
  const card = page.locator(".evidence").first();
  const words = (await card.locator("mark").first().textContent()) ?? "";
  expect(words.length).toBeGreaterThan(10);
  await card.locator("a[href^='#/document/']").first().click();
  await expect(page.locator(".document-text mark.own").first()).toBeInViewport();
  await expect(page.locator(".document-text")).toContainText(words.slice(0, 20));
});

test("the days play, step and answer to the keyboard, and each is a link", async ({ page, server }) => {
  await page.goto(`${server.address}#/overview?on=2024-11-27`);
  await page.getByRole("button", { name: "Play" }).click();
  // Days go by faster than they are looked at: any later day will do.
  await expect(page.locator(".strip-day")).not.toContainText(/2[78] November 2024/);
  await page.getByRole("button", { name: "Pause" }).click();
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/on=2024-11-26/);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/on=2024-11-27/);
  await page.reload();
  await expect(page.locator(".strip-day")).toContainText("27 November 2024");
});

test("what is dated to several days is a bar of them, and counted with each of its days", async ({ page, server }) => {
  await page.goto(`${server.address}#/overview?on=2024-11-30`);
  await expect(page.locator(".strip-day")).toContainText(/\d+ more dated only around it/);
  const month = page.locator(".strip-vague i[title^='27 November 2024 – 8 December 2024']");
  const [bar, strip] = await Promise.all([month.boundingBox(), page.locator(".strip-vague").boundingBox()]);
  if (!bar || !strip) throw new Error("the bar is not there");
  // Of the fourteen days from 26 November to 9 December: the second to the thirteenth.
  expect(bar.x - strip.x).toBeCloseTo(strip.width / 14, 0);
  expect(bar.width).toBeCloseTo((strip.width * 12) / 14, 0);
});

test("a stretch of days is brushed and taken back", async ({ page, server }) => {
  await page.goto(`${server.address}#/overview?on=2024-11-30`);
  const box = await page.locator(".strip-picture").boundingBox();
  if (!box) throw new Error("the strip is not there");
  await page.mouse.move(box.x + box.width * 0.2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2024-11-\d\d.*to=2024-12-\d\d/);
  await page.getByRole("button", { name: "All days" }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test("a place tells who held it when, with the words", async ({ page, server }) => {
  await page.goto(`${server.address}#/places?text=hama`);
  await page.getByRole("link", { name: "Hama", exact: true }).click();
  await expect(page.getByRole("region", { name: "Control over time" }).getByRole("row")).not.toHaveCount(0);
  await expect(page.locator(".evidence").first()).toBeVisible();
});

test("the search finds by words from anywhere", async ({ page, server }) => {
  await page.goto(`${server.address}#/method`);
  await expect(page.getByRole("heading", { name: "Method and gaps" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("Atarib");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/search\?q=Atarib/);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});

test("what was known on a day leaves out what came later", async ({ page, server }) => {
  await page.goto(`${server.address}#/documents`);
  const count = async () => Number(((await page.getByRole("status").first().textContent()) ?? "").split(" ")[0]);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const all = await count();
  await page.getByLabel("as known on").fill("2024-11-29");
  await expect(page).toHaveURL(/known=2024-11-29/);
  await expect(page.getByText("As known on 2024-11-29")).toBeVisible();
  await expect.poll(count).toBeLessThan(all);
});

test("copies of one text are one witness, and their differences are shown", async ({ page, server }) => {
  await page.goto(`${server.address}#/sources`);
  await page.getByRole("region", { name: "Families" }).getByRole("link").first().click();
  await expect(page.getByRole("img", { name: "Which text came from which" })).toBeVisible();
  await page.getByRole("button", { name: "What the copy changes" }).first().click();
  await expect(
    page
      .locator(".diff, .muted")
      .filter({ hasText: /differences|the same/ })
      .first(),
  ).toBeVisible();
});

test("an actor tells its losses by source, whom it fights, and what is only guessed", async ({ page, server }) => {
  await page.goto(`${server.address}#/actor/Syrian%20government`);
  const losses = page.getByRole("region", { name: "Losses by source" });
  await expect(losses.getByRole("rowheader", { name: "The Almanac of Conflicts" })).toBeVisible();
  await expect(losses.getByRole("row").filter({ hasText: "220 killed" })).toContainText("running total");
  const ties = page.getByRole("region", { name: "Whom it fights and backs" });
  await ties
    .getByRole("link", { name: "Russia", exact: true })
    .or(ties.getByRole("link", { name: "Iran", exact: true }))
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Names and sides" })).toContainText("until 8 December 2024");
  await expect(page.getByRole("region", { name: "Whom it fights and backs" })).toContainText("Backs");
  await page.goto(`${server.address}#/actor/Araghchi`);
  await expect(page.getByRole("region", { name: "Guesses" })).toContainText("The same as Abbas Araghchi?");
  await page.goto(`${server.address}#/actor/Syrian%20government`);
  await losses.getByRole("link", { name: "the words" }).first().click();
  await expect(page.locator(".document-text mark.own").first()).toBeInViewport();
});

test("disputes are filtered by place, and lead to the words of both sides", async ({ page, server }) => {
  await page.goto(`${server.address}#/disputes`);
  const all = page.getByRole("article", { name: /^Disagreement/ });
  await expect(all.first()).toBeVisible();
  const before = await all.count();
  await page.getByLabel("Place").fill("Homs");
  await page.getByLabel("Place").press("Enter");
  await expect(page).toHaveURL(/place=Homs/);
  await expect.poll(() => all.count()).toBeLessThan(before);
  await expect(all.first().locator("blockquote")).toHaveCount(2);
  await all.first().locator("figcaption a").first().click();
  await expect(page.locator(".document-text mark.own").first()).toBeInViewport();
});

test("what is known only as an area is drawn as one, without a pin", async ({ page, server }) => {
  await page.goto(`${server.address}#/place/refugee%20camp%20in%20Idlib`);
  const frame = page.locator(".map-frame[data-idle]");
  const box = await frame.boundingBox();
  if (!box) throw new Error("the map is not there");
  const popup = page.locator(".maplibregl-popup");
  // Well inside the circle and far from its middle, then outside.
  await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2 + 8);
  await expect(popup).toContainText("refugee camp in Idlib");
  await page.mouse.move(box.x + box.width / 2 - 150, box.y + box.height / 2 + 8);
  await expect(popup).toHaveCount(0);
  await page.goto(`${server.address}#/overview?on=2024-12-01`);
  await expect(page.getByText(/[1-9]\d* of them drawn as areas/)).toBeAttached();
});
