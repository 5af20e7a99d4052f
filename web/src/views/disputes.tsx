import type { Schema } from "../api/client";
import { interval } from "../days";
import { useHere, useLinks } from "../here";
import { CiteLink } from "../parts/cite-link";
import { ChoiceFilter, DayFilter, Filters, TextFilter } from "../parts/filter-form";
import { Pages } from "../parts/pages";

const NAMES = ["text", "type", "place", "actor", "start", "end", "real"] as const;

/** Where accounts differ, both sides' words side by side; every filter is in the address. */
export function DisputesView() {
  const { meta, route, on } = useHere();
  const { real, ...asked } = Object.fromEntries(NAMES.map((name) => [name, route.query[name] ?? ""]));
  const types = Object.entries(meta.dispute_types).map(([type, count]) => [type, `${type} (${count})`] as const);
  return (
    <div class="stack">
      <h1>Disputes</h1>
      <Filters names={NAMES}>
        <TextFilter name="text" label="Words" hint="in reasons and quotes" />
        <ChoiceFilter name="type" label="About" options={types} none="anything" />
        <TextFilter name="place" label="Place" />
        <TextFilter name="actor" label="Actor" />
        <DayFilter name="start" label="From" />
        <DayFilter name="end" label="To" />
        <ChoiceFilter
          name="real"
          label="Which"
          none="true contradictions"
          options={[
            ["false", "differences of scope, time or wording"],
            ["any", "both"],
          ]}
        />
      </Filters>
      <Pages
        path="disputes"
        query={{ ...asked, on, real: real === "any" ? "" : real || "true", limit: 30 }}
        what="disagreements"
        none="No disagreement passes these filters."
      >
        {(rows) => (
          <ul class="stack">
            {rows.map((row) => (
              <li key={row.id} class="card">
                <DisputeLine row={row} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function DisputeLine({ row }: { row: Schema["DisputeRow"] }) {
  const link = useLinks();
  return (
    <article aria-label={`Disagreement: ${row.type}`}>
      <h2>
        {row.type} {!row.real && <span class="tag">no true contradiction</span>}
      </h2>
      <p class="small muted">
        {interval(row.start, row.end)}
        {row.places.map((place) => (
          <span key={place.id}>
            {" · "}
            <a class="name" href={link("place", place.id)}>
              {place.name}
            </a>
          </span>
        ))}
      </p>
      <p>{row.why}</p>
      <div class="sides">
        <Side side={row.a} />
        <Side side={row.b} />
      </div>
      {row.event && <a href={link("event", row.event.replace(/^event\//, ""))}>The event with all its witnesses</a>}
    </article>
  );
}

function Side({ side }: { side: Schema["DisputeSide"] }) {
  return (
    <figure class="side">
      <blockquote class="words" dir="auto">
        {side.quote}
      </blockquote>
      <figcaption class="small">
        {side.said_by !== side.citation.outlet && (
          <>
            <span class="name">{side.said_by}</span>
            <span class="muted">, in </span>
          </>
        )}
        <CiteLink cite={side.citation} />
        {side.records > 1 && <span class="muted"> and {side.records - 1} more</span>}
      </figcaption>
    </figure>
  );
}
