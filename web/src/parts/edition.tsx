// What a published record is, and what it leaves out.
import type { Schema } from "../api/client";
import { useHere, useLinks } from "../here";

const many = (count: number, one: string, more = `${one}s`): string => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

/** What the record leaves out, one phrase each; empty where it leaves out nothing. */
export function leftOut({ withheld }: Schema["Meta"]): string[] {
  if (!withheld) return [];
  const { names, texts, quotes, links, files, decimals } = withheld;
  return [
    `${many(names, "name")} that may be a person's`,
    `${many(texts, "full text")}`,
    ...(quotes ? [`the ends of ${many(quotes, "long quote")}`] : []),
    ...(links ? [`${many(links, "link")} that may name somebody`] : []),
    ...(files ? [`${many(files, "file name")} that may name somebody`] : []),
    `exact coordinates (${decimals} decimals are kept, about a kilometre at 2)`,
  ];
}

/** One line for the foot of every view. */
export function Edition({ meta }: { meta: Schema["Meta"] }) {
  const out = leftOut(meta);
  return (
    <span class="edition">
      Published with the {meta.profile} profile, as known on {meta.known ?? meta.last_known ?? "the last day"}
      {out.length > 0 ? `. Withheld: ${out.join("; ")}. ` : "; nothing is withheld. "}
    </span>
  );
}

/** The same at length, for the page on method. */
export function Published() {
  const { meta } = useHere();
  const out = leftOut(meta);
  if (meta.profile === "live") return null;
  return (
    <section class="card" aria-label="What is published">
      <h2>What is published</h2>
      <p>
        This is a copy of the record as known on {meta.known ?? meta.last_known ?? "the last day"}, in the {meta.profile} profile. It takes
        no decisions and holds no other day's knowledge; the day asked about can be changed.
      </p>
      {out.length > 0 ? (
        <>
          <p>Withheld:</p>
          <ul class="plain">
            {out.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p class="muted small">
            Whatever may be the name of a person is replaced by “[name withheld]”, unless the record lists the person with a public office
            or as public. That withholds too much rather than too little: a village that could not be placed may be withheld too.
          </p>
        </>
      ) : (
        <p>Nothing is withheld.</p>
      )}
    </section>
  );
}

/** Where a link leads to the review of a record that cannot be reviewed. */
export function NoReview() {
  const link = useLinks();
  return (
    <div class="stack">
      <h1>Review</h1>
      <p class="notice">
        A published record takes no decisions: they are taken on the monitor itself (<code>warledger review</code>, or{" "}
        <code>warledger serve --review</code>). <a href={link("overview")}>To the overview</a>
      </p>
    </div>
  );
}
