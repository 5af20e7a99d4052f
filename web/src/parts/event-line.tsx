import type { Schema } from "../api/client";
import { figure, interval } from "../days";
import { useLinks } from "../here";

/** How firmly the firmest record puts it, where that is less than a plain assertion. */
export function Firmness({ modality }: { modality: string }) {
  return modality === "asserted" || modality === "reported" ? null : <span class="tag claimed">{modality}</span>;
}

export function Sources({ count }: { count: number }) {
  return (
    <span class="tag" title="Independent sources: copies of one text count once">
      {count} {count === 1 ? "source" : "sources"}
    </span>
  );
}

/** A happening in one line: what, when, how many, who counts as a witness. */
export function EventLine({ row }: { row: Schema["EventRow"] }) {
  const link = useLinks();
  const figures = row.figures.map((f) => [figure(f.low, f.high), f.measure, f.group].filter(Boolean).join(" ")).filter(Boolean);
  return (
    <article class="event-line">
      <h3>
        <a class="name" href={link("event", row.id)}>
          {row.what}
        </a>
      </h3>
      <p class="muted small">
        {interval(row.start, row.end)} · {row.kind}
        {figures.length > 0 && <strong class="numeric"> · {figures.slice(0, 3).join("; ")}</strong>}
      </p>
      <p class="tags">
        <Sources count={row.sources} /> <Firmness modality={row.modality} /> {row.disputed && <span class="tag disputed">disputed</span>}
      </p>
    </article>
  );
}
