import type { ComponentChildren } from "preact";
import { useHere } from "../here";
import { go, withQuery } from "../route";

/** A field whose value lives in the address under its name. */
export function TextFilter({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { route } = useHere();
  return (
    <label class="filter">
      <span>{label}</span>
      <input
        class="field"
        name={name}
        placeholder={hint}
        defaultValue={route.query[name] ?? ""}
        key={route.query[name] ?? ""}
        onChange={(e) => go(withQuery(route, { [name]: e.currentTarget.value.trim() }))}
      />
    </label>
  );
}

export function ChoiceFilter({
  name,
  label,
  options,
  none,
}: {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  none: string;
}) {
  const { route } = useHere();
  return (
    <label class="filter">
      <span>{label}</span>
      <select
        class="field"
        name={name}
        value={route.query[name] ?? ""}
        onChange={(e) => go(withQuery(route, { [name]: e.currentTarget.value }))}
      >
        <option value="">{none}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DayFilter({ name, label }: { name: string; label: string }) {
  const { route } = useHere();
  return (
    <label class="filter">
      <span>{label}</span>
      <input
        class="field"
        type="date"
        name={name}
        value={route.query[name] ?? ""}
        onChange={(e) => go(withQuery(route, { [name]: e.currentTarget.value }))}
      />
    </label>
  );
}

/** The filters of a list; `names` are those that "Clear" takes away. */
export function Filters({ names, children }: { names: readonly string[]; children: ComponentChildren }) {
  const { route } = useHere();
  const set = names.some((name) => route.query[name]);
  return (
    <form class="filters" onSubmit={(e) => e.preventDefault()}>
      {children}
      <button
        type="button"
        class="button"
        disabled={!set}
        onClick={() => go(withQuery(route, Object.fromEntries(names.map((n) => [n, ""]))))}
      >
        Clear
      </button>
    </form>
  );
}
