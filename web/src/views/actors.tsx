import type { Schema } from "../api/client";
import { interval } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { EventLine } from "../parts/event-line";
import { ChoiceFilter, Filters, TextFilter } from "../parts/filter-form";
import { Pages } from "../parts/pages";
import { Await } from "../parts/resource";
import { SeriesChart } from "../parts/series-chart";

/** Every actor the records name. */
export function ActorsView() {
  const { route } = useHere();
  const link = useLinks();
  const query = { text: route.query.text ?? "", described: route.query.described === "true", limit: 100 };
  return (
    <div class="stack">
      <h1>Actors</h1>
      <Filters names={["text", "described"]}>
        <TextFilter name="text" label="Name" hint="any of its names" />
        <ChoiceFilter name="described" label="Show" none="named actors" options={[["true", "also those only described"]]} />
      </Filters>
      <Pages path="actors" query={query} what="actors" none="No record names such an actor.">
        {(rows) => (
          <div class="scroll-x">
            <table>
              <thead>
                <tr>
                  <th scope="col">Actor</th>
                  <th scope="col">Side</th>
                  <th scope="col">Events</th>
                  <th scope="col">Records</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <a class="name" href={link("actor", row.id)}>
                        {row.name}
                      </a>{" "}
                      {!row.registered && row.named && <span class="tag">not in actors.toml</span>}
                    </th>
                    <td>{row.side ?? ""}</td>
                    <td class="numeric">{row.events}</td>
                    <td class="numeric">{row.records}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Pages>
    </div>
  );
}

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
              {actor.part_of.id ? <a href={link("actor", actor.part_of.id)}>{actor.part_of.name}</a> : actor.part_of.name}
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
          <section aria-label="Events">
            <h2>Latest happenings</h2>
            <ul class="stack">
              {actor.events.map((e) => (
                <li key={e.id}>
                  <EventLine row={e} />
                </li>
              ))}
            </ul>
            {actor.more_events > 0 && (
              <p>
                <a href={link("events", "", { actor: row.id })}>{actor.more_events} more</a>
              </p>
            )}
          </section>
        </div>
        <aside class="stack">
          <section class="card" aria-label="Names and sides">
            <h2>Names and sides</h2>
            <dl class="fields">
              {actor.spellings.map((s) => (
                <>
                  <dt class="numeric" key={s.name}>
                    {s.records} ×
                  </dt>
                  <dd class="name">{s.name}</dd>
                </>
              ))}
            </dl>
            <ul class="small">
              {actor.sides.map((s) => (
                <li key={`${s.name}-${s.start}`}>
                  {s.name}: {s.start || s.end ? interval(s.start, s.end) : "throughout"}
                </li>
              ))}
            </ul>
          </section>
          <Others title="Told of opposite it" found={actor.against} />
          <Others title="Told of beside it" found={actor.beside} />
        </aside>
      </div>
    </article>
  );
}

function Others({ title, found }: { title: string; found: readonly Schema["Met"][] }) {
  const link = useLinks();
  if (!found.length) return null;
  const most = Math.max(...found.map((m) => m.events));
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {found.slice(0, 15).map((m) => (
          <li key={m.actor.name} class="meeting">
            {m.actor.id ? (
              <a class="name" href={link("actor", m.actor.id)}>
                {m.actor.name}
              </a>
            ) : (
              <span class="name">{m.actor.name}</span>
            )}
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
