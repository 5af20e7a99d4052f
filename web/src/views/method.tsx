import type { Schema } from "../api/client";
import { useAnswer, useHere } from "../here";
import { Published } from "../parts/edition";
import { Await } from "../parts/resource";

/** How the record was made, how far to trust it, and what was not read, dated, placed or understood. */
export function MethodView() {
  const method = useAnswer("method");
  const gaps = useAnswer("gaps");
  return (
    <div class="stack prose">
      <h1>Method and gaps</h1>
      <Published />
      <Await of={method} what="the method statement">
        {(value) => <Statement method={value} />}
      </Await>
      <Await of={gaps} what="the gaps">
        {(value) => <Gaps gaps={value} />}
      </Await>
    </div>
  );
}

function Statement({ method }: { method: Schema["Method"] }) {
  const { meta } = useHere();
  return (
    <>
      <section class="card">
        <h2>How right it is</h2>
        <p class="muted small">
          Measured on records made by hand from real reports on two wars (make eval); a war never seen will score lower. Warledger{" "}
          {meta.version}.
        </p>
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                <th scope="col">What was measured</th>
                <th scope="col">At least</th>
              </tr>
            </thead>
            <tbody>
              {method.accuracy.map((m) => (
                <tr key={m.metric}>
                  <td>
                    {m.what} <code class="muted small">{m.metric}</code>
                  </td>
                  <td class="numeric">{m.at_least.toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h2>Limits</h2>
        <ul class="plain">
          {method.limits.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ul>
      </section>
      {method.areas.map((area) => (
        <section key={area.heading}>
          <h2>{area.heading}</h2>
          {area.parts.map((part) => (
            <section key={part.heading}>
              <h3>{part.heading}</h3>
              {part.sentences.map((s) => (
                <p key={s.text} class={s.to_add ? "notice" : ""}>
                  {s.to_add && "To be added: "}
                  {s.text}
                </p>
              ))}
            </section>
          ))}
        </section>
      ))}
    </>
  );
}

function Gaps({ gaps }: { gaps: Schema["GapsOut"] }) {
  return (
    <section aria-label="What was not done">
      <h2>What was not done</h2>
      <h3>Not read ({gaps.unread.length})</h3>
      <ul class="plain small">
        {gaps.unread.map((p) => (
          <li key={`${p.name}-${p.reason}`}>
            <code>{p.name}</code>: {p.detail}
          </li>
        ))}
      </ul>
      <h3>Without a date ({gaps.undated.length})</h3>
      <p class="small name">{gaps.undated.join(", ")}</p>
      <h3>Not placed ({gaps.unplaced.length})</h3>
      <ul class="plain small">
        {gaps.unplaced.slice(0, 100).map((p) => (
          <li key={p.name}>
            <span class="name">{p.name}</span>: {p.why} <span class="muted">({p.documents} documents)</span>
          </li>
        ))}
      </ul>
      <h3>Sentences with words of war that gave no record ({gaps.sentences})</h3>
      <div class="scroll-x">
        <table>
          <thead>
            <tr>
              <th scope="col">Word</th>
              <th scope="col">Why not</th>
              <th scope="col">How often</th>
              <th scope="col">What would mend it</th>
            </tr>
          </thead>
          <tbody>
            {gaps.causes.map((c) => (
              <tr key={`${c.trigger}-${c.frame}-${c.reason}-${c.field}`}>
                <td class="name">{c.trigger}</td>
                <td>{c.meaning}</td>
                <td class="numeric">{c.count}</td>
                <td class="small">{c.mend}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
