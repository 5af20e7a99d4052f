// What every view needs: the data, where the reader is, and the two dates.
import { createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { Ahead } from "./ahead";
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

/** Milliseconds without a change after which what comes next is asked for. */
const PAUSE = 150;

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

const ahead = new Ahead();

/** One answer, as known on the reader's day. */
export function useAnswer<P extends keyof Answers>(path: P, id: string | readonly string[] = "", query: Query = {}): Loaded<Answers[P]> {
  const { client, known } = useHere();
  const asked = { ...query, known };
  const key = JSON.stringify([path, id, asked]);
  return useResource(key, (signal) => (ahead.take(key) as Promise<Answers[P]> | undefined) ?? client.get(path, id, asked, signal));
}

/** Asks for answers that will be wanted next, once nothing else has been asked for a moment. */
export function useAhead(next: readonly (readonly [path: keyof Answers, query: Query])[]): void {
  const { client, known } = useHere();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const [path, query] of next) {
        const asked = { ...query, known };
        ahead.ask(JSON.stringify([path, "", asked]), () => client.get(path, "", asked));
      }
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [JSON.stringify(next), known, client]);
}

/** Links that keep the two dates. */
export function useLinks(): (view: View, id?: string, query?: Record<string, string>) => string {
  const { route } = useHere();
  return (view, id = "", query = {}) => linkTo(route, view, id, query);
}
