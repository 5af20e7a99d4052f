import { useState } from "preact/hooks";
import type { Schema } from "../api/client";
import { useAnswer, useHere, useLinks } from "../here";
import { nameOf } from "../parts/evidence";
import { Lineage } from "../parts/lineage";
import { ListTable } from "../parts/list-table";
import { Pages } from "../parts/pages";
import { Await } from "../parts/resource";

/** Who published what, and which texts are one witness. */
export function SourcesView() {
  const { route } = useHere();
  if (route.id.startsWith("f-")) return <FamilyPage id={route.id} />;
  if (route.id) return <SourcePage id={route.id} />;
  return <Both />;
}

function Both() {
  const link = useLinks();
  return (
    <div class="stack">
      <h1>Sources</h1>
      <p class="muted">
        A text that several outlets carry is one witness. Figures count families and named original sources, never outlets.
      </p>
      <section aria-label="Publishers">
        <h2>Publishers</h2>
        <ListTable
          path="sources"
          query={{ limit: 100 }}
          what="publishers"
          none="No document names its publisher."
          id={(row) => row.id}
          columns={[
            {
              head: "Publisher",
              cell: (row) => (
                <a class="name" href={link("sources", row.id)}>
                  {row.name}
                </a>
              ),
            },
            { head: "Kind", cell: (row) => [row.kind, row.country].filter(Boolean).join(", ") },
            { head: "Party", cell: (row) => row.party ?? "" },
            { head: "Grade", cell: (row) => row.grade ?? "" },
            { head: "Documents", cell: (row) => row.documents, class: "numeric" },
            { head: "Records", cell: (row) => row.records, class: "numeric" },
            { head: "Copies of others", cell: (row) => row.copies, class: "numeric" },
            { head: "Copied by others", cell: (row) => row.copied, class: "numeric" },
            { head: "Corrections", cell: (row) => row.corrections, class: "numeric" },
          ]}
        />
      </section>
      <section aria-label="Families">
        <h2>Families: one text, several outlets</h2>
        <Pages path="families" query={{ limit: 50 }} what="families" none="No text was found twice.">
          {(rows) => (
            <ul class="stack">
              {rows.map((row) => (
                <li key={row.id} class="card">
                  <h3>
                    <a class="name" href={link("sources", row.id)}>
                      {nameOf(row.origin)}
                    </a>
                  </h3>
                  <p class="small">
                    {row.members.length} documents; origin: <span class="name">{row.origin.publisher ?? row.origin.doc}</span> ({row.why})
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Pages>
      </section>
    </div>
  );
}

function SourcePage({ id }: { id: string }) {
  const link = useLinks();
  const found = useAnswer("source/{id}", id);
  return (
    <Await of={found} what="the publisher">
      {({ row, documents, corrections, aliases }) => (
        <article class="stack">
          <h1 class="name">{row.name}</h1>
          <p class="muted">
            {[row.kind, row.country, row.owner && `owned by ${row.owner}`, row.party && `party: ${row.party}`, ...aliases]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Corrections found={corrections} />
          <ul>
            {documents.map((d) => (
              <li key={d.document.id}>
                <a class="name" href={link("document", d.document.id)}>
                  {nameOf(d.document)}
                </a>{" "}
                <span class="muted small">
                  {d.document.published ?? ""} · {d.records} records
                </span>
              </li>
            ))}
          </ul>
        </article>
      )}
    </Await>
  );
}

function FamilyPage({ id }: { id: string }) {
  const link = useLinks();
  const found = useAnswer("family/{id}", id);
  const [pair, setPair] = useState<readonly [string, string] | null>(null);
  return (
    <Await of={found} what="the family">
      {(family) => (
        <article class="stack">
          <h1 class="name">{nameOf(family.row.origin)}</h1>
          <p class="muted">
            {family.row.members.length} documents, one witness, in {family.events} events. Origin: {family.row.why}
          </p>
          <Lineage family={family} />
          <ul class="stack">
            {family.edges.map((edge) => {
              const [copy, origin] = [edge.copy, edge.origin].map((d) => [...family.row.members, ...family.quoted].find((m) => m.id === d));
              return (
                <li key={`${edge.copy}-${edge.origin}-${edge.type}`} class="card">
                  <p>
                    <a href={link("document", edge.copy)}>{copy?.publisher ?? copy?.doc ?? edge.copy}</a> is a{" "}
                    {edge.type.replaceAll("_", " ")} of{" "}
                    <a href={link("document", edge.origin)}>{origin?.publisher ?? origin?.doc ?? edge.origin}</a>
                    <span class="muted small"> ({edge.why})</span>
                  </p>
                  {edge.diff ? (
                    <button type="button" class="button" onClick={() => setPair([edge.origin, edge.copy])}>
                      What the copy changes
                    </button>
                  ) : (
                    <p class="muted small">What the copy changes is not published.</p>
                  )}
                  {pair?.[0] === edge.origin && pair[1] === edge.copy && <Diff old={edge.origin} copy={edge.copy} />}
                </li>
              );
            })}
          </ul>
          <Corrections found={family.corrections} />
        </article>
      )}
    </Await>
  );
}

function Corrections({ found }: { found: readonly Schema["CorrectionRow"][] }) {
  if (!found.length) return null;
  return (
    <section class="card" aria-label="Corrections">
      <h2>Corrections</h2>
      {found.map((c) => (
        <blockquote key={`${c.document.id}-${c.start}`}>
          {c.words} <cite class="small muted">{nameOf(c.document)}</cite>
        </blockquote>
      ))}
    </section>
  );
}

const NUMBER = /\d/;

/** Every difference of words between two copies, those of numbers first: that is where errors enter. */
function Diff({ old, copy }: { old: string; copy: string }) {
  const found = useAnswer("diff/{old}/{new}", [old, copy]);
  return (
    <Await of={found} what="the differences">
      {(difference) => {
        const order = [...difference.changes].sort(
          (a, b) => Number(NUMBER.test(b.old + b.new)) - Number(NUMBER.test(a.old + a.new)) || a.start - b.start,
        );
        return (
          <>
            <p class="muted small">
              {order.length === 0
                ? "The words are the same."
                : `${order.length} differences${difference.left_out ? `, ${difference.left_out} more not shown` : ""}`}
            </p>
            <ul class="small diff">
              {order.map((c) => (
                <li key={`${c.start}-${c.start_new}`} class="words">
                  … {c.before}
                  {c.old && <del>{c.old}</del>} {c.new && <ins>{c.new}</ins>}
                  {c.after} …
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Await>
  );
}
