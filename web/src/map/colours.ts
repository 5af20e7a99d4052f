// One colour per holder, the same on every day and in both themes: the eight of Okabe and Ito, told apart by people of every colour vision.
const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d3b", "#7a6ccf"] as const;
/** Holders beyond the palette share this one; their names still stand beside every mark. */
const REST = "#7d8589";
export const UNKNOWN = "#9aa3a7";

/** Colours by holder, given with how often each holds something: the most frequent first, equals by name. */
export function coloursOf(holders: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const order = [...holders].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Map(order.map(([name], at) => [name, PALETTE[at] ?? REST]));
}
