import { useState } from "preact/hooks";
import type { Schema } from "../api/client";
import { figure, interval } from "../days";
import { useLinks } from "../here";
import { CiteLink } from "./cite-link";
import { Firmness } from "./event-line";

type Loss = Schema["LossRow"];

/** What an actor lost, under each source that counts it. Nothing is added up: two sources may count the same dead. */
export function Losses({ losses }: { losses: readonly Loss[] }) {
  const bySource = grouped(losses);
  return (
    <section class="card stack" aria-label="Losses by source">
      <h2>Losses, by source</h2>
      <p class="muted small">Each source's own counts. They are never added up: two may count the same people.</p>
      <div class="scroll-x">
        <table class="losses">
          <thead>
            <tr>
              <th scope="col">Count</th>
              <th scope="col">When and where</th>
              <th scope="col">By whom</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          {bySource.map(([origin, found]) => (
            <Source key={origin} found={found} />
          ))}
        </table>
      </div>
    </section>
  );
}

/** Rows of a source shown at once. */
const SHOWN = 6;

function Source({ found }: { found: readonly Loss[] }) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, found.length - SHOWN);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} class="name">
          {found[0]?.source}
        </th>
      </tr>
      {found.slice(0, found.length - hidden).map((loss) => (
        <Row key={`${loss.cite.record}-${loss.measure}-${loss.group}-${loss.cite.start}`} loss={loss} />
      ))}
      {hidden > 0 && (
        <tr>
          <td colSpan={4}>
            <button type="button" class="link" onClick={() => setAll(true)}>
              {hidden} more of {found[0]?.source}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ loss }: { loss: Loss }) {
  const link = useLinks();
  const event = loss.event?.replace(/^event\//, "");
  return (
    <tr>
      <td>
        <strong class="numeric">{figure(loss.low, loss.high) || "some"}</strong> {loss.measure}
        {loss.group && <span class="muted name"> ({loss.group})</span>} {loss.running && <span class="tag">running total</span>}{" "}
        <Firmness modality={loss.modality} />
      </td>
      <td>
        {interval(loss.start, loss.end)}
        {loss.places.length > 0 && <span class="muted name">, {loss.places.join(", ")}</span>}
      </td>
      <td class="name">{loss.by.join(", ")}</td>
      <td>
        <CiteLink cite={loss.cite} label="the words" />
        {event && (
          <>
            {" · "}
            <a href={link("event", event)}>the event</a>
          </>
        )}
      </td>
    </tr>
  );
}

/** By independent source, the one with most to say first; equals by name. */
function grouped(losses: readonly Loss[]): [string, Loss[]][] {
  const found = new Map<string, Loss[]>();
  for (const loss of losses) found.set(loss.origin, [...(found.get(loss.origin) ?? []), loss]);
  return [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
