// Texts of strangers in a real browser, served and published: whatever stands in them is shown as text.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Host, hostOf } from "./host";
import { COMMAND, expect, started, test } from "./world";

const SCRIPT = "<script>document.title='taken'</script>";
const IMAGE = '"><img src=x onerror="document.title=1">';
const TURNED = "\u202Egnp.exe\u202C";
/** Longer paragraphs are not read at all. */
const LONG = "A".repeat(480_000);
const REPORT = `TARN, May 4 - Rebels captured the town of Sommer from government forces ${SCRIPT} on Sunday, residents said.
Nine soldiers were killed in Sommer ${IMAGE} on Sunday. At least four civilians were killed ${TURNED} in Halden on Sunday.

${LONG}
`;

let folder = "";
let live: { address: string; child: ChildProcess };
let site: Host;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "warledger-hostile-"));
  const [war, out] = [join(folder, "war"), join(folder, "site")];
  execFileSync(COMMAND, ["init", war], { stdio: "ignore" });
  mkdirSync(join(war, "reports"), { recursive: true });
  writeFileSync(join(war, "reports", "one.txt"), REPORT);
  const line = {
    doc: "one",
    title: SCRIPT,
    publisher: IMAGE,
    published: "2031-05-05",
    url: "javascript:document.title='taken'",
    language: "en",
  };
  writeFileSync(join(war, "reports", "manifest.jsonl"), `${JSON.stringify(line)}\n`);
  writeFileSync(join(war, "sources.toml"), `[[source]]\nname = '''${IMAGE}'''\nmay_reprint = true\n`);
  writeFileSync(join(war, "places.csv"), "name,lat,lon,kind,country\nSommer,60.1,10.2,populated,NO\nHalden,59.1,11.3,populated,NO\n");
  execFileSync(COMMAND, ["read", war], { stdio: "ignore" });
  execFileSync(COMMAND, ["publish", war, out, "--profile", "internal"], { stdio: "ignore" });
  site = await hostOf(out);
  const child = spawn(COMMAND, ["serve", war, "--port", "0", "--review"], { stdio: ["ignore", "ignore", "pipe"] });
  live = { child, address: (await started(child)).address };
});

test.afterAll(() => {
  live?.child.kill();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const where of ["served", "published"])
  test(`hostile texts are shown as text: ${where}`, async ({ page }) => {
    const address = where === "served" ? live.address : site.address;
    const said: string[] = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    for (const view of ["overview", "events", "places", "actors", "sources", "documents", "method", "search?q=Sommer"]) {
      await page.goto(`${address}#/${view}`);
      await expect(page.locator("main h1").first()).toBeAttached();
      await expect(page.getByText(/^Reading /)).toHaveCount(0);
    }
    await page.goto(`${address}#/documents`);
    await page.locator("main a[href^='#/document/']").first().click();
    await expect(page.locator("main h1")).toHaveText(SCRIPT);
    await expect(page.locator(".document-text")).toContainText(SCRIPT);
    await expect(page.locator(".document-text")).toContainText(TURNED);
    await expect(page.locator("main a[href^='javascript']")).toHaveCount(0);
    await expect(page.locator("main script, main img")).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, "a very long word stays within the page").toBeLessThanOrEqual(1);
    await expect(page).not.toHaveTitle(/taken|^1$/);
    expect(said).toEqual([]);
  });
