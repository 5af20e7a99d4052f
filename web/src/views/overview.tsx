import { useMemo } from "preact/hooks";
import type { Schema } from "../api/client";
import { dayNumber, isoOf } from "../days";
import { useAhead, useAnswer, useHere, useLinks } from "../here";
import { type Areas, useAreas } from "../map/areas";
import { coloursOf, holdersIn } from "../map/colours";
import { controlMarks, Legend } from "../map/control";
import { happenings, onDay, type Told } from "../map/happenings";
import { mostOf } from "../map/marks";
import { WarMap } from "../map/war-map";
import { Await, type Loaded } from "../parts/resource";
import { go, withQuery } from "../route";
import type { DayRow } from "../strip/chart";
import type { Stretch } from "../strip/lanes";
import { TimeStrip } from "../strip/time-strip";
import { asked, DayBrief } from "./day-brief";

/** The war on a day: map, time and the day's brief. */
export function OverviewView() {
  const columns = useAnswer("map");
  const days = useAnswer("days");
  const areas = useAreas();
  return (
    <>
      <h1 class="visually-hidden">Overview</h1>
      <Await of={columns} what="the happenings">
        {(all) => (
          <Await of={days} what="the days">
            {(found) => (
              <Await of={areas} what="the areas">
                {(known) => <Day all={all} days={found} areas={known} />}
              </Await>
            )}
          </Await>
        )}
      </Await>
    </>
  );
}

function Day({ all, days, areas }: { all: Schema["Columns"]; days: Schema["Days"]; areas: Areas }) {
  const { meta, route, on, dark } = useHere();
  const links = useLinks();
  const window = route.query.from && route.query.to ? ([route.query.from, route.query.to] as const) : null;
  const kind = route.query.kind ?? "";
  const control = useAnswer("control", "", { on });
  const held = useKept(control);
  const told = useMemo(() => happenings(all, areas), [all, areas]);
  const rows = useMemo(() => strip(days, kind), [days, kind]);
  const vagueDays = useMemo(() => loose(days, kind), [days, kind]);
  const shown = useMemo(() => onDay(told, on, window, kind), [told, on, window?.join(), kind]);
  const spells = useAnswer("spells");
  const sides = meta.sides.map((s) => s.name);
  const colours = useMemo(
    () => coloursOf(sides, holdersIn(spells.state === "here" ? spells.value.places.flatMap((p) => p.spells) : [])),
    [sides.join("|"), spells],
  );
  const marks = useMemo(() => controlMarks(held, colours, areas), [held, colours, areas]);
  const bounds = useMemo(() => mostOf(whereFought(told)), [told]);
  const vague = [...marks, ...shown].filter((m) => m.area).length;
  const [first, last] = span(meta, rows);
  const set = (changes: Record<string, string>) => go(withQuery(route, changes), { replace: true });
  const kinds = [...new Set(all.kinds)].sort();
  const near = [1, -1].map((step) => isoOf(dayNumber(on) + step)).filter((day) => day >= first && day <= last);
  useAhead(near.flatMap((day) => [["control", { on: day }] as const, ...(window ? [] : [["events", asked(day, day, kind)] as const])]));

  return (
    <div class="overview">
      <div class="overview-map">
        <WarMap
          control={marks}
          events={shown}
          bounds={bounds}
          countries={meta.countries}
          dark={dark}
          summary={`${marks.length} places with a holder and ${shown.length} happenings on the map, ${vague} of them drawn as areas. The same is listed beside it.`}
          onPick={(what, id) => go(withQuery({ ...route, view: what, id }, { from: "", to: "", kind: "" }))}
        />
        <Legend colours={colours} held={held} />
      </div>
      <TimeStrip
        rows={rows}
        vague={vagueDays}
        first={first}
        last={last}
        on={on}
        window={window}
        onDay={(day) => set({ on: day })}
        onWindow={(chosen) => set({ from: chosen?.[0] ?? "", to: chosen?.[1] ?? "" })}
      />
      <div class="overview-brief">
        <ul class="chips" aria-label="Kinds of happenings">
          {kinds.map((name) => (
            <li key={name}>
              <button type="button" class="chip" aria-pressed={kind === name} onClick={() => set({ kind: kind === name ? "" : name })}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        <DayBrief on={on} window={window} kind={kind} />
        <p class="small">
          <a href={links("events")}>All happenings</a> · <a href={links("places")}>All places</a> ·{" "}
          <a href={links("method")}>What was not read or placed</a>
        </p>
      </div>
    </div>
  );
}

/** UCDP precision up to which a place says where on the map to look: a district or finer. */
const LOCAL = 3;

/** Where to look first: where there was violence, if anywhere; speeches are given in far capitals. */
function whereFought(told: readonly Told[]): readonly Told[] {
  const local = told.filter((t) => t.prec <= LOCAL);
  const fought = local.filter((t) => t.kind !== "Strategic developments");
  return fought.length ? fought : local;
}

const NOTHING: Schema["ControlMap"] = { on: null, known: null, places: [] };
let kept = NOTHING;

/** The latest answer, kept while the next one is on its way, so that the map does not blink from day to day. */
function useKept(loaded: Loaded<Schema["ControlMap"]>): Schema["ControlMap"] {
  if (loaded.state === "here") kept = loaded.value;
  return kept;
}

function strip(days: Schema["Days"], kind: string): DayRow[] {
  return days.days.map((d) => ({
    day: d.day,
    events: kind ? (d.by_kind[kind] ?? 0) : d.events,
    low: d.killed.low,
    high: d.killed.high,
  }));
}

function loose(days: Schema["Days"], kind: string): Stretch[] {
  return days.vague.map((s) => ({ ...s, events: kind ? (s.by_kind[kind] ?? 0) : s.events })).filter((s) => s.events > 0);
}

/** The monitor's period where it states one; else from the first to the last day something is dated to. */
function span(meta: Schema["Meta"], rows: readonly DayRow[]): [string, string] {
  const first = meta.period_start ?? rows[0]?.day ?? meta.on ?? "1970-01-01";
  const ends = [meta.period_end, meta.on, rows.at(-1)?.day].filter((d): d is string => Boolean(d)).sort();
  const last = meta.period_end ?? ends.at(-1) ?? first;
  return first <= last ? [first, last] : [last, first];
}
