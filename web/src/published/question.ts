// What is asked of a list, whatever form its values came in.
import { Refused } from "../api/client";

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export class Question {
  readonly #query: Query;

  /** Only `known` names may be asked for: a filter that is not understood must not be taken for none. */
  constructor(query: Query, known: readonly string[]) {
    this.#query = query;
    const strange = Object.keys(query).find((name) => name !== "known" && this.text(name) !== "" && !known.includes(name));
    if (strange) throw new Refused(422, `a published folder cannot be asked for “${strange}”`);
  }

  text(name: string): string {
    const value = this.#query[name];
    return value === null || value === undefined ? "" : String(value).trim();
  }

  list(name: string): string[] {
    const value = this.#query[name];
    return Array.isArray(value) ? [...value] : this.text(name) ? [this.text(name)] : [];
  }

  number(name: string, otherwise: number): number {
    const value = this.text(name);
    return value && Number.isFinite(Number(value)) ? Number(value) : otherwise;
  }

  /** Asked for, asked against, or not asked. */
  choice(name: string): boolean | null {
    const value = this.text(name);
    return value ? value === "true" : null;
  }
}

export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

/** The part of a list that is asked for: the cursor is the number of entries already seen. */
export function pageOf<T>(found: readonly T[], asked: Question): Page<T> {
  const begin = asked.number("cursor", 0);
  const end = begin + asked.number("limit", 100);
  return { items: found.slice(begin, end), total: found.length, next: end < found.length ? String(end) : null };
}
