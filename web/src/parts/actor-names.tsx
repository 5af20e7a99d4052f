import type { Schema } from "../api/client";
import { interval, longDay } from "../days";
import { ActorLink } from "./actor-link";

type Actor = Schema["Actor"];

/** Who an actor is: its names, sides and bodies with their days, what became of it, and what is only guessed. */
export function ActorNames({ actor }: { actor: Actor }) {
  return (
    <>
      <section class="card stack" aria-label="Names and sides">
        <h2>Names and sides</h2>
        <Spans title="Side" spans={actor.sides} />
        <Spans title="Part of" spans={actor.bodies} />
        <Spans title="Called" spans={actor.called} />
        <Past actor={actor} />
        <Spellings actor={actor} />
      </section>
      {(actor.guesses.length > 0 || actor.maybe.length > 0) && <Guesses actor={actor} />}
    </>
  );
}

function Spans({ title, spans }: { title: string; spans: Actor["sides"] }) {
  if (!spans.length) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {spans.map((s) => (
          <li key={`${s.name}-${s.start}-${s.end}`}>
            <span class="name">{s.name}</span>
            <span class="muted small"> {s.start || s.end ? between(s.start, s.end) : "throughout"}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Both ends are days on which it held. */
function between(start: string | null, end: string | null): string {
  return start || !end ? interval(start, end) : `until ${longDay(end)}`;
}

const CAME: Record<string, string> = {
  renamed: "renamed from",
  merged: "made of, among others,",
  split: "split off from",
  joined: "joined",
};

function Past({ actor }: { actor: Actor }) {
  if (!actor.history.length && !actor.members.length) return null;
  return (
    <div>
      <h3>History</h3>
      <ul>
        {actor.history.map((past) => (
          <li key={`${past.how}-${past.actor.name}-${past.on}`}>
            {CAME[past.how] ?? past.how} <ActorLink actor={past.actor} />
            {past.on && <span class="muted small"> {longDay(past.on)}</span>}
          </li>
        ))}
        {actor.members.map((member) => (
          <li key={member.name}>
            part of it: <ActorLink actor={member} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Spellings shown at once; the rest opens. */
const SHOWN = 8;

function Spellings({ actor }: { actor: Actor }) {
  const rest = actor.spellings.slice(SHOWN);
  return (
    <>
      <Written rows={actor.spellings.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary class="small">{rest.length} more spellings</summary>
          <Written rows={rest} />
        </details>
      )}
    </>
  );
}

function Written({ rows }: { rows: Actor["spellings"] }) {
  return (
    <div class="scroll-x">
      <table class="small">
        <thead>
          <tr>
            <th scope="col">As reports write it</th>
            <th scope="col">Records</th>
            <th scope="col">Of days</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((s) => (
            <tr key={s.name}>
              <th scope="row" class="name">
                {s.name}
              </th>
              <td class="numeric">{s.records}</td>
              <td class="muted numeric">{[...new Set([s.first, s.last])].filter(Boolean).join(" – ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What nobody decided: a side that only its relations speak for, and actors whose names look alike. */
function Guesses({ actor }: { actor: Actor }) {
  return (
    <section class="card stack guesses" aria-label="Guesses">
      <h2>
        Guesses <span class="tag claimed">nobody decided these</span>
      </h2>
      <ul class="stack tight">
        {actor.guesses.map((g) => (
          <li key={g.side}>
            On the side of <span class="name">{g.side}</span>? <span class="muted numeric">{g.score.toFixed(2)}</span>
            <p class="small muted">{g.why}</p>
          </li>
        ))}
        {actor.maybe.map((m) => (
          <li key={m.actor.name}>
            The same as <ActorLink actor={m.actor} />? <span class="muted numeric">{m.score.toFixed(2)}</span>
            <p class="small muted">{m.why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
