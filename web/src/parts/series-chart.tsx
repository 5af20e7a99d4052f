import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { Schema } from "../api/client";
import { figure, interval } from "../days";
import { useLinks } from "../here";

type Series = Schema["SeriesRow"];
type Point = Schema["PointRow"];

const middle = (p: Point): Date | null => {
  const day = p.start ?? p.end;
  return day ? new Date(`${day}T00:00:00Z`) : null;
};

/** A series: a chart where its points count something, and always the points with their witnesses. */
export function SeriesChart({ series }: { series: Series }) {
  const link = useLinks();
  const counted = series.points.filter((p) => middle(p) && (p.low !== null || p.high !== null));
  return (
    <section class="series" aria-label={series.what}>
      <h3 class="name">{series.what}</h3>
      {counted.length > 1 && <Chart points={counted} />}
      <ol class="small timeline">
        {series.points.map((p, n) => (
          <li key={`${p.start}-${p.words}-${p.witnesses[0]?.record ?? n}`}>
            <strong class="numeric">{figure(p.low, p.high) || p.words}</strong> <span class="muted">{interval(p.start, p.end)}</span>{" "}
            {p.modality !== "asserted" && <span class="tag claimed">{p.modality}</span>}
            {series.turns.some((t) => t.after === n) && <span class="tag disputed"> changed position</span>}
            {figure(p.low, p.high) && p.words && <span class="words"> “{p.words}”</span>}
            <span class="muted">
              {" "}
              {p.witnesses.map((w, at) => (
                <span key={w.record}>
                  {at > 0 && ", "}
                  <a href={link("document", w.document, { at: w.record })}>{w.source}</a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Chart({ points }: { points: readonly Point[] }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const rows = points.map((p) => ({ day: middle(p), low: p.low ?? 0, high: p.high ?? p.low ?? 0 }));
    const picture = Plot.plot({
      width: frame.current?.clientWidth || 480,
      height: 150,
      marginLeft: 52,
      style: { background: "transparent", color: "currentcolor" },
      x: { type: "utc", label: null },
      y: { label: null, grid: true, zero: true, tickFormat: "~s" },
      marks: [
        Plot.lineY(rows, { x: "day", y: "high", stroke: "var(--accent)", strokeOpacity: 0.5, curve: "step-after" }),
        Plot.ruleX(rows, { x: "day", y1: "low", y2: "high", stroke: "var(--accent)", strokeWidth: 3 }),
        Plot.dot(rows, { x: "day", y: "high", fill: "var(--accent)" }),
      ],
    });
    frame.current?.replaceChildren(picture);
  }, [points]);
  return <div ref={frame} aria-hidden="true" />;
}
