import type { Schema } from "../api/client";
import { dayNumber, interval, longDay } from "../days";
import { useHere } from "../here";
import { coloursOf, holdersIn, REST, UNKNOWN } from "../map/colours";

type Spell = Schema["SpellOut"];

/** Who held a place over time, as a bar and as a table; the bar shows the monitor's days. */
export function Spells({ spells, first, last }: { spells: readonly Spell[]; first: string; last: string }) {
  const [from, to] = [dayNumber(first), dayNumber(last) + 1];
  const { meta } = useHere();
  const colours = coloursOf(
    meta.sides.map((s) => s.name),
    holdersIn(spells),
  );
  const colour = (s: Spell) => (s.holder ? (colours.get(s.side ?? s.holder) ?? REST) : UNKNOWN);
  const at = (day: number) => Math.min(100, Math.max(0, ((day - from) / (to - from)) * 100));
  const shown = spells.map((spell, n) => {
    const start = spell.since ? dayNumber(spell.since) : from;
    const next = spells[n + 1]?.since;
    const end = spell.until ? dayNumber(spell.until) : next ? dayNumber(next) : to;
    return { spell, left: at(start), width: Math.max(0.4, at(end) - at(start)) };
  });
  return (
    <>
      <div class="spells" aria-hidden="true" dir="ltr">
        {shown.map(({ spell, left, width }) => (
          <span
            key={`${spell.since}-${spell.holder}-${spell.status}`}
            class={`spell ${spell.status}`}
            style={{
              insetInlineStart: `${left}%`,
              width: `${width}%`,
              "--swatch": colour(spell),
            }}
            title={`${spell.holder ?? "unknown"}: ${interval(spell.since, spell.until)}`}
          />
        ))}
      </div>
      <div class="scroll-x">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Holder</th>
              <th scope="col">Standing</th>
              <th scope="col">Why</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {spells.map((spell) => (
              <tr key={`${spell.since}-${spell.holder}-${spell.status}`}>
                <td>
                  {spell.since ? `from ${longDay(spell.since)}` : ""}
                  {spell.until ? ` until ${longDay(spell.until)}` : ""}
                  {!spell.since && !spell.until && "throughout"}
                </td>
                <td class="name">
                  <i class="swatch" style={{ "--swatch": colour(spell) }} /> {spell.holder ?? "unknown"}
                </td>
                <td>{spell.status}</td>
                <td>{spell.why}</td>
                <td>
                  {spell.evidence.map((id, n) => (
                    <button
                      type="button"
                      class="link"
                      key={id}
                      aria-label={`To the words of evidence ${n + 1}`}
                      onClick={() => document.getElementById(id)?.scrollIntoView({ block: "center" })}
                    >
                      {n + 1}
                    </button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
