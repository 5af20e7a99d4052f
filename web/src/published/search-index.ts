// The search index of a published folder: rows in shards, and for each word the rows that hold it.
import type { Schema } from "../api/client";
import { foldedWords, foldName } from "./fold";
import type { Folder } from "./folder";
import type { Question } from "./question";

type Found = Schema["Found"];
type Shard = Record<string, readonly number[]>;

interface About {
  rows: number;
  shard: number;
  starts: readonly string[];
  kinds: Record<string, readonly [first: number, count: number]>;
}

/** A word that is looked for: in the folded form, whole or as the beginning of others. */
interface Wanted {
  readonly word: string;
  readonly open: boolean;
}

const KINDS = ["place", "actor", "source", "document", "event", "record"];
/** Kinds that are found by the beginnings of their names. */
const NAMED = new Set(["place", "actor", "source"]);

export class SearchIndex {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** What holds every word: things with names by the beginnings of words, the rest by whole words (`begin*`: by beginnings). */
  async search(asked: Question): Promise<Schema["SearchResult"]> {
    const query = asked.text("q");
    const about = await this.#about();
    const limit = asked.number("limit", 20);
    const figures = foldName(query).match(/\d+/g) ?? [];
    const kinds = asked.list("kind");
    const found = await Promise.all(
      KINDS.filter((kind) => about.kinds[kind] && (!kinds.length || kinds.includes(kind))).map(async (kind) => {
        const [first, count] = about.kinds[kind] ?? [0, 0];
        const wanted = wantedIn(query).map((w) => (NAMED.has(kind) ? { ...w, open: true } : w));
        const rows = (await this.#all(wanted)) ?? (figures.length ? Array.from({ length: count }, (_, n) => first + n) : []);
        return this.#take(
          rows.filter((n) => n >= first && n < first + count),
          figures,
          limit + 1,
        );
      }),
    );
    return { query, items: found.flatMap((rows) => rows.slice(0, limit)), more: found.some((rows) => rows.length > limit) };
  }

  /** Numbers of the happenings, in the columns of `map`, that hold words beginning with each of these; null where there is no word. */
  async events(words: string): Promise<ReadonlySet<number> | null> {
    const [first, count] = (await this.#about()).kinds.event ?? [0, 0];
    const rows = await this.#all(wantedIn(words).map((w) => ({ ...w, open: true })));
    return rows && new Set(rows.filter((n) => n >= first && n < first + count).map((n) => n - first));
  }

  #about = (): Promise<About> => this.#folder.read("search");

  /** The rows that hold all the words, in order. */
  async #all(wanted: readonly Wanted[]): Promise<number[] | null> {
    if (!wanted.length) return null;
    const [first = new Set<number>(), ...others] = await Promise.all(wanted.map((w) => this.#holding(w)));
    return [...first].filter((row) => others.every((rows) => rows.has(row))).sort((a, b) => a - b);
  }

  async #holding({ word, open }: Wanted): Promise<Set<number>> {
    const { starts } = await this.#about();
    const shards = starts.filter((start) => (word.length > 1 ? start === word.slice(0, 2) : start.startsWith(word)));
    const read = await Promise.all(shards.map((start) => this.#folder.read<Shard>(`search/${start}`)));
    return new Set(read.flatMap((shard) => Object.entries(shard).flatMap(([w, rows]) => (fits(w, word, open) ? rows : []))));
  }

  /** The first of these rows that also hold the figures. */
  async #take(rows: readonly number[], figures: readonly string[], most: number): Promise<Found[]> {
    const { shard } = await this.#about();
    const found: Found[] = [];
    for (const n of rows) {
      if (found.length >= most) break;
      const at = Math.floor(n / shard);
      const row = (await this.#folder.read<{ rows: readonly Found[] }>(`search/rows.${at}`)).rows[n - at * shard];
      const said = row ? ` ${foldName(`${row.title} ${row.words}`)} ` : "";
      if (row && figures.every((figure) => said.includes(` ${figure} `))) found.push(row);
    }
    return found;
  }
}

const fits = (word: string, wanted: string, open: boolean): boolean => (open ? word.startsWith(wanted) : word === wanted);

/** The words of a query; one with * at its end stands for all that begin so. */
function wantedIn(query: string): Wanted[] {
  return query.split(/\s+/).flatMap((part) => {
    const words = foldedWords(part);
    return words.map((word, n) => ({ word, open: part.endsWith("*") && n === words.length - 1 }));
  });
}
