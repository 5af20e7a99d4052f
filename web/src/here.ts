// What every view needs: the data, where the reader is, and the two dates.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Answers, Client, Schema } from "./api/client";
import { type Loaded, useResource } from "./parts/resource";
import { linkTo, type Route, type View } from "./route";

export interface Here {
  readonly client: Client;
  readonly meta: Schema["Meta"];
  readonly route: Route;
  readonly dark: boolean;
  /** The day asked about. */
  readonly on: string;
  /** The day whose knowledge is asked for; empty: all that is known. */
  readonly known: string;
}

export const Context = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(Context);
  if (!here) throw new Error("A view stands outside the page.");
  return here;
}

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** One answer, as known on the reader's day. */
export function useAnswer<P extends keyof Answers>(path: P, id: string | readonly string[] = "", query: Query = {}): Loaded<Answers[P]> {
  const { client, known } = useHere();
  const asked = { ...query, known };
  return useResource(JSON.stringify([path, id, asked]), (signal) => client.get(path, id, asked, signal));
}

/** Links that keep the two dates. */
export function useLinks(): (view: View, id?: string, query?: Record<string, string>) => string {
  const { route } = useHere();
  return (view, id = "", query = {}) => linkTo(route, view, id, query);
}
