import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Schema } from "../api/client";
import { useHere } from "../here";
import { precisionWords } from "../parts/precision";
import { type DecisionIn, decision } from "./decision";
import { useFocus } from "./focus";

type Dossier = Schema["RecordDossier"];
interface FormProps {
  readonly dossier: Dossier;
  readonly give: (decided: DecisionIn) => void;
}

const ELSEWHERE = "elsewhere";
const NOWHERE = "nowhere";
const PRECISIONS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Where a name of a place is, or that it is none: one of the candidates, or a spot by its coordinates. */
export function SetPlace({ dossier, give }: FormProps) {
  const [name, setName] = useState(dossier.places[0]?.name ?? "");
  const [chosen, setChosen] = useState("0");
  const [spot, setSpot] = useState("");
  const [precision, setPrecision] = useState(1);
  const [here, setHere] = useState(false);
  const found = dossier.places.find((p) => p.name === name);
  if (!found) return <p class="notice">This record names no place.</p>;
  const candidate = found.candidates[Number(chosen)];
  const written = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(spot);
  const where = chosen === ELSEWHERE ? written && { lat: Number(written[1]), lon: Number(written[2]) } : candidate;
  const ready = chosen === NOWHERE || Boolean(where);
  return (
    <NameForm
      names={dossier.places.map((p) => p.name)}
      name={name}
      setName={(value) => {
        setName(value);
        setChosen("0");
      }}
      here={here}
      setHere={setHere}
      ready={ready}
      give={() =>
        give(
          decision({
            verdict: "place",
            target: name,
            spot: where ? { lat: where.lat, lon: where.lon } : null,
            where_prec: precision,
            document: here ? dossier.evidence.document.id : "",
          }),
        )
      }
    >
      <label>
        It is
        <select class="field" value={chosen} onChange={(e) => setChosen(e.currentTarget.value)}>
          {found.candidates.map((c, n) => (
            <option key={`${c.name}-${c.lat}-${c.lon}`} value={String(n)}>
              {c.name} ({[c.kind.replaceAll("_", " "), c.country].filter(Boolean).join(", ")}) {c.lat.toFixed(2)}, {c.lon.toFixed(2)}
            </option>
          ))}
          <option value={ELSEWHERE}>at other coordinates</option>
          <option value={NOWHERE}>no place</option>
        </select>
      </label>
      {chosen === ELSEWHERE && (
        <label>
          Latitude, longitude
          <input
            class="field"
            inputMode="decimal"
            placeholder="12.50, 41.25"
            value={spot}
            onInput={(e) => setSpot(e.currentTarget.value)}
          />
        </label>
      )}
      {chosen !== NOWHERE && (
        <label>
          How exactly
          <select class="field" value={precision} onChange={(e) => setPrecision(Number(e.currentTarget.value))}>
            {PRECISIONS.map((code) => (
              <option key={code} value={code}>
                {precisionWords(code)}
              </option>
            ))}
          </select>
        </label>
      )}
    </NameForm>
  );
}

/** Which actor a name means: another's name joins the two, a new one renames it; for one report only it is split off there. */
export function SetActor({ dossier, give }: FormProps) {
  const { meta } = useHere();
  const [name, setName] = useState(dossier.actors[0]?.name ?? "");
  const [canonical, setCanonical] = useState("");
  const [here, setHere] = useState(false);
  const found = dossier.actors.find((a) => a.name === name);
  if (!found) return <p class="notice">This record names no actor.</p>;
  const known = [...new Set([...found.others, found.actor.name, ...meta.sides.flatMap((s) => s.actors)])];
  return (
    <NameForm
      names={dossier.actors.map((a) => a.name)}
      name={name}
      setName={setName}
      here={here}
      setHere={setHere}
      ready={canonical.trim() !== ""}
      give={() =>
        give(decision({ verdict: "name", target: name, canonical: canonical.trim(), document: here ? dossier.evidence.document.id : "" }))
      }
    >
      <label>
        means the actor
        <input class="field" list="actors-known" value={canonical} onInput={(e) => setCanonical(e.currentTarget.value)} />
      </label>
      <datalist id="actors-known">
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <p class="small muted">
        Now taken for <span class="name">{found.actor.name}</span>. The name of another actor joins the two; a new name renames this one, or
        splits it off where it is decided for this report only.
      </p>
    </NameForm>
  );
}

interface NameFormProps {
  readonly names: readonly string[];
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly here: boolean;
  readonly setHere: (here: boolean) => void;
  readonly ready: boolean;
  readonly give: () => void;
  readonly children: ComponentChildren;
}

/** What both forms share: which name of the record, and whether in this report only. */
function NameForm(props: NameFormProps) {
  const first = useFocus<HTMLSelectElement>();
  return (
    <form
      class="asked stack tight"
      onSubmit={(e) => {
        e.preventDefault();
        if (props.ready) props.give();
      }}
    >
      <label>
        The name
        <select class="field" ref={first} value={props.name} onChange={(e) => props.setName(e.currentTarget.value)}>
          {props.names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {props.children}
      <label class="check">
        <input type="checkbox" checked={props.here} onChange={(e) => props.setHere(e.currentTarget.checked)} /> in this report only
      </label>
      <button type="submit" class="button" disabled={!props.ready}>
        Keep
      </button>
    </form>
  );
}
