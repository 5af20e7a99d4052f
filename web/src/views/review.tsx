import { useEffect, useRef, useState } from "preact/hooks";
import { type Schema, token } from "../api/client";
import { useHere } from "../here";
import { EvidenceCard } from "../parts/evidence";
import { Await, useResource } from "../parts/resource";

type Item = Schema["QueueItem"];
const PAGE = 30;

/** The queue, keyboard first: what a decision would change most comes first, and the words are always in view. */
export function ReviewView() {
  const { client, meta } = useHere();
  const [held, setHeld] = useState(token.get());
  if (!client.live || !meta.review)
    return (
      <div class="stack">
        <h1>Review</h1>
        <p class="notice">
          Decisions are not taken here. To review, start the server with <code>warledger serve DIR --review</code>, or use{" "}
          <code>warledger review DIR</code> in a terminal.
        </p>
      </div>
    );
  const keep = (value: string) => {
    token.set(value);
    setHeld(value);
  };
  return (
    <div class="stack">
      <h1>Review</h1>
      {held ? <Desk forget={() => keep("")} /> : <Key found={keep} />}
    </div>
  );
}

function Key({ found }: { found: (value: string) => void }) {
  const [value, setValue] = useState("");
  return (
    <form
      class="card stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (value.trim()) found(value.trim());
      }}
    >
      <label>
        The token that <code>warledger serve --review</code> printed
        <br />
        <input class="field" type="password" autocomplete="off" value={value} onInput={(e) => setValue(e.currentTarget.value)} />
      </label>
      <button type="submit" class="button primary">
        Begin
      </button>
    </form>
  );
}

interface Done {
  readonly item: Item;
  readonly decision: Schema["DecisionRow"];
}

function Desk({ forget }: { forget: () => void }) {
  const { client, known } = useHere();
  const [round, setRound] = useState(0);
  const queue = useResource(`queue ${round} ${known}`, (signal) => client.get("review/queue", "", { limit: PAGE, known }, signal));
  if (queue.state === "failed")
    return (
      <div class="notice" role="alert">
        <p>{queue.why}</p>
        <button type="button" class="button" onClick={forget}>
          Use another token
        </button>
      </div>
    );
  return (
    <Await of={queue} what="the queue">
      {(page) => <Queue key={round} items={page.items} total={page.total} again={() => setRound(round + 1)} />}
    </Await>
  );
}

const KEYS = [
  ["a", "accept"],
  ["r", "reject"],
  ["s", "split"],
  ["m", "merge"],
  ["e", "edit"],
  ["n", "next"],
  ["p", "previous"],
  ["u", "undo"],
] as const;

function Queue({ items, total, again }: { items: readonly Item[]; total: number; again: () => void }) {
  const { client } = useHere();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState<"edit" | "merge" | null>(null);
  const [reason, setReason] = useState("");
  const item = items[at];
  // One decision at a time: a key pressed while one is being kept would decide on what is no longer in view.
  const busy = useRef(false);

  const decide = async (body: Omit<Schema["DecisionIn"], "reason" | "by">, words: string) => {
    if (!item || busy.current) return;
    busy.current = true;
    try {
      const decision = await client.post({ ...BLANK, ...body, reason }, token.get());
      setDone([...done, { item, decision }]);
      setSaid(`${words}. Press u to undo.`);
      setReason("");
      setAsking(null);
      if (at + 1 < items.length) setAt(at + 1);
    } catch (error) {
      setSaid(`Not kept: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      busy.current = false;
    }
  };
  const undo = async () => {
    const last = done.at(-1);
    if (busy.current) return;
    if (!last) return setSaid("Nothing to undo.");
    busy.current = true;
    try {
      await client.post({ ...BLANK, verdict: "undo", target: last.decision.id }, token.get());
      setDone(done.slice(0, -1));
      setAt(items.indexOf(last.item));
      setSaid("Undone.");
    } catch (error) {
      setSaid(`Not undone: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      busy.current = false;
    }
  };
  const act = (name: (typeof KEYS)[number][1]) => {
    if (name === "next") setAt(Math.min(items.length - 1, at + 1));
    else if (name === "previous") setAt(Math.max(0, at - 1));
    else if (name === "undo") void undo();
    else if (name === "edit" || name === "merge") setAsking(name);
    else if (item)
      void decide({ verdict: name, target: item.evidence.record } as never, `${name}ed`.replace("splited", "split").replace("ee", "e"));
  };
  // The listener asks for the present meaning of a key: effects run after painting, and keys may come before that.
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const within = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      const found = KEYS.find(([key]) => key === event.key);
      if (!found || within || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current(found[1]);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);

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
      <div class="columns">
        <EvidenceCard card={item.evidence} />
        <aside class="card stack">
          <h2>What hangs on it</h2>
          <ul class="plain">
            {item.why.map((w) => (
              <li key={w}>{w}</li>
            ))}
          </ul>
          <label>
            Reason, kept with the decision
            <input class="field" value={reason} onInput={(e) => setReason(e.currentTarget.value)} />
          </label>
          {asking === "merge" && (
            <Ask
              label="Record it belongs with (id)"
              give={(other) => void decide({ verdict: "merge", target: item.evidence.record, other } as never, "merged")}
            />
          )}
          {asking === "edit" && (
            <Edit
              item={item}
              give={(changes) => void decide({ verdict: "edit", target: item.evidence.record, changes } as never, "edited")}
            />
          )}
        </aside>
      </div>
    </>
  );
}

const BLANK: Schema["DecisionIn"] = {
  verdict: "accept",
  target: "",
  reason: "",
  by: "",
  changes: {},
  other: "",
  spot: null,
  where_prec: 1,
  canonical: "",
  document: "",
};

function Ask({ label, give }: { label: string; give: (value: string) => void }) {
  const [value, setValue] = useState("");
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (value.trim()) give(value.trim());
      }}
    >
      <label>
        {label}
        <input class="field" value={value} onInput={(e) => setValue(e.currentTarget.value)} />
      </label>{" "}
      <button type="submit" class="button">
        Keep
      </button>
    </form>
  );
}

function Edit({ item, give }: { item: Item; give: (changes: Record<string, unknown>) => void }) {
  const fields = { places: item.evidence.places, ...item.evidence.fields };
  const [text, setText] = useState(JSON.stringify(fields, null, 1));
  const [wrong, setWrong] = useState("");
  const keep = () => {
    try {
      const said = JSON.parse(text) as Record<string, unknown>;
      const before = fields as Record<string, unknown>;
      give(Object.fromEntries(Object.entries(said).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))));
    } catch {
      setWrong("This is no JSON: look for a missing comma or quotation mark.");
    }
  };
  return (
    <div class="stack">
      <label>
        Fields; only what you change is kept
        <textarea class="field" rows={14} value={text} onInput={(e) => setText(e.currentTarget.value)} />
      </label>
      {wrong && <p role="alert">{wrong}</p>}
      <button type="button" class="button" onClick={keep}>
        Keep the edit
      </button>
    </div>
  );
}
