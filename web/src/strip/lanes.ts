// Stretches of days side by side without hiding each other: each in the first lane that is free there.

/** Happenings dated no finer than to these days. A missing end is not known. */
export interface Stretch {
  readonly start: string | null;
  readonly end: string | null;
  readonly events: number;
}

/** A stretch as drawn: day numbers, both inclusive, within the strip; `open` where an end is not known or lies outside. */
export interface Bar {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
  readonly openBefore: boolean;
  readonly openAfter: boolean;
  readonly lane: number;
}

/** Lanes at most: what finds none free lies over others in the last. */
export const LANES = 6;

/** The bars of a strip from `first` to `last`; an open end runs on for `tail` days. What lies outside the strip is left out. */
export function bars(
  stretches: readonly Stretch[],
  [first, last]: readonly [number, number],
  tail: number,
  day: (iso: string) => number,
): Bar[] {
  const clipped = stretches.flatMap((stretch) => {
    const { start, end } = stretch;
    if (start === null && end === null) return [];
    const from = start !== null ? day(start) : day(end ?? "") - tail;
    const to = end !== null ? day(end) : day(start ?? "") + tail;
    if (to < first || from > last) return [];
    const openBefore = start === null || from < first;
    const openAfter = end === null || to > last;
    return [{ stretch, from: Math.max(from, first), to: Math.min(to, last), openBefore, openAfter }];
  });
  const ends: number[] = [];
  return clipped
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((bar) => {
      const free = ends.findIndex((end) => end < bar.from);
      const lane = free >= 0 ? free : Math.min(ends.length, LANES - 1);
      ends[lane] = Math.max(ends[lane] ?? bar.to, bar.to);
      return { ...bar, lane };
    });
}
