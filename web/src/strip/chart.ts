// The picture behind the time strip: happenings per day below, people killed (lowest to highest told) above.
import * as Plot from "@observablehq/plot";
import { dayNumber, isoOf } from "../days";

export interface DayRow {
  readonly day: string;
  readonly events: number;
  /** Killed that day at the lowest and at the highest figure told; equal where all agree. */
  readonly low: number;
  readonly high: number;
}

/** Pixels of the whole picture, axis included (style/strip.css has it too). */
const HEIGHT = 112;
/** Pixels of a day from which on days have gaps between them. */
const GAPS = 4;
const dateOf = (day: number): Date => new Date(`${isoOf(day)}T00:00:00Z`);

/** The chart from the first to the last day, `width` pixels wide, without side margins so that a slider over it lines up. */
export function chart(rows: readonly DayRow[], first: number, last: number, width: number): SVGElement | HTMLElement {
  const half = (iso: string, by: number) => new Date(+dateOf(dayNumber(iso)) + by * 43_200_000);
  // A gap between days, where they are wide enough to have one.
  const inset = width / (last - first + 1) > GAPS ? 0.4 : 0;
  const bar = { x1: (d: DayRow) => half(d.day, -1), x2: (d: DayRow) => half(d.day, 1), insetLeft: inset, insetRight: inset };
  const [ink, alert] = ["var(--strip-events)", "var(--strip-killed)"];
  const most = Math.max(1, ...rows.map((r) => r.events));
  const worst = Math.max(1, ...rows.map((r) => r.high));
  const lift = (killed: number) => 1.15 + Math.sqrt(killed / worst);
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 4,
    marginBottom: 34,
    style: { background: "transparent", color: "currentcolor", overflow: "visible" },
    x: { type: "utc", domain: [half(isoOf(first), -1), half(isoOf(last), 1)], label: null },
    y: { axis: null, domain: [0, 2.2] },
    marks: [
      Plot.axisX({ tickSize: 3, ticks: Math.max(3, Math.round(width / 110)) }),
      Plot.rect(rows, { ...bar, y1: 0, y2: (d: DayRow) => d.events / most, fill: ink }),
      Plot.rect(
        rows.filter((d) => d.high > 0),
        { ...bar, y1: 1.15, y2: (d: DayRow) => lift(d.low), fill: alert },
      ),
      Plot.rect(
        rows.filter((d) => d.high > d.low),
        { ...bar, y1: (d: DayRow) => lift(d.low), y2: (d: DayRow) => lift(d.high), fill: alert, fillOpacity: 0.35 },
      ),
    ],
  });
}
