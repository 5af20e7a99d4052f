import { useEffect, useRef } from "preact/hooks";

/** What a reviewer can do, by the keys of `warledger review` where that has them. */
export const KEYS = [
  ["a", "accept"],
  ["r", "reject"],
  ["s", "split"],
  ["m", "merge"],
  ["e", "edit"],
  ["p", "place"],
  ["n", "name"],
  ["u", "undo"],
  ["j", "next"],
  ["b", "back"],
] as const;
export type Act = (typeof KEYS)[number][1];

/** Calls `act` for each key pressed outside of fields; Escape leaves a field. */
export function useKeys(act: (name: Act) => void): void {
  // The listener asks for the present meaning of a key: effects run after painting, and keys may come before that.
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const field = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("input, textarea, select") : null;
      if (field && event.key === "Escape") field.blur();
      const found = KEYS.find(([key]) => key === event.key);
      if (!found || field || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current(found[1]);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
