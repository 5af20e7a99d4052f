// Where the reader is: every view, its day and its filters live in the address, so every view is a link.
// The part after # is used, since it works from any file host without a server that rewrites paths.
import { useEffect, useState } from "preact/hooks";

/** The views, in the order of the navigation. */
export const VIEWS = ["overview", "events", "places", "actors", "disputes", "sources", "documents", "review", "method"] as const;
/** Views of one thing, reached from the lists. */
export const DETAILS = ["event", "place", "actor", "document", "search"] as const;
export type View = (typeof VIEWS)[number] | (typeof DETAILS)[number];

export interface Route {
  readonly view: View;
  /** What the view is of: an event's id, a place, an actor, a document; empty for lists. */
  readonly id: string;
  /** `on`, `known`, filters, in the order of their names. Empty values are not kept. */
  readonly query: Readonly<Record<string, string>>;
}

const KNOWN: ReadonlySet<string> = new Set([...VIEWS, ...DETAILS]);

/** Reads an address. Anything that is no view leads to the overview. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", ...rest] = path.split("/");
  const pairs = [...new URLSearchParams(query)].filter(([, value]) => value !== "");
  return {
    view: KNOWN.has(view) ? (view as View) : "overview",
    id: safeDecode(rest.join("/")),
    query: Object.fromEntries(pairs),
  };
}

/** Writes an address; `parse(format(route))` gives the route back. */
export function format(route: Route): string {
  const pairs = Object.entries(route.query)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(pairs).toString();
  const id = route.id ? `/${encodeURIComponent(route.id)}` : "";
  return `#/${route.view}${id}${query ? `?${query}` : ""}`;
}

/** What stays when the reader goes from one view to another: the two dates. */
export const CARRIED = ["on", "known"] as const;

/** The link to a view, keeping the two dates of the present one. */
export function linkTo(from: Route, view: View, id = "", query: Record<string, string> = {}): string {
  const carried = Object.fromEntries(CARRIED.flatMap((key) => (from.query[key] ? [[key, from.query[key]]] : [])));
  return format({ view, id, query: { ...carried, ...query } });
}

/** The same view with some of its query changed; an empty value takes a part away. */
export function withQuery(route: Route, changes: Record<string, string>): Route {
  return { ...route, query: Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== "")) };
}

export function go(route: Route, { replace = false } = {}): void {
  const address = format(route);
  if (address === location.hash) return;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new Event("warledger:route"));
}

/** The present route, following the address bar, the back button and `go`. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash));
    for (const name of ["hashchange", "popstate", "warledger:route"]) addEventListener(name, follow);
    return () => {
      for (const name of ["hashchange", "popstate", "warledger:route"]) removeEventListener(name, follow);
    };
  }, []);
  return route;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
