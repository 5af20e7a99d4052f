import { cut, type Span } from "../text";

/** Text of a document, always as text, with the words of some records marked. */
export function Words({
  text,
  spans,
  current,
  href,
}: {
  text: string;
  spans: readonly Span[];
  current?: string;
  href?: (id: string) => string;
}) {
  return (
    <span class="words" dir="auto">
      {cut(text, spans).map((piece, at) => {
        if (!piece.records.length) return piece.text;
        const key = `${at}-${piece.records.join()}`;
        const own = current !== undefined && piece.records.includes(current);
        const inside = href ? <a href={href(piece.records[0] ?? "")}>{piece.text}</a> : piece.text;
        return (
          <mark key={key} class={own ? "own" : ""} data-records={piece.records.join(" ")}>
            {inside}
          </mark>
        );
      })}
    </span>
  );
}
