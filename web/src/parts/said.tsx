import type { Schema } from "../api/client";
import { longDay } from "../days";
import { useLinks } from "../here";
import { Firmness } from "./event-line";
import { nameOf } from "./evidence";

/** One record's words in short: what is said, who says so, and the way to the text. */
export function Said({ card }: { card: Schema["Evidence"] }) {
  const link = useLinks();
  return (
    <figure class="side">
      <blockquote class="words" dir="auto">
        {card.quote}
      </blockquote>
      <figcaption class="small">
        <span class="name">{card.chain.join(" ← ")}</span>
        <span class="muted">, in </span>
        <a class="name" href={link("document", card.document.id, { at: card.record })}>
          {nameOf(card.document)}
        </a>
        {card.document.published && <span class="muted"> · {longDay(card.document.published)}</span>} <Firmness modality={card.modality} />
      </figcaption>
    </figure>
  );
}
