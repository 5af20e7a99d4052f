import { useEffect } from "preact/hooks";
import type { Schema } from "../api/client";
import { longDay } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { nameOf, safeUrl } from "../parts/evidence";
import { DayFilter, Filters, TextFilter } from "../parts/filter-form";
import { ListTable } from "../parts/list-table";
import { Await } from "../parts/resource";
import { cut } from "../text";

const NAMES = ["text", "source", "start", "end"] as const;

/** Every document, the latest published first. */
export function DocumentsView() {
  const { route } = useHere();
  const link = useLinks();
  const query = { ...Object.fromEntries(NAMES.map((n) => [n, route.query[n] ?? ""])), limit: 100 };
  return (
    <div class="stack">
      <h1>Documents</h1>
      <Filters names={NAMES}>
        <TextFilter name="text" label="Title or name" />
        <TextFilter name="source" label="Publisher" />
        <DayFilter name="start" label="From" />
        <DayFilter name="end" label="To" />
      </Filters>
      <ListTable
        path="documents"
        query={query}
        what="documents"
        none="No document passes these filters."
        id={(row) => row.document.id}
        columns={[
          {
            head: "Document",
            cell: (row) => (
              <>
                <a class="name" href={link("document", row.document.id)}>
                  {nameOf(row.document)}
                </a>{" "}
                {row.copies > 0 && <span class="tag">{row.copies + 1} copies</span>}
              </>
            ),
          },
          { head: "Publisher", cell: (row) => row.document.publisher ?? "", class: "name" },
          { head: "Published", cell: (row) => row.document.published ?? "not known", class: "numeric" },
          { head: "Records", cell: (row) => row.records, class: "numeric" },
          { head: "Skipped", cell: (row) => row.skipped, class: "numeric" },
        ]}
      />
    </div>
  );
}

/** One document: its text with every record marked, in the margin what became of each, and what was skipped and why. */
export function DocumentView() {
  const { route } = useHere();
  const found = useAnswer("document/{id}", route.id);
  return (
    <Await of={found} what="the document">
      {(document) => <Shown document={document} />}
    </Await>
  );
}

function Shown({ document: shown }: { document: Schema["DocumentDetail"] }) {
  const { route } = useHere();
  const link = useLinks();
  const { row } = shown;
  const at = route.query.at ?? "";
  const outside = safeUrl(row.document.url);
  useEffect(() => {
    if (at) document.querySelector(`[data-records~="${CSS.escape(at)}"]`)?.scrollIntoView({ block: "center" });
  }, [at, shown]);
  return (
    <article class="stack">
      <header>
        <h1 class="name">{nameOf(row.document)}</h1>
        <p class="muted">
          <span class="name">{row.document.publisher ?? "unknown publisher"}</span>
          {row.document.agency && <span class="name"> · {row.document.agency}</span>}
          {row.document.published && ` · ${longDay(row.document.published)}`} · {row.records} records, {row.skipped} sentences skipped
          {outside && (
            <>
              {" · "}
              <a href={outside} rel="noreferrer noopener nofollow external">
                original
              </a>
            </>
          )}
        </p>
        {shown.replaced_by && (
          <p class="notice">
            A later version counts instead: <a href={link("document", shown.replaced_by.id)}>{nameOf(shown.replaced_by)}</a>
          </p>
        )}
      </header>
      <div class="columns document">
        {shown.text === null ? (
          <p class="notice">The full text is withheld here. The words that records rest on stand with the events.</p>
        ) : (
          <Text shown={shown} text={shown.text} at={at} />
        )}
        <aside class="stack">
          <Margin shown={shown} at={at} />
          {shown.relations.length > 0 && (
            <section class="card" aria-label="Copies and versions">
              <h2>Copies and versions</h2>
              <ul class="small">
                {shown.relations.map((r) => (
                  <li key={`${r.copy.id}-${r.origin.id}`}>
                    <a href={link("document", r.copy.id)}>{r.copy.publisher ?? r.copy.doc}</a> {r.type.replaceAll("_", " ")} of{" "}
                    <a href={link("document", r.origin.id)}>{r.origin.publisher ?? r.origin.doc}</a>: <span class="muted">{r.why}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {shown.corrections.length > 0 && (
            <section class="card" aria-label="Corrections">
              <h2>Corrections</h2>
              {shown.corrections.map((c) => (
                <p key={c.start} class="words small">
                  {c.words}
                </p>
              ))}
            </section>
          )}
          {shown.skipped.length > 0 && (
            <section class="card" aria-label="Skipped">
              <h2>Skipped, and why</h2>
              <ul class="small">
                {shown.skipped.map((s) => (
                  <li key={`${s.start}-${s.word}`}>
                    “<span class="words">{s.word}</span>”: {s.meaning}
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

/** The whole text, block by block, every record's words marked. */
function Text({ shown, text, at }: { shown: Schema["DocumentDetail"]; text: string; at: string }) {
  const link = useLinks();
  const marks = shown.marks.map((m) => ({ id: m.record, start: m.start, end: m.end }));
  const skipped = shown.skipped.map((s) => ({ id: `skipped-${s.start}`, start: s.start, end: s.end }));
  const edges = shown.blocks.map((b) => ({ id: `block-${b.start}`, start: b.start, end: b.end }));
  const pieces = cut(text, [...marks, ...skipped, ...edges]);
  const event = new Map(shown.marks.map((m) => [m.record, m.event]));
  const blocks: { key: string; kind: string; pieces: typeof pieces }[] = [];
  const kinds = new Map(shown.blocks.map((b) => [`block-${b.start}`, b.kind]));
  for (const piece of pieces) {
    const block = piece.records.find((r) => kinds.has(r)) ?? "";
    const last = blocks.at(-1);
    if (last && last.key === block) last.pieces.push(piece);
    else blocks.push({ key: block, kind: kinds.get(block) ?? "between", pieces: [piece] });
  }
  return (
    <div class="document-text words card" dir="auto">
      {blocks.map((block, n) => (
        <p key={`${block.key}-${n}`} class={`block ${block.kind}`}>
          {block.pieces.map((piece) => {
            const records = piece.records.filter((r) => event.has(r));
            const [first] = records;
            if (!first) return piece.records.some((r) => r.startsWith("skipped-")) ? <span class="skipped">{piece.text}</span> : piece.text;
            const target = event.get(records.includes(at) ? at : first)?.replace(/^event\//, "");
            return (
              <mark key={records.join()} class={records.includes(at) ? "own" : ""} data-records={records.join(" ")}>
                {target ? <a href={link("event", target)}>{piece.text}</a> : piece.text}
              </mark>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function Margin({ shown, at }: { shown: Schema["DocumentDetail"]; at: string }) {
  const link = useLinks();
  return (
    <section class="card margin" aria-label="What became of each record">
      <h2>What was read from it</h2>
      {shown.marks.length === 0 && <p class="muted">No record.</p>}
      <ol class="small">
        {shown.marks.map((mark) => (
          <li key={mark.record} class={mark.record === at ? "own" : ""}>
            {mark.event ? <a href={link("event", mark.event.replace(/^event\//, ""))}>{mark.kind}</a> : mark.kind}{" "}
            {mark.modality !== "asserted" && <span class="tag claimed">{mark.modality}</span>}{" "}
            {mark.status !== "current" && <span class="tag disputed">{mark.status}</span>}{" "}
            {mark.disputed && <span class="tag disputed">disputed</span>}{" "}
            <span class="words muted">
              {Array.from(shown.text ?? "")
                .slice(mark.start, mark.end)
                .join("")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
