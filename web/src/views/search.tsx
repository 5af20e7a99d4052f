import type { Schema } from "../api/client";
import { longDay } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { Await } from "../parts/resource";

/** What the words lead to: places, actors and documents by name, events and records by their words. */
export function SearchView() {
  const { route } = useHere();
  const words = route.query.q ?? "";
  return (
    <div class="stack">
      <h1>Search</h1>
      {words ? <Results words={words} /> : <p class="muted">Write some words into the field above, or press /.</p>}
    </div>
  );
}

const HEADINGS: Readonly<Record<string, string>> = {
  place: "Places",
  actor: "Actors",
  source: "Publishers",
  document: "Documents",
  event: "Events",
  record: "Records",
};

function Results({ words }: { words: string }) {
  const found = useAnswer("search", "", { q: words, limit: 100 });
  return (
    <Await of={found} what="what was found">
      {(result) => {
        const kinds = [...new Set(result.items.map((i) => i.kind))];
        return (
          <>
            <p class="muted" role="status">
              {result.items.length === 0
                ? `Nothing holds “${result.query}”.`
                : `${result.items.length}${result.more ? " or more" : ""} for “${result.query}”`}
            </p>
            {kinds.map((kind) => (
              <section key={kind} aria-label={kind}>
                <h2>{HEADINGS[kind] ?? kind}</h2>
                <ul class="stack">
                  {result.items
                    .filter((i) => i.kind === kind)
                    .map((item) => (
                      <li key={item.id}>
                        <Hit item={item} />
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </>
        );
      }}
    </Await>
  );
}

function Hit({ item }: { item: Schema["Found"] }) {
  const link = useLinks();
  const view = (["place", "actor", "event", "document"] as const).find((v) => v === item.kind);
  const href =
    item.kind === "source"
      ? link("sources", item.id)
      : view
        ? link(view, item.id)
        : item.document
          ? link("document", item.document, { at: item.id })
          : link("events");
  return (
    <article>
      <h3>
        <a class="name" href={href}>
          {item.title}
        </a>
      </h3>
      <p class="words">{item.words}</p>
      {(item.doc || item.date) && <p class="small muted">{[item.doc, item.date && longDay(item.date)].filter(Boolean).join(" · ")}</p>}
    </article>
  );
}
