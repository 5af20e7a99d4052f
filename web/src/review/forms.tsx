import { useState } from "preact/hooks";
import type { Schema } from "../api/client";
import { useFocus } from "./focus";

/** Which record it belongs with, by its id. */
export function Merge({ give }: { give: (other: string) => void }) {
  const [value, setValue] = useState("");
  const first = useFocus<HTMLInputElement>();
  return (
    <form
      class="asked"
      onSubmit={(e) => {
        e.preventDefault();
        if (value.trim()) give(value.trim());
      }}
    >
      <label>
        Record it belongs with (its id, or press “The same happening” beside one below)
        <input class="field" ref={first} value={value} onInput={(e) => setValue(e.currentTarget.value)} />
      </label>{" "}
      <button type="submit" class="button">
        Keep
      </button>
    </form>
  );
}

/** The fields of the record as JSON; only what is changed is given. */
export function Edit({ card, give }: { card: Schema["Evidence"]; give: (changes: Record<string, unknown>) => void }) {
  const fields: Record<string, unknown> = { places: card.places, ...card.fields };
  const [text, setText] = useState(JSON.stringify(fields, null, 1));
  const [wrong, setWrong] = useState("");
  const first = useFocus<HTMLTextAreaElement>();
  const keep = () => {
    try {
      const said = JSON.parse(text) as Record<string, unknown>;
      give(Object.fromEntries(Object.entries(said).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(fields[name]))));
    } catch {
      setWrong("This is no JSON: look for a missing comma or quotation mark.");
    }
  };
  return (
    <div class="asked stack">
      <label>
        Fields; only what you change is kept
        <textarea class="field" ref={first} rows={14} value={text} onInput={(e) => setText(e.currentTarget.value)} />
      </label>
      {wrong && <p role="alert">{wrong}</p>}
      <button type="button" class="button" onClick={keep}>
        Keep the edit
      </button>
    </div>
  );
}
