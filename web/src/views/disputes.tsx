import { longDay } from "../days";
import { useAnswer, useHere, useLinks } from "../here";
import { Await } from "../parts/resource";

/** Where accounts differ, both sides' words side by side. */
export function DisputesView() {
  const { on } = useHere();
  const link = useLinks();
  const found = useAnswer("brief", "", { on, everything: true });
  return (
    <div class="stack">
      <h1>Disputes</h1>
      <Await of={found} what="the disputes">
        {(brief) => (
          <>
            <p class="muted">
              {brief.all_disputes} real disagreements by {on ? longDay(on) : "the last day"}; {brief.not_real} more differ only in scope,
              time or wording.
            </p>
            <ul class="stack">
              {brief.disputes.map((d) => (
                <li key={d.id} class="card">
                  <h2>{d.type}</h2>
                  <p class="muted">{d.why}</p>
                  <div class="sides">
                    {[d.a, d.b].map((side, n) => (
                      <blockquote key={n === 0 ? "a" : "b"} class="card">
                        {side.quote}
                        <footer class="small">
                          <a
                            class="name"
                            href={link("document", side.citation.document.replace(/^document\//, ""), { at: side.citation.record })}
                          >
                            {side.citation.outlet ?? side.citation.doc}
                          </a>
                        </footer>
                      </blockquote>
                    ))}
                  </div>
                  {d.event && <a href={link("event", d.event.replace(/^event\//, ""))}>The event with all its witnesses</a>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Await>
    </div>
  );
}
