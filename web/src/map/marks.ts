// What the map is given to draw, and its GeoJSON.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Standing } from "./icons";

/** An area that a name of a place means; it lies somewhere in it, or fills it. */
export interface Area {
  readonly geometry: Geometry;
  readonly somewhere: boolean;
}

export interface ControlMark {
  readonly place: string;
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  /** The area itself where it is one; drawn instead of a point. */
  readonly area: Area | null;
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
  readonly area: Area | null;
  /** Known no finer than an area, whether or not one can be drawn. */
  readonly vague: boolean;
  /** The name beside the mark, shown where there is room for it; of a map's own place always. */
  readonly name: string;
  readonly own: boolean;
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
      const point = { type: "Feature", properties: { ...properties, areal: mark.area !== null }, geometry: at(mark) } satisfies Feature;
      return mark.area ? [{ type: "Feature", properties, geometry: mark.area.geometry } satisfies Feature, point] : [point];
    }),
  );
}

/** Points for what is precise, outlines for what is known only as an area: no pin stands in the middle of an area. */
export function eventFeatures(marks: readonly EventMark[]): FeatureCollection {
  return collection(
    marks.map(({ id, label, name, own, killed, disputed, selected, vague, area, ...spot }) => ({
      type: "Feature",
      properties: { id, label, name, own, killed, disputed, selected, vague, somewhere: area?.somewhere ?? false },
      geometry: area?.geometry ?? at(spot),
    })),
  );
}

/** West, south, east, north of an area. */
export function boundsOfArea({ geometry }: Area): [number, number, number, number] | null {
  if (geometry.type !== "MultiPolygon" && geometry.type !== "Polygon") return null;
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return boundsOf(rings.flat().map(([lon = 0, lat = 0]) => ({ lat, lon })));
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
