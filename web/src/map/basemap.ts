// The ground under the marks: Natural Earth, shipped with the page (scripts/basemap.mjs). Nothing is asked of any other host.
import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The style of the ground, its colours taken from the page's own (style/tokens.css), so that it follows the theme. */
export function styleOf(theme: (name: string) => string): StyleSpecification {
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: EMPTY, attribution: "Natural Earth" },
      provinces: { type: "geojson", data: EMPTY },
      water: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": theme("--sea") } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": theme("--land") } },
      { id: "lakes", type: "fill", source: "water", filter: ["==", "kind", "lake"], paint: { "fill-color": theme("--sea") } },
      {
        id: "rivers",
        type: "line",
        source: "water",
        filter: ["==", "kind", "river"],
        minzoom: 3.5,
        paint: { "line-color": theme("--sea"), "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.7, 8, 2.2] },
      },
      { id: "provinces", type: "line", source: "provinces", minzoom: 4, paint: { "line-color": theme("--province"), "line-width": 0.8 } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": theme("--border"), "line-width": 1.1 } },
    ],
  };
}

async function topology(path: string): Promise<FeatureCollection> {
  const response = await fetch(path);
  if (!response.ok) return EMPTY;
  const read = (await response.json()) as Topology;
  const [first] = Object.values(read.objects).filter((object) => object.type === "GeometryCollection");
  return first ? (feature(read, first) as FeatureCollection) : EMPTY;
}

const once = new Map<string, Promise<FeatureCollection>>();
const kept = (path: string): Promise<FeatureCollection> => {
  const found = once.get(path) ?? topology(path);
  once.set(path, found);
  return found;
};

/** Countries of the world. Read once a visit. */
export const world = (): Promise<FeatureCollection> => kept("./basemap/world.json");

/** Provinces of the countries given (ISO 3166-1 alpha-2). A country without a file has none drawn. */
export async function provinces(countries: readonly string[]): Promise<FeatureCollection> {
  const parts = await Promise.all(countries.filter((c) => /^[A-Z]{2}$/.test(c)).map((c) => kept(`./basemap/admin1/${c}.json`)));
  return { type: "FeatureCollection", features: parts.flatMap((part) => part.features) };
}

export async function water(): Promise<FeatureCollection> {
  const response = await fetch("./basemap/water.json");
  return response.ok ? ((await response.json()) as FeatureCollection) : EMPTY;
}
