import type { Schema } from "../api/client";
import { longDay } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { standingOf, words } from "../map/control";
import { SpotMap } from "../map/spot-map";
import { EventLine } from "../parts/event-line";
import { EvidenceCard } from "../parts/evidence";
import { Filters, TextFilter } from "../parts/filter-form";
import { ListTable } from "../parts/list-table";
import { precisionWords } from "../parts/precision";
import { Await } from "../parts/resource";
import { Spells } from "../parts/spells";
import { go } from "../route";

/** Every place the records name. */
export function PlacesView() {
  const { route } = useHere();
  const link = useLinks();
  return (
    <div class="stack">
      <h1>Places</h1>
      <Filters names={["text"]}>
        <TextFilter name="text" label="Name" hint="any spelling" />
      </Filters>
      <ListTable
        path="places"
        query={{ text: route.query.text ?? "", limit: 100 }}
        what="places"
        none="No record names such a place."
        id={(row) => row.place.id}
        columns={[
          {
            head: "Place",
            cell: (row) => (
              <a class="name" href={link("place", row.place.id)}>
                {row.place.name}
              </a>
            ),
          },
          {
            head: "Where",
            cell: (row) => (
              <>
                {[row.kind?.replaceAll("_", " "), row.country].filter(Boolean).join(", ")}
                <span class="muted small"> {precisionWords(row.place.where_prec)}</span>
              </>
            ),
          },
          { head: "Events", cell: (row) => row.events, class: "numeric" },
          { head: "Records", cell: (row) => row.records, class: "numeric" },
          { head: "Holder reported", cell: (row) => (row.control ? "yes" : "") },
        ]}
      />
    </div>
  );
}

/** One place: who held it when, on which evidence, and what happened there. */
export function PlaceView() {
  const { route, on } = useHere();
  const found = useAnswer("place/{id}", route.id, { on });
  return (
    <Await of={found} what="the place">
      {(place) => <Shown place={place} />}
    </Await>
  );
}

function Shown({ place }: { place: Schema["Place"] }) {
  const { meta, route, on } = useHere();
  const link = useLinks();
  const { row, holds } = place;
  return (
    <article class="stack">
      <header>
        <h1 class="name">{row.place.name}</h1>
        <p class="muted">
          {[row.kind?.replaceAll("_", " "), row.country].filter(Boolean).join(", ")} · {precisionWords(row.place.where_prec)}
        </p>
      </header>
      <div class="columns">
        <div class="stack">
          <section class="card" aria-label="Who holds it">
            <h2>Who holds it on {on ? longDay(on) : "the day"}</h2>
            {holds ? (
              <>
                <p>{words(holds, standingOf(holds).standing)}</p>
                <p class="muted small">{holds.assessed.why}</p>
                {holds.claimed.length > 0 && (
                  <ul class="small">
                    {holds.claimed.map((c) => (
                      <li key={`${c.holder}-${c.by}-${c.day}`}>
                        Claimed: <span class="name">{c.holder}</span>, says <span class="name">{c.by}</span>
                        {c.day && ` (${longDay(c.day)})`}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ) : (
              <p class="muted">Nobody says who holds it.</p>
            )}
          </section>
          {place.spells.length > 0 && (
            <section class="card" aria-label="Control over time">
              <h2>Over time</h2>
              <Spells spells={place.spells} first={meta.period_start ?? meta.first ?? on} last={meta.period_end ?? meta.on ?? on} />
            </section>
          )}
          <section aria-label="Events">
            <h2>What happened here</h2>
            <ul class="stack">
              {place.events.map((e) => (
                <li key={e.id}>
                  <EventLine row={e} />
                </li>
              ))}
            </ul>
            {place.more_events > 0 && (
              <p>
                <a href={link("events", "", { place: row.place.id })}>{place.more_events} more</a>
              </p>
            )}
          </section>
        </div>
        <aside class="stack">
          <SpotMap place={row.place} label={row.place.name} onPick={(id) => go({ ...route, view: "place", id })} />
          <section class="card" aria-label="How it was placed">
            <h2>How it was placed</h2>
            <p class="small">
              Written as <span class="name">{place.names.join(", ")}</span>. {place.why}
            </p>
            {place.candidates.length > 1 && (
              <ol class="small">
                {place.candidates.map((c) => (
                  <li key={`${c.name}-${c.lat}-${c.lon}`}>
                    <span class="name">{c.name}</span> ({c.country}) {c.score.toFixed(2)}: <span class="muted">{c.why}</span>
                  </li>
                ))}
              </ol>
            )}
          </section>
          {place.evidence.length > 0 && (
            <section aria-label="Evidence of control">
              <h2>The words on who holds it</h2>
              <ul class="stack">
                {place.evidence.map((card) => (
                  <li key={card.record}>
                    <EvidenceCard card={card} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </article>
  );
}
