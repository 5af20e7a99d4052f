import { useMemo } from "preact/hooks";
import type { Schema } from "../api/client";
import { useAnswer, useHere } from "../here";
import { Await } from "../parts/resource";
import { type Areas, areaOf, EXACT, useAreas } from "./areas";
import { coloursOf, holdersIn } from "./colours";
import { controlMarks } from "./control";
import { boundsOfArea } from "./marks";
import { WarMap } from "./war-map";

/** Degrees shown around a point: the next towns, by which people know where they are. */
const AROUND = 0.3;

/** One place on a small map among its neighbours, as the area it is where it is one. */
export function SpotMap({ place, label, onPick }: { place: Schema["PlaceRef"]; label: string; onPick: (place: string) => void }) {
  const { on } = useHere();
  const areas = useAreas();
  const control = useAnswer("control", "", { on });
  const spells = useAnswer("spells");
  if (place.lat === null || place.lon === null) return null;
  return (
    <div class="small-map">
      <Await of={areas} what="the map">
        {(known) => (
          <Await of={control} what="the map">
            {(held) => (
              <Await of={spells} what="the map">
                {(over) => <Drawn place={place} label={label} onPick={onPick} areas={known} held={held} over={over} />}
              </Await>
            )}
          </Await>
        )}
      </Await>
    </div>
  );
}

interface DrawnProps {
  readonly place: Schema["PlaceRef"];
  readonly label: string;
  readonly onPick: (place: string) => void;
  readonly areas: Areas;
  readonly held: Schema["ControlMap"];
  readonly over: Schema["SpellMap"];
}

function Drawn({ place, label, onPick, areas, held, over }: DrawnProps) {
  const { meta, dark } = useHere();
  const [lat, lon] = [place.lat ?? 0, place.lon ?? 0];
  const area = areaOf(areas, place);
  const around = useMemo(() => {
    const sides = meta.sides.map((s) => s.name);
    const colours = coloursOf(sides, holdersIn(over.places.flatMap((p) => p.spells)));
    // The neighbours only as points: the one area that matters here is that of the place itself.
    return controlMarks(held, colours, areas).flatMap((mark) =>
      mark.place === place.id ? [{ ...mark, label: "" }] : mark.area ? [] : [mark],
    );
  }, [held, over, areas, place.id]);
  const vague = (place.where_prec ?? EXACT) > EXACT;
  const mark = { id: place.id, label, name: place.name, own: true, lat, lon, area, vague, killed: 0, disputed: false, selected: true };
  const near = [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND] as const;
  return (
    <WarMap
      control={around}
      events={[mark]}
      bounds={(area && boundsOfArea(area)) ?? near}
      countries={meta.countries}
      dark={dark}
      summary={`${label} on the map`}
      onPick={(_, id) => id !== place.id && onPick(id)}
    />
  );
}
