import type { Schema } from "../api/client";
import { useLinks } from "../here";

/** The way from a line to the words it rests on, in their document. */
export function CiteLink({ cite, label }: { cite: Schema["Cite"]; label?: string }) {
  const link = useLinks();
  const name = label ?? cite.outlet ?? cite.doc;
  return (
    <a class="name" href={link("document", cite.document.replace(/^document\//, ""), { at: cite.record })}>
      {name}
    </a>
  );
}
