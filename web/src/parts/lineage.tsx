import type { Schema } from "../api/client";
import { useLinks } from "../here";
import { shorten } from "../text";

const WIDTH = 210;
const HEIGHT = 54;
/** Room between two columns, wide enough for the longest word on an edge. */
const GAP = 110;

/** Which text came from which, as a small graph from the origin on the left; the same stands in words below it. */
export function Lineage({ family }: { family: Schema["Family"] }) {
  const link = useLinks();
  const members = [...family.row.members, ...family.quoted];
  const depth = depths(family);
  const columns = new Map<number, string[]>();
  for (const m of members) columns.set(depth.get(m.id) ?? 1, [...(columns.get(depth.get(m.id) ?? 1) ?? []), m.id]);
  const at = new Map([...columns].flatMap(([x, ids]) => ids.map((id, y) => [id, { x: x * (WIDTH + GAP), y: y * (HEIGHT + 18) }] as const)));
  const [width, height] = [Math.max(...[...at.values()].map((p) => p.x)) + WIDTH, Math.max(...[...at.values()].map((p) => p.y)) + HEIGHT];
  return (
    <div class="scroll-x">
      <svg
        class="lineage"
        width={width + 4}
        height={height + 4}
        viewBox={`-2 -2 ${width + 4} ${height + 4}`}
        role="img"
        aria-label="Which text came from which"
      >
        {family.edges.map((edge) => {
          const [to, from] = [at.get(edge.copy), at.get(edge.origin)];
          if (!to || !from) return null;
          const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
          return (
            <g key={`${edge.copy}-${edge.origin}`}>
              <path
                d={`M${x1},${y1} C${x1 + GAP / 2},${y1} ${x2 - GAP / 2},${y2} ${x2},${y2}`}
                class={edge.type === "quotes" ? "quotes" : ""}
              />
              <text x={x2 - 8} y={y2 > y1 ? y2 + 16 : y2 - 6} text-anchor="end">
                {edge.type}
              </text>
            </g>
          );
        })}
        {members.map((m) => {
          const spot = at.get(m.id);
          return (
            spot && (
              <a key={m.id} href={link("document", m.id)}>
                <rect x={spot.x} y={spot.y} width={WIDTH} height={HEIGHT} rx="6" class={m.id === family.row.origin.id ? "origin" : ""} />
                <text x={spot.x + 10} y={spot.y + 22} class="outlet">
                  {shorten(m.publisher ?? m.doc, 28)}
                </text>
                <text x={spot.x + 10} y={spot.y + 42}>
                  {m.published ?? "no date"}
                </text>
              </a>
            )
          );
        })}
      </svg>
    </div>
  );
}

/** How many steps each document lies from the origin. */
function depths(family: Schema["Family"]): Map<string, number> {
  const found = new Map([[family.row.origin.id, 0]]);
  for (let round = 0; round < family.edges.length; round++)
    for (const { copy, origin } of family.edges) {
      const from = found.get(origin);
      if (from !== undefined && !found.has(copy)) found.set(copy, from + 1);
    }
  return found;
}
