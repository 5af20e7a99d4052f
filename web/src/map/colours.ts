// One colour per holder, the same on every day, in every view and in both themes: the eight of Okabe and Ito, told apart by people of
// every colour vision.
const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d3b", "#7a6ccf"] as const;
/** Holders without a colour of their own share this one; their names still stand beside every mark. */
export const REST = "#5f6669";
export const UNKNOWN = "#9aa3a7";
/** Names that have a colour where no sides are given, and holders of no side that have one beside the sides. */
const ALONE = 6;
const BESIDE = 2;
/** A holder of no side must hold this share of all spells to have a colour: a legend of everybody tells nothing. */
const SHARE = 0.05;

/** Colours by side or holder: the sides in the order the monitor gives them, then who holds most over the whole war, equals by name. */
export function coloursOf(sides: readonly string[], holders: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const all = [...holders.values()].reduce((sum, n) => sum + n, 0);
  const others = [...holders]
    .filter(([name, n]) => !sides.includes(name) && n >= SHARE * all)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, sides.length ? BESIDE : ALONE)
    .map(([name]) => name);
  return new Map([...sides, ...others].map((name, at) => [name, PALETTE[at] ?? REST]));
}

/** How often each holds something, over all spells, by side where it has one. */
export function holdersIn(spells: readonly { readonly holder: string | null; readonly side: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { holder, side } of spells) {
    const name = side ?? holder;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
