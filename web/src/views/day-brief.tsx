import { longDay } from "../days";
import { useAnswer, useLinks } from "../here";
import { EventLine } from "../parts/event-line";
import { Await } from "../parts/resource";

/** Happenings shown for a day or a stretch; the rest is one link away. */
const SHOWN = 25;

/** What is asked for the brief of a day or a stretch of days. */
export const asked = (start: string, end: string, kind: string) => ({
  start,
  end,
  type: kind,
  happened: true,
  sort: "-sources",
  limit: SHOWN,
});

/** The day's happenings, those with most independent sources first. */
export function DayBrief({ on, window, kind }: { on: string; window: readonly [string, string] | null; kind: string }) {
  const [start, end] = window ?? [on, on];
  const found = useAnswer("events", "", asked(start, end, kind));
  const link = useLinks();
  const label = window ? `${longDay(start)} – ${longDay(end)}` : longDay(on);
  return (
    <section aria-label="The day's happenings" aria-live="polite">
      <h2>{label}</h2>
      <Await of={found} what="the happenings">
        {(page) => (
          <>
            {page.items.length === 0 && <p class="muted">Nothing is reported for {window ? "these days" : "this day"}.</p>}
            <ul class="stack">
              {page.items.map((row) => (
                <li key={row.id}>
                  <EventLine row={row} />
                </li>
              ))}
            </ul>
            {page.total > page.items.length && (
              <p>
                <a href={link("events", "", { start, end, ...(kind ? { type: kind } : {}) })}>All {page.total}</a>
              </p>
            )}
          </>
        )}
      </Await>
    </section>
  );
}
