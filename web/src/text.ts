// Offsets in the ledger count code points; strings of this language count UTF-16 units. Everything that cuts text goes through here.

/** A piece of text with the ids of the records whose words it belongs to (empty for the rest). */
export interface Piece {
  readonly text: string;
  readonly records: readonly string[];
}

export interface Span {
  readonly id: string;
  /** Half-open, in code points. */
  readonly start: number;
  readonly end: number;
}

/** The text cut at the edges of all spans, in order; spans may overlap. Joined again the pieces give the text. */
export function cut(text: string, spans: readonly Span[]): Piece[] {
  const points = Array.from(text);
  const valid = spans.filter((s) => s.start < s.end && s.end > 0 && s.start < points.length);
  const edges = new Set([0, points.length, ...valid.flatMap((s) => [Math.max(0, s.start), Math.min(points.length, s.end)])]);
  const order = [...edges].sort((a, b) => a - b);
  const opened = valid.map((s) => ({ ...s })).sort((a, b) => a.start - b.start || a.end - b.end);
  return order.slice(0, -1).map((from, at) => {
    const to = order[at + 1] ?? points.length;
    return {
      text: points.slice(from, to).join(""),
      records: opened.filter((s) => s.start <= from && s.end >= to).map((s) => s.id),
    };
  });
}

/** The first `limit` code points, with an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join("")}…`;
}
