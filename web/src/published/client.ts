// The client of a published folder: the same answers as the API's, from the JSON files beside the page; filters are applied here.
import type { Answers, Client, Schema } from "../api/client";
import { Refused } from "../api/client";
import { holdingOn } from "./control";
import { DISPUTE_FILTERS, disputesIn } from "./disputes";
import { EVENT_FILTERS, Events } from "./events";
import { foldName } from "./fold";
import { Folder } from "./folder";
import { called, holding, idOf, lookup } from "./lookup";
import { type Page, pageOf, Question } from "./question";
import { SearchIndex } from "./search-index";

type Query = ConstructorParameters<typeof Question>[0];
const PAGED = ["limit", "cursor"] as const;
/** Ids are made of content; anything else is a name. */
const ID = /^[a-z]-[0-9a-f]{16}$/;

/** Reads the data at `root` (with a slash at its end). What a folder cannot answer is refused with words. */
export function publishedClient(root: string): Client {
  const record = new Published(root);
  return {
    live: false,
    get: (path, id, query) => record.get(path, [id].flat(), query) as never,
    post: () => Promise.reject(new Refused(405, "a published folder takes no decisions")),
  };
}

class Published {
  readonly #folder: Folder;
  readonly #index: SearchIndex;
  readonly #events: Events;

  constructor(root: string) {
    this.#folder = new Folder(root);
    this.#index = new SearchIndex(this.#folder);
    this.#events = new Events(this.#folder, this.#index);
  }

  async get(path: keyof Answers, ids: readonly string[], query: Query): Promise<unknown> {
    const lists: Partial<Record<keyof Answers, () => Promise<unknown>>> = {
      events: () => this.#events.page(new Question(query, EVENT_FILTERS)),
      disputes: () => this.#disputes(new Question(query, DISPUTE_FILTERS)),
      search: () => this.#index.search(new Question(query, ["q", "kind", "limit"])),
      control: () => this.#control(new Question(query, ["on"])),
      places: () => this.#places(new Question(query, ["text", ...PAGED])),
      actors: () => this.#actors(new Question(query, ["text", "described", ...PAGED])),
      documents: () => this.#documents(new Question(query, ["text", "source", "start", "end", ...PAGED])),
      "place/{id}": () => this.#place(ids[0] ?? "", new Question(query, ["on"])),
      "actor/{id}": () => this.#actor(ids[0] ?? ""),
    };
    const known = lists[path];
    if (known) return known();
    const address = addressOf(path, ids);
    const value = await this.#folder.read<object>(address);
    return isPage(value) ? pageOf(await this.#all(address), new Question(query, PAGED)) : value;
  }

  /** Every entry of a list, from all its shards. */
  async #all<T>(name: string): Promise<T[]> {
    const found: T[] = [];
    for (let next: string | null = name; next; ) {
      const page: Page<T> = await this.#folder.read<Page<T>>(next);
      found.push(...page.items);
      next = page.next;
    }
    return found;
  }

  async #disputes(asked: Question): Promise<Page<Schema["DisputeRow"]>> {
    const rows = await this.#all<Schema["DisputeRow"]>("disputes");
    return pageOf(await disputesIn(this.#folder, rows, asked), asked);
  }

  async #control(asked: Question): Promise<Schema["ControlMap"]> {
    const [last, held] = await Promise.all([this.#folder.read<Schema["ControlMap"]>("control"), this.#spells()]);
    const on = asked.text("on") || last.on;
    if (!on) return last;
    const places = last.places.map((row) => ({ ...row, ...answerFor(held.get(row.place.id), on, row) }));
    return { ...last, on, places };
  }

  async #spells(): Promise<Map<string, Schema["PlaceSpells"]>> {
    const { places } = await this.#folder.read<Schema["SpellMap"]>("spells");
    return new Map(places.map((place) => [place.place.id, place]));
  }

  async #place(wanted: string, asked: Question): Promise<Schema["Place"]> {
    const place = await this.#folder.read<Schema["Place"]>(`place/${await this.#idOf("places", wanted)}`);
    const on = asked.text("on");
    if (!on || !place.holds) return place;
    const spells = (await this.#spells()).get(place.row.place.id);
    return { ...place, holds: { ...place.holds, ...answerFor(spells, on, place.holds) } };
  }

  async #actor(wanted: string): Promise<Schema["Actor"]> {
    return this.#folder.read<Schema["Actor"]>(`actor/${await this.#idOf("actors", wanted)}`);
  }

  async #idOf(list: "places" | "actors", wanted: string): Promise<string> {
    if (ID.test(wanted)) return wanted;
    const [first, ...others] = called<{ href: string; names: readonly string[] }>((await lookup(this.#folder))[list], wanted);
    if (!first) throw new Refused(404, `nothing in the published record is called “${wanted}”`);
    if (others.length) throw new Refused(409, `“${wanted}” may be ${others.length + 1} of the ${list}`);
    return idOf(first.href);
  }

  async #places(asked: Question): Promise<Page<Schema["PlaceRow"]>> {
    const ids = asked.text("text") ? holding((await lookup(this.#folder)).places, asked.text("text")) : null;
    const rows = await this.#all<Schema["PlaceRow"]>("places");
    return pageOf(
      rows.filter((row) => ids?.has(row.place.id) ?? true),
      asked,
    );
  }

  async #actors(asked: Question): Promise<Page<Schema["ActorRow"]>> {
    const ids = asked.text("text") ? holding((await lookup(this.#folder)).actors, asked.text("text")) : null;
    const described = asked.choice("described") === true;
    const rows = await this.#all<Schema["ActorRow"]>("actors");
    return pageOf(
      rows.filter((row) => (described || row.named) && (ids?.has(row.id) ?? true)),
      asked,
    );
  }

  async #documents(asked: Question): Promise<Page<Schema["DocumentRow"]>> {
    const words = foldName(asked.text("text")).split(" ").filter(Boolean);
    const [source, start, end] = [asked.text("source"), asked.text("start"), asked.text("end")];
    const rows = (await this.#all<Schema["DocumentRow"]>("documents")).filter(({ document: d }) => {
      const said = foldName(`${d.doc} ${d.title ?? ""}`);
      const publisher = !source || d.publisher === source || idOf(d.source ?? "") === source;
      const dated = !(start || end) || (d.published !== null && d.published >= start && (!end || d.published <= end));
      return publisher && dated && words.every((word) => said.includes(word));
    });
    return pageOf(rows, asked);
  }
}

type Held = Pick<Schema["HoldRow"], "on" | "assessed" | "claimed">;

/** The answer for a day; for the day of the file, or where no spells are given, what the file says. */
const answerFor = (spells: Schema["PlaceSpells"] | undefined, on: string, row: Held): Held =>
  spells && row.on !== on ? holdingOn(spells, on) : { on: row.on, assessed: row.assessed, claimed: row.claimed };

const isPage = (value: object): boolean => "items" in value && "next" in value && "total" in value;

/** The address of a resource; ids hold no sign that would lead elsewhere. */
function addressOf(path: string, ids: readonly string[]): string {
  const left = [...ids];
  return path.replace(/\{\w+\}/g, () => {
    const id = left.shift() ?? "";
    if (!ID.test(id)) throw new Refused(404, `the published record holds nothing called “${id}”`);
    return id;
  });
}
