// What the map is given to draw, and its GeoJSON.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Standing } from "./icons";

export interface ControlMark {
  readonly place: string;
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  /** The area itself where it is one; drawn instead of a point. */
  readonly area: Geometry | null;
  readonly standing: Standing;
  readonly colours: readonly [string, ...string[]];
  /** Said in words for the mark's label: "held by X since 3 May". */
  readonly words: string;
}

export interface EventMark {
  readonly id: string;
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  readonly area: Geometry | null;
  /** People killed at the highest figure told, for the size of the mark; 0 where none is told. */
  readonly killed: number;
  readonly disputed: boolean;
  readonly selected: boolean;
}

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

function at(mark: { lat: number; lon: number }): Geometry {
  return { type: "Point", coordinates: [mark.lon, mark.lat] };
}

export function controlFeatures(marks: readonly ControlMark[], icon: (mark: ControlMark) => string): FeatureCollection {
  return collection(
    marks.flatMap((mark) => {
      const properties = {
        id: mark.place,
        label: mark.label,
        icon: icon(mark),
        colour: mark.colours[0],
        standing: mark.standing,
        words: mark.words,
      };
      const point: Feature = { type: "Feature", properties, geometry: at(mark) };
      return mark.area ? [{ type: "Feature", properties, geometry: mark.area } satisfies Feature, point] : [point];
    }),
  );
}

/** Points for what is precise, outlines for what is known only as an area: no pin stands in the middle of an area. */
export function eventFeatures(marks: readonly EventMark[]): FeatureCollection {
  return collection(
    marks.map((mark) => ({
      type: "Feature",
      properties: { id: mark.id, label: mark.label, killed: mark.killed, disputed: mark.disputed, selected: mark.selected },
      geometry: mark.area ?? at(mark),
    })),
  );
}

/** West, south, east, north of all marks, or null for none. */
export function boundsOf(marks: readonly { lat: number; lon: number }[]): [number, number, number, number] | null {
  if (!marks.length) return null;
  const lats = marks.map((m) => m.lat);
  const lons = marks.map((m) => m.lon);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Where most of it happened: the bounds without the outermost fiftieth on each side, so that one far place does not shrink the war. */
export function mostOf(marks: readonly { lat: number; lon: number }[]): [number, number, number, number] | null {
  if (!marks.length) return null;
  const edge = (values: number[]): [number, number] => {
    const sorted = values.sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 50);
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
  };
  const [south, north] = edge(marks.map((m) => m.lat));
  const [west, east] = edge(marks.map((m) => m.lon));
  return [west, south, east, north];
}
