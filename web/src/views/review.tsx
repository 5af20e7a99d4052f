import { useState } from "preact/hooks";
import { token } from "../api/client";
import { useHere } from "../here";
import { Await, useResource } from "../parts/resource";
import { Queue } from "../review/queue";

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
