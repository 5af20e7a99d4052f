// Happenings of a published folder: chosen by the columns of `map`, and only the shards read that hold what is shown.
import type { Schema } from "../api/client";
import { foldName } from "./fold";
import type { Folder } from "./folder";
import { called, idOf, lookup } from "./lookup";
import { type Page, pageOf, type Question } from "./question";
import type { SearchIndex } from "./search-index";

type Row = Schema["EventRow"];
type Columns = Schema["Columns"];

export const EVENT_FILTERS = [
  "type",
  "place",
  "actor",
  "start",
  "end",
  "on",
  "measure",
  "least",
  "disputed",
  "happened",
  "text",
  "sort",
  "limit",
  "cursor",
] as const;

/** Modalities of what somebody says did happen (`records/claim.py`). */
const FACTUAL = new Set(["asserted", "reported", "claimed"]);

export class Events {
  readonly #folder: Folder;
  readonly #index: SearchIndex;

  constructor(folder: Folder, index: SearchIndex) {
    this.#folder = folder;
    this.#index = index;
  }

  async page(asked: Question): Promise<Page<Row>> {
    const all = await this.#folder.read<Columns>("map");
    const sort = asked.text("sort") || "date";
    const held = new Set(await this.#chosen(all, asked));
    const chosen = (await this.#order(all, sort)).filter((n) => held.has(n));
    const figures = foldName(asked.text("text")).match(/\d+/g) ?? [];
    if (figures.length || asked.number("least", 0) > 0 || sort === "-sources" || sort === "-figure") {
      const rows = (await this.#rows(all, chosen)).filter((row) => counts(row, asked) && says(row, figures));
      return pageOf(sort === "-sources" || sort === "-figure" ? rows.sort(BY_ROW[sort]) : rows, asked);
    }
    const page = pageOf(chosen, asked);
    return { ...page, items: await this.#rows(all, page.items) };
  }

  /** Numbers of the happenings that pass what the columns and the indexes can tell. */
  async #chosen(all: Columns, asked: Question): Promise<number[]> {
    const sets = await Promise.all([this.#ofActor(asked.text("actor")), this.#index.events(asked.text("text"))]);
    const [places, tests] = [await this.#atPlace(asked.text("place")), testsOf(all, asked)];
    const at = (n: number) => all.places[all.place[n] ?? -1] ?? "";
    return all.id.flatMap((_, n) =>
      tests.every((test) => test(n)) && sets.every((set) => set?.has(n) ?? true) && (places?.has(at(n)) ?? true) ? [n] : [],
    );
  }

  async #ofActor(wanted: string): Promise<ReadonlySet<number> | null> {
    if (!wanted) return null;
    return new Set(called((await lookup(this.#folder)).actors, wanted).flatMap((a) => a.events));
  }

  async #atPlace(wanted: string): Promise<ReadonlySet<string> | null> {
    if (!wanted) return null;
    return new Set(called((await lookup(this.#folder)).places, wanted).map((p) => idOf(p.href)));
  }

  async #order(all: Columns, sort: string): Promise<readonly number[]> {
    if (sort === "-known") return (await lookup(this.#folder)).latest;
    return byDate(all, sort === "-date" ? -1 : 1);
  }

  /** The rows of these happenings, in the order given. The list stands in order of date, so its shards are known without reading them. */
  async #rows(all: Columns, numbers: readonly number[]): Promise<Row[]> {
    const size = (await this.#folder.read<Page<Row>>("events")).items.length || 1;
    const at = new Map(byDate(all, 1).map((n, position) => [n, position] as const));
    const shards = [...new Set(numbers.map((n) => Math.floor((at.get(n) ?? 0) / size)))];
    const read = await Promise.all(shards.map((s) => this.#folder.read<Page<Row>>(s ? `events.${s + 1}` : "events")));
    const rows = new Map(read.flatMap((page) => page.items.map((row) => [row.id, row] as const)));
    return numbers.flatMap((n) => rows.get(all.id[n] ?? "") ?? []);
  }
}

type Test = (n: number) => boolean;

function testsOf(all: Columns, asked: Question): Test[] {
  const types = new Set(asked.list("type").map((t) => t.toLowerCase()));
  const [start, end, on] = ["start", "end", "on"].map((name) => asked.text(name));
  const [disputed, happened] = [asked.choice("disputed"), asked.choice("happened")];
  const first = (n: number) => all.start[n] ?? all.end[n] ?? null;
  const last = (n: number) => all.end[n] ?? all.start[n] ?? null;
  const kind = (n: number) => [all.types[all.type[n] ?? -1], all.kinds[all.type[n] ?? -1]].map((t) => (t ?? "").toLowerCase());
  const tests: (Test | false)[] = [
    types.size > 0 && ((n) => kind(n).some((t) => types.has(t))),
    Boolean(start) && ((n) => (last(n) ?? "") >= (start ?? "")),
    Boolean(end) && ((n) => first(n) !== null && (first(n) ?? "") <= (end ?? "")),
    Boolean(on) && ((n) => first(n) === null || (first(n) ?? "") <= (on ?? "")),
    disputed !== null && ((n) => all.disputed[n] === disputed),
    happened !== null && ((n) => FACTUAL.has(all.modalities[all.modality[n] ?? -1] ?? "") === happened),
  ];
  return tests.filter((test) => test !== false);
}

const sorted = new WeakMap<Columns, Map<number, number[]>>();

/** All happenings by their last day, upwards (1) or downwards (-1), the undated last. */
function byDate(all: Columns, sign: 1 | -1): readonly number[] {
  const held = sorted.get(all) ?? new Map<number, number[]>();
  sorted.set(all, held);
  const found = held.get(sign) ?? all.id.map((_, n) => n).sort((a, b) => earlier(all, a, b, sign));
  held.set(sign, found);
  return found;
}

function earlier(all: Columns, a: number, b: number, sign: 1 | -1): number {
  const last = (n: number) => all.end[n] ?? all.start[n] ?? "";
  const by = (left: string, right: string) => (left === right ? 0 : left < right ? -sign : sign);
  if (!last(a) !== !last(b)) return last(a) ? -1 : 1;
  return by(last(a), last(b)) || by(all.start[a] ?? "", all.start[b] ?? "") || ((all.id[a] ?? "") < (all.id[b] ?? "") ? -1 : 1);
}

const most = (row: Row, measure: string): number =>
  Math.max(0, ...row.figures.filter((f) => f.measure === measure).map((f) => Math.max(f.low ?? 0, f.high ?? 0)));

const counts = (row: Row, asked: Question): boolean => most(row, asked.text("measure") || "killed") >= asked.number("least", 0);

function says(row: Row, figures: readonly string[]): boolean {
  const said = ` ${foldName(row.what)} `;
  return figures.every((figure) => said.includes(` ${figure} `));
}

const BY_ROW = {
  "-sources": (a: Row, b: Row) => b.sources - a.sources || b.records - a.records || (a.id < b.id ? -1 : 1),
  "-figure": (a: Row, b: Row) => most(b, "killed") - most(a, "killed") || b.sources - a.sources || (a.id < b.id ? -1 : 1),
};
