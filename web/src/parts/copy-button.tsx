import { useState } from "preact/hooks";

/** Copies a text; says whether it could. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("This browser refused; select the words instead"),
    );
  return (
    <span>
      <button type="button" class="button small" onClick={() => void copy()}>
        {label}
      </button>{" "}
      <span class="small muted" role="status">
        {said}
      </span>
    </span>
  );
}
