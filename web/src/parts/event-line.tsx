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

/** "8 civilians killed", "311 killed (Lassen Army)": after its count the name of a force could be taken for the one that killed. */
function counted({ low, high, group, measure }: Schema["Amount"]): string {
  const count = figure(low, high);
  if (!count || !group) return count && `${count} ${measure}`;
  return /^\p{Lu}/u.test(group) ? `${count} ${measure} (${group})` : `${count} ${group} ${measure}`;
}

/** A happening in one line: what, when, how many, who counts as a witness. */
export function EventLine({ row }: { row: Schema["EventRow"] }) {
  const link = useLinks();
  const figures = row.figures.map(counted).filter(Boolean);
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
