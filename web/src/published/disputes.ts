// Disputes of a published folder: the filters of the API, applied to the rows.
import type { Schema } from "../api/client";
import { foldName } from "./fold";
import type { Folder } from "./folder";
import { called, idOf, lookup } from "./lookup";
import type { Question } from "./question";

type Row = Schema["DisputeRow"];

export const DISPUTE_FILTERS = ["type", "place", "actor", "start", "end", "on", "real", "text", "limit", "cursor"] as const;

/** The rows that pass. Words are looked for in the reason and in what the rows show of the quotes. */
export async function disputesIn(folder: Folder, rows: readonly Row[], asked: Question): Promise<Row[]> {
  const names = await lookup(folder);
  const ids = (found: readonly { href: string }[]) => new Set(found.map((one) => idOf(one.href)));
  const places = asked.text("place") ? ids(called(names.places, asked.text("place"))) : null;
  const actors = asked.text("actor") ? ids(called(names.actors, asked.text("actor"))) : null;
  const tests = [...plainTests(asked)];
  if (places) tests.push((row) => row.places.some((p) => places.has(p.id)));
  if (actors) tests.push((row) => row.actors.some((a) => a.id !== null && actors.has(a.id)));
  return rows.filter((row) => tests.every((test) => test(row)));
}

function plainTests(asked: Question): ((row: Row) => boolean)[] {
  const types = new Set(asked.list("type").map((t) => t.toLowerCase()));
  const [start, end, on] = [asked.text("start"), asked.text("end"), asked.text("on")];
  const real = asked.choice("real");
  const words = foldName(asked.text("text")).split(" ").filter(Boolean);
  const said = (row: Row) => foldName([row.type, row.why, row.a.quote, row.b.quote].join(" "));
  return [
    (row) => !types.size || types.has(row.type.toLowerCase()),
    (row) => real === null || row.real === real,
    (row) => !start || (row.end !== null && row.end >= start),
    (row) => !end || (row.start !== null && row.start <= end),
    (row) => !on || row.start === null || row.start <= on,
    (row) => words.every((word) => said(row).includes(word)),
  ];
}
