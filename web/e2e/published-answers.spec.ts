// What a published folder answers is what the server answers: the two clients are asked the same.
import { type Answers, address, type Client } from "../src/api/client";
import { dayNumber, isoOf } from "../src/days";
import { publishedClient } from "../src/published/client";
import { expect, test } from "./world";

type Query = Parameters<Client["get"]>[2];
type Path = keyof Answers;

/** Both answers to one question; what is of one of them alone is taken out. */
async function both(live: string, folder: string, path: Path, query: Query, id: string | string[] = "") {
  const response = await fetch(address(`${live}api/v1/`, path, id, query));
  expect(response.status, `${path} ${JSON.stringify(query)}`).toBe(200);
  const published = (await publishedClient(`${folder}data/`).get(path, id, query)) as unknown;
  return [await response.json(), published] as const;
}

const LISTS: [Path, Query][] = [
  ["events", { limit: 500 }],
  ["events", { sort: "-date", limit: 50 }],
  ["events", { sort: "-known", limit: 30 }],
  ["events", { sort: "-sources", limit: 30 }],
  ["events", { sort: "-figure", limit: 30 }],
  ["events", { start: "2024-11-29", end: "2024-11-30", happened: true, sort: "-sources", limit: 25 }],
  ["events", { type: "Battles", limit: 500 }],
  ["events", { disputed: true, limit: 500 }],
  ["events", { happened: false, limit: 500 }],
  ["events", { least: "20", limit: 500 }],
  ["events", { place: "Aleppo", limit: 500 }],
  ["events", { on: "2024-11-28", limit: 500 }],
  ["events", { actor: "Russia", text: "bombed", limit: 500 }],
  ["disputes", { limit: 500 }],
  ["disputes", { real: true, type: "different figures", limit: 500 }],
  ["disputes", { place: "Aleppo", start: "2024-11-29", end: "2024-12-01", limit: 500 }],
  ["disputes", { actor: "Syrian government", on: "2024-12-05", limit: 500 }],
  ["places", { limit: 500 }],
  ["places", { text: "hama", limit: 500 }],
  ["actors", { limit: 500 }],
  ["actors", { described: true, limit: 500 }],
  ["actors", { text: "army", limit: 500 }],
  ["documents", { limit: 100 }],
  ["documents", { text: "offensive", start: "2024-11-29", limit: 100 }],
  ["sources", { limit: 100 }],
  ["families", { limit: 100 }],
];

for (const [path, query] of LISTS)
  test(`the same list: ${path} ${JSON.stringify(query)}`, async ({ server, ours }) => {
    const [live, published] = (await both(server.address, ours.address, path, query)) as [Paged, Paged];
    expect(published.total).toBe(live.total);
    expect(published.items).toEqual(live.items);
    expect(live.items.length).toBeGreaterThan(0);
  });

interface Paged {
  readonly total: number;
  readonly items: readonly { href?: string; id?: string }[];
}

test("a list goes on where its page ended", async ({ ours }) => {
  const client = publishedClient(`${ours.address}data/`);
  const first = await client.get("events", "", { limit: 40 });
  const second = await client.get("events", "", { limit: 40, cursor: first.next });
  const whole = await client.get("events", "", { limit: 80 });
  expect([...first.items, ...second.items]).toEqual(whole.items);
});

test("who holds what is the same on every day, also long before and after the reports", async ({ server, ours }) => {
  const first = dayNumber("2024-11-20");
  const days = [...Array(24).keys()].map((n) => isoOf(first + n));
  for (const on of ["2010-01-01", ...days, "2025-06-01", "2026-01-15", "2040-01-01"]) {
    const [live, published] = await both(server.address, ours.address, "control", { on });
    expect(unfaded(published), on).toEqual(unfaded(live));
  }
});

/** Of what has faded, the server gives the stretches anew, as for a possession; a folder leaves them as they were. */
function unfaded(value: unknown): unknown {
  const { places, ...rest } = value as Answers["control"];
  return {
    ...rest,
    places: places.map((row) => (row.assessed.rule === "decay" ? { ...row, assessed: { ...row.assessed, known: [] } } : row)),
  };
}

test("one place on a day is the same", async ({ server, ours }) => {
  for (const on of ["2024-11-27", "2024-12-01", "2027-01-01"]) {
    const [live, published] = await both(server.address, ours.address, "place/{id}", { on }, "Hama");
    expect((published as Answers["place/{id}"]).holds?.assessed.why, on).toBeTruthy();
    expect(published, on).toEqual(live);
  }
});

test("areas and actors are the same", async ({ server, ours }) => {
  for (const [path, id] of [["areas", ""] as const, ["actor/{id}", "Russia"] as const]) {
    const [live, published] = await both(server.address, ours.address, path, {}, id);
    expect(published, path).toEqual(live);
  }
});

test("a search finds the same records by whole words", async ({ server, ours }) => {
  for (const q of ["Atarib", "captured Hama", "27 civilians"]) {
    const asked = { q, kind: ["record"], limit: 100 };
    const [live, published] = (await both(server.address, ours.address, "search", asked)) as [Paged, Paged];
    expect(published.items.map((i) => i.id).sort(), q).toEqual(live.items.map((i) => i.id).sort());
  }
});

test("a filter that a folder does not know is refused, not passed over", async ({ ours }) => {
  const client = publishedClient(`${ours.address}data/`);
  await expect(client.get("events", "", { bbox: "1,2,3,4" })).rejects.toThrow(/bbox/);
  await expect(client.get("document/{id}", "../meta", {})).rejects.toThrow(/nothing called/);
});
