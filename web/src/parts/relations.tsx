import { useState } from "preact/hooks";
import type { Schema } from "../api/client";
import { interval } from "../days";
import { ActorLink } from "./actor-link";
import { CiteLink } from "./cite-link";

type Relation = Schema["RelationRow"];

/** The ties in the order they are told in, with the words for them. */
const TIES: Record<string, string> = {
  fights: "Fights",
  backs: "Backs",
  "backed by": "Is backed by",
  beside: "Fights beside",
};

/** Whom an actor fights and backs, as records say so, each with how many say it, of which days, and their words. */
export function Relations({ relations }: { relations: readonly Relation[] }) {
  const ties = [...new Set([...Object.keys(TIES), ...relations.map((r) => r.tie)])];
  return (
    <section class="card stack" aria-label="Whom it fights and backs">
      <h2>Whom it fights and backs</h2>
      {ties.map((tie) => (
        <Tie key={tie} title={TIES[tie] ?? tie} found={relations.filter((r) => r.tie === tie)} />
      ))}
    </section>
  );
}

/** Others of one tie shown at once, those most say it of first. */
const SHOWN = 8;

function Tie({ title, found }: { title: string; found: readonly Relation[] }) {
  const [all, setAll] = useState(false);
  if (!found.length) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul class="stack tight">
        {(all ? found : found.slice(0, SHOWN)).map((relation) => (
          <li key={`${relation.actor.id}-${relation.evidence[0]?.record}`}>
            <ActorLink actor={relation.actor} />{" "}
            <span class="tag" title="Independent sources: copies of one text count once">
              {relation.sources} {relation.sources === 1 ? "source" : "sources"}
            </span>
            <p class="small muted">
              {relation.records} {relation.records === 1 ? "record" : "records"}, {interval(relation.first, relation.last)}:{" "}
              {relation.evidence.map((cite, n) => (
                <span key={cite.record}>
                  {n > 0 && ", "}
                  <CiteLink cite={cite} />
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {!all && found.length > SHOWN && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {found.length - SHOWN} more
        </button>
      )}
    </div>
  );
}
