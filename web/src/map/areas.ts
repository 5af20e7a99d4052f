// Areas by place, and which of them a mark is drawn as.
import type { FeatureCollection, Geometry } from "geojson";
import { useMemo } from "preact/hooks";
import type { Schema } from "../api/client";
import { useAnswer, useHere } from "../here";
import { type Loaded, useResource } from "../parts/resource";
import { provinces } from "./basemap";
import type { Area } from "./marks";

export type Areas = ReadonlyMap<string, Area>;

/** UCDP's code of a place that is known itself (`where_prec`). */
export const EXACT = 1;

/** The areas as known on the reader's day. */
export function useAreas(): Loaded<Areas> {
  const { meta } = useHere();
  const found = useAnswer("areas");
  const lands = useResource(meta.countries.join(), () => provinces(meta.countries));
  return useMemo(() => {
    if (found.state !== "here") return found;
    if (lands.state === "waiting") return lands;
    return { state: "here", value: areasIn(found.value, lands.state === "here" ? lands.value : null) };
  }, [found, lands]);
}

/** By place id. A province that the ground has the boundary of is that, and no circle. */
export function areasIn(all: Schema["AreaMap"], lands: FeatureCollection | null): Areas {
  const outlines = new Map<string, Geometry>();
  for (const { geometry, properties } of lands?.features ?? []) {
    if (properties?.geonames) outlines.set(`geonames:${properties.geonames}`, geometry);
  }
  return new Map(
    all.places.map(({ place, key, geometry, somewhere }) => [place.id, { geometry: outlines.get(key) ?? geometry, somewhere }]),
  );
}

/** The area a place of that precision is drawn as; null where it is known exactly, or no area of known size. */
export const areaOf = (areas: Areas, place: { id: string; where_prec: number | null }): Area | null =>
  place.where_prec === null || place.where_prec === EXACT ? null : (areas.get(place.id) ?? null);
