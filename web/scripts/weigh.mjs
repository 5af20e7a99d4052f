// Weighs what was built: everything the page loads but the ground of the map, zipped as a host would send it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Bytes, zipped: what the page may weigh. */
const MOST = 600_000;
const PAGE = fileURLToPath(new URL("../../src/warledger/page/", import.meta.url));

const files = readdirSync(PAGE, { recursive: true }).filter((name) => /\.(?:js|mjs|css|html|svg)$/.test(name));
const weights = files.map((name) => [name, gzipSync(readFileSync(PAGE + name), { level: 9 }).length]);
const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
for (const [name, weight] of weights.sort((a, b) => b[1] - a[1]))
  console.log(`${String(Math.round(weight / 100) / 10).padStart(7)} kB  ${name}`);
console.log(`${String(Math.round(all / 100) / 10).padStart(7)} kB  zipped, of at most ${MOST / 1000}`);
if (all > MOST) {
  console.error("The page has grown too heavy: leave something out, or load it later.");
  process.exit(1);
}
