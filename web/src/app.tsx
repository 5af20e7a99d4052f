import { useMemo } from "preact/hooks";
import type { Client, Schema } from "./api/client";
import { Context, type Here } from "./here";
import { Edition, NoReview } from "./parts/edition";
import { Await, useResource } from "./parts/resource";
import { linkTo, useRoute } from "./route";
import { Shell } from "./shell";
import { useTheme } from "./theme";
import { ActorView } from "./views/actor";
import { ActorsView } from "./views/actors";
import { DisputesView } from "./views/disputes";
import { DocumentsView, DocumentView } from "./views/documents";
import { EventView } from "./views/event";
import { EventsView } from "./views/events";
import { MethodView } from "./views/method";
import { OverviewView } from "./views/overview";
import { PlacesView, PlaceView } from "./views/places";
import { ReviewView } from "./views/review";
import { SearchView } from "./views/search";
import { SourcesView } from "./views/sources";

const SHOWN = {
  overview: OverviewView,
  events: EventsView,
  event: EventView,
  places: PlacesView,
  place: PlaceView,
  actors: ActorsView,
  actor: ActorView,
  disputes: DisputesView,
  sources: SourcesView,
  documents: DocumentsView,
  document: DocumentView,
  review: ReviewView,
  method: MethodView,
  search: SearchView,
} as const;

/** The whole page over one client. */
export function App({ client }: { client: Client }) {
  const meta = useResource("meta", (signal) => client.get("meta", "", {}, signal));
  return (
    <Await of={meta} what="the record">
      {(value) => <Page client={client} meta={value} />}
    </Await>
  );
}

function Page({ client, meta }: { client: Client; meta: Schema["Meta"] }) {
  const route = useRoute();
  const theme = useTheme();
  const { live } = client;
  const last = (live ? null : meta.known) ?? meta.last_known ?? meta.last ?? "";
  const on = route.query.on ?? meta.on ?? meta.last ?? "";
  const asked = route.query.known ?? last;
  const known = live ? asked : last;
  const here: Here = useMemo(
    () => ({ client, meta, route, dark: theme.dark, on, known: known === last ? "" : known }),
    [client, meta, route, theme.dark, on, known, last],
  );
  const View = route.view === "review" && !live ? NoReview : SHOWN[route.view];
  return (
    <Context.Provider value={here}>
      <Shell
        route={route}
        monitor={meta.monitor}
        first={meta.period_start ?? meta.first ?? ""}
        last={last}
        on={on}
        known={known}
        live={live}
        theme={theme.theme}
        nextTheme={theme.next}
        foot={<Foot meta={meta} method={linkTo(route, "method")} />}
      >
        {here.known && (
          <p class="notice small">
            As known on {here.known}. What became known later is left out.{" "}
            <a href={linkTo({ ...route, query: { on } }, route.view, route.id)}>Show all that is known</a>
          </p>
        )}
        {!live && asked !== last && (
          <p class="notice small">
            The link asks for what was known on {asked}. This published record is as known on {last}, and holds no other day's knowledge.
          </p>
        )}
        <View />
      </Shell>
    </Context.Provider>
  );
}

function Foot({ meta, method }: { meta: Schema["Meta"]; method: string }) {
  const { documents, families, sources, unread } = meta.counts;
  return (
    <>
      {meta.profile !== "live" && <Edition meta={meta} />}
      {documents} documents from {sources} publishers, {families} independent texts{unread ? `, ${unread} not read` : ""}. Made by machine,
      every figure tied to its words; <a href={method}>how far to trust it</a>. Warledger {meta.version}.
    </>
  );
}
