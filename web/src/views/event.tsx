import type { Schema } from "../api/client";
import { figure, interval, longDay } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { SpotMap } from "../map/spot-map";
import { ActorLink } from "../parts/actor-link";
import { CopyButton } from "../parts/copy-button";
import { DisputeCard } from "../parts/dispute";
import { Firmness, Sources } from "../parts/event-line";
import { EvidenceCard, nameOf } from "../parts/evidence";
import { MatrixChart } from "../parts/matrix";
import { precisionWords } from "../parts/precision";
import { Await } from "../parts/resource";
import { go } from "../route";

/** One happening with all its witnesses. */
export function EventView() {
  const { route } = useHere();
  const found = useAnswer("event/{id}", route.id);
  return (
    <Await of={found} what="the happening">
      {(event) => <Shown event={event} />}
    </Await>
  );
}

function Shown({ event }: { event: Schema["Event"] }) {
  const { row } = event;
  const why = new Map(event.joined.map((j) => [j.record, j.why]));
  return (
    <article class="stack event">
      <header>
        <p class="muted small">{row.kind}</p>
        <h1 class="name">{row.what}</h1>
        <p class="tags">
          <Sources count={row.sources} /> <Firmness modality={row.modality} /> {row.disputed && <span class="tag disputed">disputed</span>}
        </p>
      </header>
      <div class="columns">
        <div class="stack">
          {event.figures.length > 0 && (
            <section aria-label="Figures" class="card">
              <h2>How many, and who says so</h2>
              {event.figures.map((m) => (
                <MatrixChart key={`${m.measure}|${m.group}`} matrix={m} />
              ))}
            </section>
          )}
          {event.disputes.length > 0 && (
            <section aria-label="Disputes">
              <h2>Where accounts differ</h2>
              {event.disputes.map((d) => (
                <DisputeCard key={d.id} dispute={d} />
              ))}
            </section>
          )}
          <section aria-label="Evidence">
            <h2>The words</h2>
            <ul class="stack">
              {event.evidence.map((card) => (
                <li key={card.record}>
                  <EvidenceCard card={card} why={event.evidence.length > 1 ? why.get(card.record) : undefined} />
                </li>
              ))}
            </ul>
          </section>
        </div>
        <aside class="stack">
          <Facts event={event} />
          <Where event={event} />
          <History event={event} />
          <section class="card">
            <h2>Cite</h2>
            <p class="small words">{event.citation}</p>
            <p class="tags">
              <CopyButton text={event.citation} label="Copy the citation" />
              <CopyButton text={JSON.stringify(event, null, 2)} label="Copy as JSON" />
            </p>
          </section>
        </aside>
      </div>
    </article>
  );
}

function Facts({ event }: { event: Schema["Event"] }) {
  const { row } = event;
  const people = (label: string, found: readonly Schema["ActorRef"][]) =>
    found.length > 0 && (
      <>
        <dt>{label}</dt>
        <dd>
          {found.map((a, n) => (
            <span key={a.name}>
              {n > 0 && ", "}
              <ActorLink actor={a} />
            </span>
          ))}
        </dd>
      </>
    );
  return (
    <section class="card" aria-label="Facts">
      <dl class="fields">
        <dt>type</dt>
        <dd>{row.type}</dd>
        <dt>when</dt>
        <dd>
          {interval(row.start, row.end)}
          <span class="muted small">
            {" "}
            {[...new Set(event.when.map((w) => `${w.precision}, ${w.basis.replaceAll("_", " ")}`))].join("; ")}
          </span>
        </dd>
        {people("by", event.actors1)}
        {people("to", event.actors2)}
        <dt>independent sources</dt>
        <dd class="name">{event.independent.join("; ")}</dd>
      </dl>
    </section>
  );
}

function Where({ event }: { event: Schema["Event"] }) {
  const { route } = useHere();
  const link = useLinks();
  const place = event.where;
  if (!place) return null;
  return (
    <section class="card" aria-label="Place">
      <h2>
        <a class="name" href={link("place", place.id)}>
          {place.name}
        </a>
      </h2>
      <p class="small muted">{precisionWords(place.where_prec)}</p>
      <SpotMap place={place} label={place.name} onPick={(id) => go({ ...route, view: "place", id })} />
    </section>
  );
}

function History({ event }: { event: Schema["Event"] }) {
  const link = useLinks();
  return (
    <section class="card" aria-label="How it became known">
      <h2>How it became known</h2>
      <ol class="timeline">
        {event.history.map((heard) => (
          <li key={heard.known ?? "always"}>
            <strong>{heard.known ? longDay(heard.known) : "No date"}</strong>
            {(heard.killed_low !== null || heard.killed_high !== null) && (
              <span class="numeric"> · {figure(heard.killed_low, heard.killed_high)} killed, as known then</span>
            )}
            <ul>
              {heard.documents.map((d) => (
                <li key={d.id} class="small">
                  {d.publisher && <span class="name">{d.publisher}: </span>}
                  <a class="name" href={link("document", d.id)}>
                    {nameOf(d)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
