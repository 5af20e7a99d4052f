import type { Schema } from "../api/client";
import { figure, shortDay } from "../days";
import { useLinks } from "../here";

type Matrix = Schema["Matrix"];
type Cell = Schema["MatrixCell"];

/** What each witness says of one measure of one group: a bar from its lowest to its highest figure on one scale, and the views over all. */
export function MatrixChart({ matrix }: { matrix: Matrix }) {
  const link = useLinks();
  const cells = matrix.cells.filter((c) => c.low !== null || c.high !== null);
  const top = Math.max(1, ...cells.map((c) => Math.max(c.low ?? 0, c.high ?? 0)));
  const told = [matrix.measure, matrix.group].filter(Boolean).join(": ");
  return (
    <figure class="matrix">
      <figcaption>
        <h3 class="name">{told}</h3>
        <Views matrix={matrix} />
      </figcaption>
      <div class="scroll-x">
        <table>
          <caption class="visually-hidden">Who says how many {told}</caption>
          <thead>
            <tr>
              <th scope="col">Who says so</th>
              <th scope="col">Known</th>
              <th scope="col" class="matrix-scale">
                0 to {top.toLocaleString("en-GB")}
              </th>
              <th scope="col">Figure</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={cell.record} class={cell.last ? "" : "earlier"}>
                <th scope="row">
                  <a class="name" href={link("document", cell.document.replace(/^document\//, ""), { at: cell.record })}>
                    {cell.said_by}
                  </a>
                  {cell.said_by !== cell.source && <span class="muted small"> (source: {cell.source})</span>}{" "}
                  {cell.party && <span class="tag claimed">a party</span>} {!cell.last && <span class="tag">copy or earlier word</span>}
                </th>
                <td class="numeric">{cell.known ? shortDay(cell.known) : "always"}</td>
                <td class="matrix-scale">
                  <Bar cell={cell} top={top} />
                </td>
                <td class="numeric">{figure(cell.low, cell.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Bar({ cell, top }: { cell: Cell; top: number }) {
  const low = cell.low ?? 0;
  const high = cell.high ?? (cell.low === null ? 0 : top);
  const open = cell.high === null ? " open" : "";
  return (
    <span class={`bar${cell.party ? " party" : ""}${open}`} aria-hidden="true">
      <i style={{ insetInlineStart: `${(low / top) * 100}%`, width: `max(6px, ${((high - low) / top) * 100}%)` }} />
    </span>
  );
}

function Views({ matrix }: { matrix: Matrix }) {
  const { conservative, estimate, independent, parties } = matrix;
  const views = [
    ["lowest credible", conservative === null ? "" : String(conservative), "The lowest figure of any source, vague words at their floor"],
    ["over all sources", span(estimate), `${estimate.sources} independent`],
    ["independent sources", span(independent), `${independent.sources} of them, no party to the war`],
    ["the parties' own", span(parties), `${parties.sources} of them`],
  ].filter(([, value]) => value);
  return (
    <dl class="views">
      {views.map(([name, value, note]) => (
        <div key={name} title={note}>
          <dt>{name}</dt>
          <dd class="numeric">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const span = ({ low, best, high }: Schema["Estimate"]): string => {
  const range = figure(low, high);
  return best !== null && low !== high && range ? `${range}, best ${best}` : range;
};
