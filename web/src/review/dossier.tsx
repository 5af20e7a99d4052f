import type { Schema } from "../api/client";
import { useLinks } from "../here";
import { ActorLink } from "../parts/actor-link";
import { precisionWords } from "../parts/precision";
import { Said } from "../parts/said";

type Dossier = Schema["RecordDossier"];

/** What stands with, near and against the record, with the words of each. */
export function Around({ dossier, join }: { dossier: Dossier; join: (record: string) => void }) {
  const { together, against, near, copies } = dossier;
  return (
    <>
      {against.length > 0 && (
        <section class="card stack" aria-label="Against it">
          <h2>What others say against it</h2>
          {against.map((a) => (
            <div key={a.id} class="stack tight">
              <p>
                <strong>{a.type}</strong> {!a.real && <span class="tag">no true contradiction</span>}{" "}
                <span class="muted small">{a.why}</span>
              </p>
              <Cards cards={a.said} />
            </div>
          ))}
        </section>
      )}
      {together.length > 0 && (
        <section class="card stack" aria-label="Put together with">
          <h2>Put together with</h2>
          {dossier.joined && <p class="muted small">{dossier.joined}</p>}
          <Cards cards={together} />
        </section>
      )}
      {near.length > 0 && <Near near={near} join={join} />}
      {copies.length > 0 && (
        <p class="small muted">
          The same words in {copies.map((c) => c.document.publisher ?? c.document.doc).join(", ")}: one witness with this one.
        </p>
      )}
    </>
  );
}

function Cards({ cards }: { cards: readonly Schema["Evidence"][] }) {
  return (
    <ul class="stack tight">
      {cards.map((card) => (
        <li key={card.record}>
          <Said card={card} />
        </li>
      ))}
    </ul>
  );
}

function Near({ near, join }: { near: Dossier["near"]; join: (record: string) => void }) {
  const link = useLinks();
  return (
    <section class="card stack" aria-label="Near it">
      <h2>Other happenings near it</h2>
      <ol class="stack">
        {near.map((n) => (
          <li key={n.event}>
            <div class="near-line">
              <p>
                <a class="name" href={link("event", n.event.replace(/^event\//, ""))}>
                  {n.what}
                </a>{" "}
                <span class="muted small">
                  {n.days === 0 ? "the same days" : `${n.days} ${n.days === 1 ? "day" : "days"} apart`}
                  {n.same_place && ", at the same place"}
                </span>
              </p>
              <button type="button" class="button" onClick={() => join(n.said.record)}>
                The same happening
              </button>
            </div>
            <Said card={n.said} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the names in the record were taken for, and of which fields the program is least sure. */
export function Names({ dossier }: { dossier: Dossier }) {
  const { places, actors, unsure } = dossier;
  const link = useLinks();
  if (!places.length && !actors.length && !unsure.length) return null;
  return (
    <section class="card stack" aria-label="What the names were taken for">
      <h2>What the names were taken for</h2>
      <ul class="stack tight small">
        {places.map((p) => (
          <li key={`place ${p.name}`}>
            “<span class="name">{p.name}</span>”:{" "}
            {p.place ? (
              <>
                <a class="name" href={link("place", p.place.id)}>
                  {p.place.name}
                </a>
                , {precisionWords(p.place.where_prec)}
              </>
            ) : (
              "not placed"
            )}
            <span class="muted"> {p.why}</span>
          </li>
        ))}
        {actors.map((a) => (
          <li key={`actor ${a.name}`}>
            “<span class="name">{a.name}</span>”: <ActorLink actor={a.actor} />
            <span class="muted"> {a.why}</span>
            {a.others.length > 0 && <span class="muted"> Perhaps {a.others.join(", ")}.</span>}
          </li>
        ))}
      </ul>
      {unsure.length > 0 && <p class="small">Least sure of: {unsure.map((field) => field.replaceAll("_", " ")).join(", ")}.</p>}
    </section>
  );
}

/** What was decided of the record before, and holds. */
export function Before({ decisions }: { decisions: Dossier["decisions"] }) {
  if (!decisions.length) return null;
  return (
    <section class="card" aria-label="Decided before">
      <h2>Decided before</h2>
      <ul class="small">
        {decisions.map((d) => (
          <li key={d.id}>
            <strong>{d.verdict}</strong> by <span class="name">{d.decider}</span> <span class="muted">{d.at.slice(0, 10)}</span>
            {d.reason && `: ${d.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
