import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isDay } from "./days";
import { go, linkTo, type Route, VIEWS, withQuery } from "./route";
import type { Theme } from "./theme";

const NAMES: Record<(typeof VIEWS)[number], string> = {
  overview: "Overview",
  events: "Events",
  places: "Places",
  actors: "Actors",
  disputes: "Disputes",
  sources: "Sources",
  documents: "Documents",
  review: "Review",
  method: "Method",
};

/** In which list a view of one thing lies. */
const WITHIN: Partial<Record<Route["view"], (typeof VIEWS)[number]>> = {
  event: "events",
  place: "places",
  actor: "actors",
  document: "documents",
};

export interface ShellProps {
  readonly route: Route;
  readonly monitor: string;
  readonly first: string;
  readonly last: string;
  readonly on: string;
  readonly known: string;
  /** Whether a server answers: then any day's knowledge can be asked for, and decisions are taken. */
  readonly live: boolean;
  readonly theme: Theme;
  readonly nextTheme: () => void;
  readonly foot: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What surrounds every view: navigation, search, the two dates. "/" leads to the search. */
export function Shell(props: ShellProps) {
  const { route } = props;
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useSlash(() => search.current?.focus());
  // At once when the view changes: later, it would take the focus from whoever already types.
  useLayoutEffect(() => {
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route.view, route.id]);
  const current = WITHIN[route.view] ?? route.view;

  return (
    <div class="shell">
      <button type="button" class="skip-link" onClick={() => main.current?.focus()}>
        To the content
      </button>
      <header class="masthead">
        <a class="title" href={linkTo(route, "overview")}>
          <img src="./icon.svg" alt="" />
          <span>
            Warledger <span class="monitor name">{props.monitor}</span>
          </span>
        </a>
        <nav class="nav" aria-label="Views">
          {VIEWS.filter((view) => props.live || view !== "review").map((view) => (
            <a key={view} href={linkTo(route, view)} aria-current={current === view ? "page" : undefined}>
              {NAMES[view]}
            </a>
          ))}
        </nav>
        <div class="tools">
          <search>
            <form
              onSubmit={(e) => {
                e.preventDefault();
                const words = search.current?.value.trim();
                if (words) go({ view: "search", id: "", query: { ...carried(route), q: words } });
              }}
            >
              <label class="visually-hidden" for="search">
                Search words and records
              </label>
              <input
                id="search"
                ref={search}
                class="field search"
                type="search"
                placeholder="Search  /"
                defaultValue={route.query.q ?? ""}
              />
            </form>
          </search>
          <Clock name="on" says="On" value={props.on} {...props} />
          <Clock name="known" says="as known on" value={props.known} {...props} />
          <button type="button" class="button" onClick={props.nextTheme} aria-label={`Colours: ${props.theme}. Change`}>
            {props.theme === "dark" ? "☾" : props.theme === "light" ? "☀" : "◐"}
          </button>
        </div>
      </header>
      <main id="main" class="page" ref={main} tabIndex={-1}>
        {props.children}
      </main>
      <footer class="foot">{props.foot}</footer>
    </div>
  );
}

function carried(route: Route): Record<string, string> {
  return Object.fromEntries(["on", "known"].flatMap((key) => (route.query[key] ? [[key, route.query[key]]] : [])));
}

function Clock({ name, says, value, route, first, last, live }: ShellProps & { name: "on" | "known"; says: string; value: string }) {
  const set = (day: string) => isDay(day) && go(withQuery(route, { [name]: day }));
  if (name === "known" && !live)
    return (
      <span class="clock" title="A published record holds what was known on one day">
        {says} <output class="fixed">{value}</output>
        <span class="visually-hidden">, the one day this published record holds</span>
      </span>
    );
  return (
    <label class="clock">
      {says}
      <input class="field" type="date" min={first} max={last} value={value} onChange={(e) => set(e.currentTarget.value)} />
    </label>
  );
}

function useSlash(found: () => void): void {
  // As soon as the page is drawn: a key pressed before that would be lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const within = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || within || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      found();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
