// Who holds what on a day, from the spells: the same answer that the API gives (`stages/control/holding.py` says how it is found).
import type { Schema } from "../api/client";
import { dayNumber, isoOf } from "../days";

type Spell = Schema["TimedSpell"];
type Out = Schema["SpellOut"];
type Claimed = Schema["ClaimedHolder"];
type Answer = Pick<Schema["HoldRow"], "on" | "assessed" | "claimed">;

/** The answer for one place on a day. */
export function holdingOn(place: Schema["PlaceSpells"], on: string): Answer {
  return { on, assessed: assessed(place, on), claimed: latest(place.claimed, on) };
}

function assessed(place: Schema["PlaceSpells"], on: string): Out {
  const spell = place.spells.findLast((s) => (!s.since || s.since <= on) && (!s.until || on < s.until));
  const [first] = place.spells;
  if (!spell) {
    if (first) return unknown(`the first report of who holds it is of ${first.since}`);
    return unknown(place.claimed.length ? "only parties claim to hold it; no other source says so" : "no claim says so as a fact");
  }
  const { sides, told, ...out } = spell;
  const lasts = spell.status === "unknown" || spell.known.some(([from, to]) => from <= on && on <= to);
  return lasts ? { ...out, side: sides.findLast((s) => !s.since || s.since <= on)?.side ?? null } : faded(spell, on);
}

/** Unknown, from the day on which the sources came to weigh too little until they weigh enough again. */
function faded(spell: Spell, on: string): Out {
  const { sides, told, ...out } = spell;
  const who = `${spell.holder ?? "nobody known"}, ${spell.status}`;
  const before = spell.known.map(([, end]) => end).findLast((end) => end < on);
  if (!before) {
    const first = told.map(([start]) => start).sort()[0] ?? "None";
    return unknown(`nobody reports on it for so long before ${first} (then: ${who})`, "decay");
  }
  const last = told
    .map(([, end]) => end)
    .filter((end) => end <= on)
    .sort()
    .at(-1);
  const days = last ? dayNumber(on) - dayNumber(last) : 0;
  const why = `nobody has reported on it for ${days} days (last: ${who}, ${last})`;
  const since = isoOf(dayNumber(before) + 1);
  return { ...out, holder: null, side: null, status: "unknown", since, why, rule: "decay", accounts: [] };
}

const unknown = (why: string, rule = "silence"): Out => ({
  holder: null,
  side: null,
  status: "unknown",
  since: null,
  until: null,
  heard: null,
  why,
  rule,
  evidence: [],
  accounts: [],
  known: [],
});

/** The last thing each party says up to that day, of the whole place and of each part of it. */
function latest(claimed: readonly Claimed[], on: string): Claimed[] {
  const last = new Map<string, Claimed>();
  for (const one of claimed) if (!one.day || one.day <= on) last.set(`${one.by}\u0000${one.part}`, one);
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
