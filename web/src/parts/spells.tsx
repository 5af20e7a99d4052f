import type { Schema } from "../api/client";
import { dayNumber, interval } from "../days";
import { coloursOf, UNKNOWN } from "../map/colours";

type Spell = Schema["SpellOut"];

/** Who held a place over time, as a bar and as a table; the bar shows the monitor's days. */
export function Spells({ spells, first, last }: { spells: readonly Spell[]; first: string; last: string }) {
  const [from, to] = [dayNumber(first), dayNumber(last) + 1];
  const colours = coloursOf(new Map(spells.flatMap((s) => (s.holder ? [[s.side ?? s.holder, 1] as const] : []))));
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
              "--swatch": colours.get(spell.side ?? spell.holder ?? "") ?? UNKNOWN,
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
                  {spell.since ? `from ${spell.since}` : "before"}
                  {spell.until ? ` until ${spell.until}` : ""}
                </td>
                <td class="name">
                  <i class="swatch" style={{ "--swatch": colours.get(spell.side ?? spell.holder ?? "") ?? UNKNOWN }} />{" "}
                  {spell.holder ?? "unknown"}
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
