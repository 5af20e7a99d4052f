import { useMemo } from "preact/hooks";
import { dayNumber, interval } from "../days";
import { bars, LANES, type Stretch } from "./lanes";

/** Pixels of a lane (style/strip.css draws its bars a little lower). */
const LANE = 6;
/** Days an open end fades over, at most, and as a share of the strip. */
const TAIL = 3;
const SHARE = 0.06;

export interface VagueProps {
  readonly stretches: readonly Stretch[];
  readonly first: number;
  readonly last: number;
}

/** Happenings dated no finer than to a stretch of days, as bars; an end that is not known fades. */
export function useVague({ stretches, first, last }: VagueProps) {
  const span = last - first + 1;
  const drawn = useMemo(
    () => bars(stretches, [first, last], Math.max(1, Math.min(TAIL, Math.round(span * SHARE))), dayNumber),
    [stretches, first, last],
  );
  const lanes = Math.min(LANES, Math.max(0, ...drawn.map((bar) => bar.lane + 1)));
  const height = lanes * LANE;
  const picture = (
    <div class="strip-vague" style={{ height: `${height}px` }} aria-hidden="true">
      {drawn.map((bar) => (
        <i
          key={`${bar.stretch.start}-${bar.stretch.end}`}
          class={[bar.openBefore && "open-before", bar.openAfter && "open-after"].filter(Boolean).join(" ")}
          title={`${interval(bar.stretch.start, bar.stretch.end)}: ${bar.stretch.events}`}
          style={{
            insetBlockStart: `${bar.lane * LANE}px`,
            insetInlineStart: `${((bar.from - first) / span) * 100}%`,
            width: `${((bar.to - bar.from + 1) / span) * 100}%`,
          }}
        />
      ))}
    </div>
  );
  return { height, picture };
}

/** How many happenings may have been on that day, as far as their stretch of days goes. */
export const around = (stretches: readonly Stretch[], day: string): number =>
  stretches.filter((s) => s.start !== null && s.end !== null && s.start <= day && day <= s.end).reduce((sum, s) => sum + s.events, 0);
