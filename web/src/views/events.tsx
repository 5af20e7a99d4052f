import { useHere } from "../here";
import { EventLine } from "../parts/event-line";
import { ChoiceFilter, DayFilter, Filters, TextFilter } from "../parts/filter-form";
import { Pages } from "../parts/pages";

const NAMES = ["type", "text", "place", "actor", "start", "end", "least", "disputed", "sort"] as const;
const SORTS = [
  ["date", "oldest first"],
  ["-sources", "most independent sources first"],
  ["-figure", "most killed first"],
  ["-known", "latest known first"],
] as const;

/** All happenings, filtered; every filter is in the address. */
export function EventsView() {
  const { meta, route } = useHere();
  const kinds = [...Object.keys(meta.kinds), ...Object.keys(meta.types)].map((name) => [name, name] as const);
  const query = Object.fromEntries(NAMES.map((name) => [name, route.query[name] ?? ""]));
  return (
    <div class="stack">
      <h1>Events</h1>
      <Filters names={NAMES}>
        <TextFilter name="text" label="Words" hint="in quotes and names" />
        <ChoiceFilter name="type" label="Type" options={kinds} none="all types" />
        <TextFilter name="place" label="Place" />
        <TextFilter name="actor" label="Actor" />
        <DayFilter name="start" label="From" />
        <DayFilter name="end" label="To" />
        <TextFilter name="least" label="At least killed" />
        <ChoiceFilter
          name="disputed"
          label="Disputed"
          none="either"
          options={[
            ["true", "disputed"],
            ["false", "not disputed"],
          ]}
        />
        <ChoiceFilter name="sort" label="Order" none="latest first" options={SORTS} />
      </Filters>
      <Pages
        path="events"
        query={{ sort: "-date", ...strip(query), limit: 50 }}
        what="happenings"
        none="No happening passes these filters."
      >
        {(rows) => (
          <ul class="stack">
            {rows.map((row) => (
              <li key={row.id}>
                <EventLine row={row} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

/** Without the filters that are not set, and without a number that is none. */
function strip(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== "" && (name !== "least" || /^\d+$/.test(value))));
}
