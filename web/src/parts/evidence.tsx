import type { Schema } from "../api/client";
import { interval, longDay } from "../days";
import { useLinks } from "../here";
import { shorten } from "../text";
import { Firmness } from "./event-line";
import { Words } from "./words";

type Evidence = Schema["Evidence"];
type DocumentRef = Schema["DocumentRef"];

export const nameOf = (document: DocumentRef): string => document.title ?? document.doc;

/** A web address as a document gives it, or nothing where it is none: only http and https are ever made a link. */
export function safeUrl(url: string | null): string | null {
  try {
    return url && /^https?:$/.test(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

/** One record's exact words in their paragraph, who says so, and where copies stand. */
export function EvidenceCard({ card, why, why_not }: { card: Evidence; why?: string | undefined; why_not?: string }) {
  const link = useLinks();
  const text = card.passage?.text ?? card.quote;
  const at = card.passage?.start ?? card.start;
  const span = { id: card.record, start: card.start - at, end: card.end - at };
  const outside = safeUrl(card.document.url);
  return (
    <article class="evidence card" id={card.record}>
      <blockquote>
        <Words text={text} spans={[span]} current={card.record} />
        {card.passage?.cut && <span class="muted"> (cut)</span>}
      </blockquote>
      <p class="chain">
        {card.chain.map((name, n) => (
          <span key={name}>
            {n > 0 && (
              <span>
                <span class="visually-hidden"> as carried by </span>
                <span aria-hidden="true"> ← </span>
              </span>
            )}
            <span class="name">{name}</span>
          </span>
        ))}
      </p>
      <p class="small">
        <a class="name" href={link("document", card.document.id, { at: card.record })}>
          {shorten(nameOf(card.document), 90)}
        </a>
        {card.document.published && <span class="muted"> · {longDay(card.document.published)}</span>}
        {outside && (
          <>
            {" · "}
            <a href={outside} rel="noreferrer noopener nofollow external">
              original
            </a>
          </>
        )}
      </p>
      <p class="tags">
        <Firmness modality={card.modality} />
        {card.status !== "current" && <span class="tag disputed">{card.status}</span>}
        {card.by_hand && <span class="tag">coded by hand</span>}
        <span class="tag numeric" title="How often records with this confidence are right in the evaluation">
          confidence {Math.round(card.confidence * 100)} %
        </span>
      </p>
      <Details card={card} />
      {card.copies.length > 0 && (
        <p class="small muted">
          The same text in{" "}
          {card.copies.map((copy, n) => (
            <span key={copy.id}>
              {n > 0 && ", "}
              <a href={link("document", copy.id)}>{copy.publisher ?? copy.doc}</a>
            </span>
          ))}
          : one witness, not {card.copies.length + 1}.
        </p>
      )}
      {why && <p class="small muted">Here because: {why}</p>}
      {why_not && <p class="small muted">{why_not}</p>}
    </article>
  );
}

function Details({ card }: { card: Evidence }) {
  const rows = Object.entries(card.fields).flatMap(([name, value]) => {
    const words = inWords(value);
    return words ? [[name.replaceAll("_", " "), words] as const] : [];
  });
  return (
    <details class="small">
      <summary>What was read from these words</summary>
      <dl class="fields">
        <dt>kind</dt>
        <dd>{card.kind}</dd>
        {card.when && (
          <>
            <dt>when</dt>
            <dd>
              {interval(card.when.start, card.when.end)} ({card.when.precision}; {card.when.basis.replaceAll("_", " ")}
              {card.when.words && `: “${card.when.words}”`})
            </dd>
          </>
        )}
        {card.places.length > 0 && (
          <>
            <dt>where</dt>
            <dd class="name">{card.places.join("; ")}</dd>
          </>
        )}
        {rows.map(([name, words]) => (
          <>
            <dt key={name}>{name}</dt>
            <dd class="name">{words}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** A field's value as words; empty for nothing. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join("; ");
  if (typeof value === "object") {
    const { group, low, high, ...rest } = value as Record<string, unknown>;
    const count = low !== undefined || high !== undefined ? bounds(low, high) : "";
    return [count, inWords(group), ...Object.values(rest).map(inWords)].filter(Boolean).join(" ");
  }
  return String(value);
}

function bounds(low: unknown, high: unknown): string {
  if (typeof low === "number" && typeof high === "number") return low === high ? String(low) : `${low}–${high}`;
  if (typeof low === "number") return `at least ${low}`;
  return typeof high === "number" ? `up to ${high}` : "";
}
