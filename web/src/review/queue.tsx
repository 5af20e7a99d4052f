import { useRef, useState } from "preact/hooks";
import { Refused, type Schema, token } from "../api/client";
import { useHere } from "../here";
import { EvidenceCard } from "../parts/evidence";
import { type Loaded, useResource } from "../parts/resource";
import { type DecisionIn, decision } from "./decision";
import { Around, Before, Names } from "./dossier";
import { Edit, Merge } from "./forms";
import { type Act, KEYS, useKeys } from "./keys";
import { SetActor, SetPlace } from "./names";

type Item = Schema["QueueItem"];
type Dossier = Schema["RecordDossier"];
interface Done {
  readonly item: Item;
  readonly decision: Schema["DecisionRow"];
}

const SAID: Record<DecisionIn["verdict"], string> = {
  accept: "accepted",
  reject: "rejected",
  reset: "reset",
  edit: "edited",
  merge: "merged",
  split: "split",
  place: "placed",
  name: "named",
  undo: "undone",
};
/** Decisions about a name leave the record in view: its turn is still to come. */
const STAYS: ReadonlySet<string> = new Set(["place", "name"]);
/** The status of a decision on what has changed since it was seen. */
const OUTDATED = 409;
const FORMS = ["edit", "merge", "place", "name"] as const;
type Form = (typeof FORMS)[number];
const isForm = (name: Act): name is Form => (FORMS as readonly string[]).includes(name);
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The records one after the other, each with its dossier; every decision is kept at once. */
export function Queue({ items, total, again }: { items: readonly Item[]; total: number; again: () => void }) {
  const { client, known } = useHere();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState("");
  const [asking, setAsking] = useState<Form | null>(null);
  const [reason, setReason] = useState("");
  const [look, setLook] = useState(0);
  const item = items[at];
  const record = item?.evidence.record ?? "";
  const dossier = useResource(`${record} ${look} ${known}`, (signal) => client.get("review/dossier/{id}", record, { known }, signal));
  // One decision at a time: a key pressed while one is being kept would decide on what is no longer in view.
  const busy = useRef(false);

  const once = async (what: () => Promise<void>, failed: string) => {
    if (busy.current) return;
    busy.current = true;
    setRefused("");
    try {
      await what();
    } catch (error) {
      setSaid("");
      setRefused(`${failed}: ${words(error)}`);
      if (error instanceof Refused && error.status === OUTDATED) setLook(look + 1);
    } finally {
      busy.current = false;
    }
  };
  const turn = (to: number) => {
    setAt(Math.min(items.length - 1, Math.max(0, to)));
    setAsking(null);
    setRefused("");
  };
  const decide = (body: DecisionIn) =>
    once(async () => {
      if (!item) return;
      const seen = dossier.state === "here" && !STAYS.has(body.verdict) ? dossier.value.mark : "";
      const kept = await client.post({ ...body, reason, seen }, token.get());
      setDone([...done, { item, decision: kept }]);
      setReason("");
      setAsking(null);
      setSaid(`${SAID[body.verdict]}. Press u to undo.`);
      if (STAYS.has(body.verdict)) setLook(look + 1);
      else turn(at + 1);
    }, "Not kept");
  const undo = () =>
    once(async () => {
      const last = done.at(-1);
      if (!last) return setSaid("Nothing to undo.");
      await client.post(decision({ verdict: "undo", target: last.decision.id }), token.get());
      setDone(done.slice(0, -1));
      turn(items.indexOf(last.item));
      setLook(look + 1);
      setSaid("Undone.");
    }, "Not undone");
  const act = (name: Act) => {
    if (name === "next") turn(at + 1);
    else if (name === "back") turn(at - 1);
    else if (name === "undo") void undo();
    else if (isForm(name)) setAsking(name);
    else if (item) void decide(decision({ verdict: name, target: record }));
  };
  useKeys(act);

  if (!item) return <p class="notice">Nothing waits for a decision.</p>;
  return (
    <>
      <p class="muted small">
        {at + 1} of {total} records, those first on which most hangs. {done.length} decided now.{" "}
        <button type="button" class="link" onClick={again}>
          Ask for the queue anew
        </button>
      </p>
      <ul class="chips" aria-label="Keys">
        {KEYS.map(([key, name]) => (
          <li key={key}>
            <button type="button" class="chip" onClick={() => act(name)}>
              <kbd>{key}</kbd> {name}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {refused && (
        <p class="notice refused" role="alert">
          {refused}
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <EvidenceCard card={dossier.state === "here" ? dossier.value.evidence : item.evidence} />
          {dossier.state === "here" && (
            <Around dossier={dossier.value} join={(other) => void decide(decision({ verdict: "merge", target: record, other }))} />
          )}
        </div>
        <aside class="stack">
          <section class="card stack" aria-label="Decide">
            <h2>What hangs on it</h2>
            <ul class="plain">
              {item.why.map((w) => (
                <li key={w}>{w}</li>
              ))}
            </ul>
            <label class="asked">
              Reason, kept with the decision
              <input class="field" value={reason} onInput={(e) => setReason(e.currentTarget.value)} />
            </label>
            {asking && <Asked key={`${record} ${asking} ${look}`} form={asking} dossier={dossier} give={(body) => void decide(body)} />}
          </section>
          {dossier.state === "here" && (
            <>
              <Names dossier={dossier.value} />
              <Before decisions={dossier.value.decisions} />
            </>
          )}
        </aside>
      </div>
    </>
  );
}

function Asked({ form, dossier, give }: { form: Form; dossier: Loaded<Dossier>; give: (body: DecisionIn) => void }) {
  if (dossier.state !== "here") return <p class="muted">Reading the record …</p>;
  const { value } = dossier;
  const target = value.evidence.record;
  if (form === "merge") return <Merge give={(other) => give(decision({ verdict: "merge", target, other }))} />;
  if (form === "edit") return <Edit card={value.evidence} give={(changes) => give(decision({ verdict: "edit", target, changes }))} />;
  if (form === "place") return <SetPlace dossier={value} give={give} />;
  return <SetActor dossier={value} give={give} />;
}
