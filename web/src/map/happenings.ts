// Happenings for the map, from the columns of the API, and which of them a day or a stretch of days shows.
import type { Schema } from "../api/client";
import { dayNumber } from "../days";
import { precisionWords } from "../parts/precision";
import { type Areas, areaOf, EXACT } from "./areas";
import type { EventMark } from "./marks";

/** A dated happening somebody says did happen. `from` and `to` are day numbers. */
export interface Told extends EventMark {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  /** UCDP's precision code, 1 (exact) to 7. */
  readonly prec: number;
}

/** Modalities under which nothing is said to have happened yet, or at all. */
const NOT_DONE = new Set(["denied", "planned", "hypothetical"]);
/** A happening dated more loosely than this many days is no happening of any one day: it shows only in a stretch that holds it. */
const LOOSE = 7;

export function happenings(all: Schema["Columns"], areas: Areas): Told[] {
  return all.id.flatMap((id, n) => {
    const [lat, lon] = [all.lat[n] ?? null, all.lon[n] ?? null];
    const [start, end] = [all.start[n] ?? all.end[n], all.end[n] ?? all.start[n]];
    const modality = all.modalities[all.modality[n] ?? -1] ?? "";
    if (lat === null || lon === null || !start || !end || NOT_DONE.has(modality)) return [];
    const type = all.type[n] ?? -1;
    const prec = all.where_prec[n] ?? 7;
    const place = all.names[all.place[n] ?? -1] ?? "";
    return [
      {
        id,
        label: [all.types[type] ?? "", place].filter(Boolean).join(", ") + (prec > EXACT ? ` (${precisionWords(prec)})` : ""),
        lat,
        lon,
        area: areaOf(areas, { id: all.places[all.place[n] ?? -1] ?? "", where_prec: prec }),
        vague: prec > EXACT,
        name: place,
        own: false,
        killed: all.killed_high[n] ?? all.killed_low[n] ?? 0,
        disputed: all.disputed[n] ?? false,
        selected: false,
        from: dayNumber(start),
        to: dayNumber(end),
        kind: all.kinds[type] ?? "",
        prec,
      },
    ];
  });
}

/** What to show: all of the stretch, those of the day brought out; without a stretch those of the day. */
export function onDay(told: readonly Told[], on: string, window: readonly [string, string] | null, kind: string): Told[] {
  const day = dayNumber(on);
  const [from, to] = window ? [dayNumber(window[0]), dayNumber(window[1])] : [day, day];
  return told
    .filter((t) => t.from <= to && t.to >= from && (!kind || t.kind === kind) && (window !== null || t.to - t.from < LOOSE))
    .map((t) => (window !== null && t.from <= day && t.to >= day ? { ...t, selected: true } : t));
}
