import { useEffect, useRef, useState } from "preact/hooks";
import { dayNumber, figure, isoOf, longDay } from "../days";
import { chart, type DayRow } from "./chart";
import type { Stretch } from "./lanes";
import { around, useVague } from "./vague";

export interface TimeStripProps {
  readonly rows: readonly DayRow[];
  /** Happenings dated no finer than to several days. */
  readonly vague: readonly Stretch[];
  readonly first: string;
  readonly last: string;
  readonly on: string;
  /** The chosen stretch of days, or null for all. */
  readonly window: readonly [string, string] | null;
  readonly onDay: (day: string) => void;
  readonly onWindow: (window: readonly [string, string] | null) => void;
}

/** Milliseconds a day stays in view while playing. */
const STEP = 600;
/** Pixels a pointer must travel to mean a stretch of days rather than one day. */
const DRAG = 6;

/** Days as a strip: a slider for the day, a brush for a stretch, and play. All of it works from the keyboard. */
export function TimeStrip(props: TimeStripProps) {
  const [playing, setPlaying] = useState(false);
  const first = dayNumber(props.first);
  const last = dayNumber(props.last);
  const on = Math.min(last, Math.max(first, dayNumber(props.on)));
  const row = props.rows.find((r) => r.day === isoOf(on));
  const about = around(props.vague, isoOf(on));
  const latest = useRef({ on, last, onDay: props.onDay });
  latest.current = { on, last, onDay: props.onDay };

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { on: day, last: end, onDay } = latest.current;
      if (day >= end) setPlaying(false);
      else onDay(isoOf(day + 1));
    }, STEP);
    return () => clearInterval(timer);
  }, [playing]);

  const play = () => {
    if (!playing && on >= last) props.onDay(props.window?.[0] ?? props.first);
    setPlaying(!playing);
  };

  return (
    <section class="strip" aria-label="Time">
      <div class="strip-tools">
        <button type="button" class="button" aria-pressed={playing} onClick={play}>
          {playing ? "Pause" : "Play"}
        </button>
        <button type="button" class="button" aria-label="A day earlier" disabled={on <= first} onClick={() => props.onDay(isoOf(on - 1))}>
          ‹
        </button>
        <button type="button" class="button" aria-label="A day later" disabled={on >= last} onClick={() => props.onDay(isoOf(on + 1))}>
          ›
        </button>
        <output class="strip-day">
          <strong>{longDay(isoOf(on))}</strong>
          <span class="muted small">
            {row ? `${row.events} ${row.events === 1 ? "happening" : "happenings"}` : "nothing reported of this day alone"}
            {row && row.high > 0 ? ` · ${figure(row.low, row.high)} killed told of` : ""}
            {about > 0 && ` · ${about} more dated only around it`}
          </span>
        </output>
        <span class="strip-window small">
          <label>
            from{" "}
            <input
              class="field"
              type="date"
              min={props.first}
              max={props.last}
              value={props.window?.[0] ?? props.first}
              onChange={(e) => change(props, e.currentTarget.value, props.window?.[1] ?? props.last)}
            />
          </label>
          <label>
            to{" "}
            <input
              class="field"
              type="date"
              min={props.first}
              max={props.last}
              value={props.window?.[1] ?? props.last}
              onChange={(e) => change(props, props.window?.[0] ?? props.first, e.currentTarget.value)}
            />
          </label>
          <button type="button" class="button" disabled={!props.window} onClick={() => props.onWindow(null)}>
            All days
          </button>
        </span>
      </div>
      <p class="strip-key small" aria-hidden="true">
        <span>
          <i class="swatch" style={{ "--swatch": "var(--strip-killed)" }} />
          killed, lowest to highest told
        </span>
        <span>
          <i class="swatch" style={{ "--swatch": "var(--strip-events)" }} />
          happenings
        </span>
        {props.vague.length > 0 && (
          <span>
            <i class="swatch bar-swatch" />
            dated to several days; an open end fades
          </span>
        )}
      </p>
      <Days {...props} firstDay={first} lastDay={last} onNumber={on} />
    </section>
  );
}

function change(props: TimeStripProps, from: string, to: string): void {
  if (!from || !to) return;
  props.onWindow(from <= to ? [from, to] : [to, from]);
}

function Days(props: TimeStripProps & { firstDay: number; lastDay: number; onNumber: number }) {
  const { firstDay, lastDay, onNumber } = props;
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const span = lastDay - firstDay + 1;
  const vague = useVague({ stretches: props.vague, first: firstDay, last: lastDay });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (width > 0) picture.current?.replaceChildren(chart(props.rows, firstDay, lastDay, width));
  }, [width, props.rows, firstDay, lastDay]);

  const dayAt = (x: number) => {
    const box = frame.current?.getBoundingClientRect();
    const share = box ? (x - box.left) / box.width : 0;
    return Math.min(lastDay, Math.max(firstDay, firstDay + Math.floor(share * span)));
  };
  const press = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    const start = event.clientX;
    target.setPointerCapture(event.pointerId);
    const bounds = (e: PointerEvent): readonly [number, number] => {
      const ends = [dayAt(start), dayAt(e.clientX)].sort((a, b) => a - b);
      return [ends[0] ?? firstDay, ends[1] ?? lastDay];
    };
    const move = (e: PointerEvent) => setBrush(Math.abs(e.clientX - start) > DRAG ? bounds(e) : null);
    const release = (e: PointerEvent) => {
      target.removeEventListener("pointermove", move);
      setBrush(null);
      if (Math.abs(e.clientX - start) > DRAG) {
        const [from, to] = bounds(e);
        props.onWindow([isoOf(from), isoOf(to)]);
      } else props.onDay(isoOf(dayAt(e.clientX)));
    };
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", release, { once: true });
  };
  const place = (from: number, to: number) => ({
    insetInlineStart: `${((from - firstDay) / span) * 100}%`,
    width: `${((to - from + 1) / span) * 100}%`,
  });
  const chosen = brush ?? (props.window ? ([dayNumber(props.window[0]), dayNumber(props.window[1])] as const) : null);

  return (
    <div class="strip-days" ref={frame} dir="ltr" style={{ "--vague": `${vague.height}px` }}>
      <div class="strip-picture" aria-hidden="true" ref={picture} onPointerDown={press} />
      {vague.picture}
      {chosen && <div class="strip-brush" style={place(...chosen)} />}
      <div class="strip-cursor" style={place(onNumber, onNumber)} />
      <input
        class="strip-slider"
        type="range"
        min={firstDay}
        max={lastDay}
        value={onNumber}
        aria-label="Day"
        aria-valuetext={longDay(isoOf(onNumber))}
        onInput={(e) => props.onDay(isoOf(Number(e.currentTarget.value)))}
      />
    </div>
  );
}
