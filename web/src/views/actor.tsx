import type { Schema } from "../api/client";
import { useAnswer, useHere, useLinks } from "../here";
import { ActorLink } from "../parts/actor-link";
import { ActorNames } from "../parts/actor-names";
import { EventLine } from "../parts/event-line";
import { Losses } from "../parts/losses";
import { Relations } from "../parts/relations";
import { Await } from "../parts/resource";
import { SeriesChart } from "../parts/series-chart";

/** One actor: names, sides over time, strengths and other series, whom it fights and stands beside. */
export function ActorView() {
  const { route, on } = useHere();
  const found = useAnswer("actor/{id}", route.id, { on });
  return (
    <Await of={found} what="the actor">
      {(actor) => <Shown actor={actor} />}
    </Await>
  );
}

/** Happenings shown; the list of all is a view of its own. */
const LATEST = 12;
const ORDER = ["strength", "toll", "movement", "agreement", "statement"];
const rank = (kind: string): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);

function Shown({ actor }: { actor: Schema["Actor"] }) {
  const link = useLinks();
  const { row } = actor;
  const series = [...actor.series].sort((a, b) => rank(a.kind) - rank(b.kind) || b.points.length - a.points.length);
  return (
    <article class="stack">
      <header>
        <h1 class="name">{row.name}</h1>
        <p class="muted">
          {row.side ? `on the side of ${row.side}` : "no side given"} · {row.events} events, {row.records} records
          {actor.part_of && (
            <>
              {" · part of "}
              <ActorLink actor={actor.part_of} />
            </>
          )}
        </p>
      </header>
      <div class="columns">
        <div class="stack">
          {series.length > 0 && (
            <section class="card stack" aria-label="Over time">
              <h2>Over time</h2>
              {series.map((s) => (
                <SeriesChart key={s.id} series={s} />
              ))}
            </section>
          )}
          {actor.losses.length > 0 && <Losses losses={actor.losses} />}
          <section aria-label="Events">
            <h2>Latest happenings</h2>
            <ul class="stack">
              {actor.events.slice(0, LATEST).map((e) => (
                <li key={e.id}>
                  <EventLine row={e} />
                </li>
              ))}
            </ul>
            {row.events > LATEST && (
              <p>
                <a href={link("events", "", { actor: row.id })}>All {row.events}</a>
              </p>
            )}
          </section>
        </div>
        <aside class="stack">
          <ActorNames actor={actor} />
          {actor.relations.length > 0 && <Relations relations={actor.relations} />}
          <Others title="Told of opposite it" found={actor.against} />
          <Others title="Told of beside it" found={actor.beside} />
        </aside>
      </div>
    </article>
  );
}

function Others({ title, found }: { title: string; found: readonly Schema["Met"][] }) {
  if (!found.length) return null;
  const most = Math.max(...found.map((m) => m.events));
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {found.slice(0, 15).map((m) => (
          <li key={m.actor.name} class="meeting">
            <ActorLink actor={m.actor} />
            <span class="bar" aria-hidden="true">
              <i style={{ width: `${(m.events / most) * 100}%` }} />
            </span>
            <span class="numeric small muted">
              {m.events} <span class="visually-hidden">events</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
