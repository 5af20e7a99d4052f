import type { Schema } from "../api/client";
import { longDay } from "../days";
import { type Areas, areaOf } from "./areas";
import { REST, UNKNOWN } from "./colours";
import type { Standing } from "./icons";
import type { ControlMark } from "./marks";

type Held = Schema["ControlMap"];
type Row = Schema["HoldRow"];

const NONE = "nobody known";

/** How the map shows a place: as assessed; where nobody is assessed to hold it, as claimed. */
export function standingOf(row: Row): { standing: Standing; holders: string[] } {
  const { holder, status } = row.assessed;
  const claims = [...new Set(row.claimed.map((c) => c.side ?? c.holder))];
  if (holder !== null && status === "held") return { standing: "held", holders: [nameOf(row)] };
  if (status === "besieged") return { standing: "besieged", holders: [nameOf(row)] };
  if (status === "contested") return { standing: "contested", holders: [...new Set([nameOf(row), ...claims])].slice(0, 2) };
  return claims.length ? { standing: "claimed", holders: claims.slice(0, 1) } : { standing: "unknown", holders: [NONE] };
}

/** Coloured by side where the monitor names sides, else by holder. */
const nameOf = (row: Row): string => row.assessed.side ?? row.assessed.holder ?? NONE;

export function controlMarks(held: Held, colours: ReadonlyMap<string, string>, areas: Areas): ControlMark[] {
  return held.places.flatMap((row) => {
    const { lat, lon } = row.place;
    if (lat === null || lon === null) return [];
    const { standing, holders } = standingOf(row);
    const [first = UNKNOWN, ...rest] = holders.map((h) => (h === NONE ? UNKNOWN : (colours.get(h) ?? REST)));
    return [
      {
        place: row.place.id,
        label: row.place.name,
        lat,
        lon,
        area: areaOf(areas, row.place),
        standing,
        colours: [first, ...rest] as [string, ...string[]],
        words: words(row, standing),
      },
    ];
  });
}

/** "Varno: held by X since 3 May 2031" */
export function words(row: Row, standing: Standing): string {
  const { holder, since } = row.assessed;
  const from = since ? ` since ${longDay(since)}` : "";
  const claims = row.claimed.map((c) => `${c.holder} (says ${c.by})`).join(", ");
  const said = {
    held: `held by ${holder}${from}`,
    besieged: `${holder ?? "unknown holder"}, besieged${from}`,
    contested: `contested${from}`,
    claimed: `claimed by ${claims}`,
    unknown: "holder unknown",
  }[standing];
  return `${row.place.name}: ${said}`;
}

const SAYS: Record<Standing, string> = {
  held: "assessed",
  claimed: "claimed by a party only",
  contested: "contested",
  besieged: "besieged",
  unknown: "unknown",
};

/** Colours and patterns of the map, and how many places are not on it. */
export function Legend({ colours, held }: { colours: ReadonlyMap<string, string>; held: Held }) {
  const unplaced = held.places.filter((p) => p.place.lat === null).length;
  const shown = new Set(held.places.flatMap((row) => standingOf(row).holders));
  const named = [...colours].filter(([name]) => shown.has(name));
  const others = [...shown].some((name) => name !== NONE && !colours.has(name));
  return (
    <ul class="legend" aria-label="Legend">
      {named.map(([name, colour]) => (
        <li key={name}>
          <i class="swatch" style={{ "--swatch": colour }} /> <span class="name">{name}</span>
        </li>
      ))}
      {others && (
        <li>
          <i class="swatch" style={{ "--swatch": REST }} /> others, named at their marks
        </li>
      )}
      {(["claimed", "contested", "besieged", "unknown"] as const).map((standing) => (
        <li key={standing} class="muted">
          <i class={`swatch ${standing}`} style={{ "--swatch": UNKNOWN }} /> {SAYS[standing]}
        </li>
      ))}
      <li class="muted">
        <i class="swatch happening" /> happening, larger with more killed
      </li>
      <li class="muted">
        <i class="swatch area" /> an area: it was somewhere in it
      </li>
      {unplaced > 0 && (
        <li class="muted">
          {unplaced} more {unplaced === 1 ? "place with a holder is" : "places with a holder are"} not on the map: where they lie is not
          known
        </li>
      )}
    </ul>
  );
}
