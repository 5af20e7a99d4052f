// Names and spellings of a published record, and which happenings an actor is named in.

import { foldName } from "./fold";
import type { Folder } from "./folder";

interface Named {
  readonly href: string;
  readonly names: readonly string[];
}
interface Actor extends Named {
  readonly events: readonly number[];
}
export interface Lookup {
  readonly places: readonly Named[];
  readonly actors: readonly Actor[];
  readonly latest: readonly number[];
}

export const idOf = (href: string): string => href.slice(href.indexOf("/") + 1);

export const lookup = (folder: Folder): Promise<Lookup> => folder.read("lookup");

/** Those of that id or name. */
export function called<T extends Named>(all: readonly T[], wanted: string): T[] {
  const folded = foldName(wanted);
  return all.filter((one) => idOf(one.href) === wanted || one.names.some((name) => foldName(name) === folded));
}

/** Ids of those each word of a text stands in some name of. */
export function holding(all: readonly Named[], text: string): Set<string> {
  const words = foldName(text).split(" ").filter(Boolean);
  const found = all.filter((one) => {
    const names = one.names.map(foldName);
    return words.every((word) => names.some((name) => name.includes(word)));
  });
  return new Set(found.map((one) => idOf(one.href)));
}
