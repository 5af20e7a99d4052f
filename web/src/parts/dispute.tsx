import type { Schema } from "../api/client";
import { EvidenceCard } from "./evidence";

/** Both sides of a disagreement, side by side, with their words. */
export function DisputeCard({ dispute }: { dispute: Schema["Disagreement"] }) {
  return (
    <section class="dispute" aria-label={`Disagreement: ${dispute.type}`} id={dispute.id}>
      <h3>
        {dispute.type} {!dispute.real && <span class="tag">no true contradiction</span>}
      </h3>
      <p class="muted">{dispute.why}</p>
      <div class="sides">
        {[dispute.a, dispute.b].map((side, n) => (
          <ul key={n === 0 ? "a" : "b"} class="stack">
            {side.evidence.map((card) => (
              <li key={card.record}>
                <EvidenceCard card={card} />
              </li>
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}
