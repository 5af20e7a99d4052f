import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import * as maplibre from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "preact/hooks";
import "maplibre-gl/dist/maplibre-gl.css";
import { provinces, styleOf, water, world } from "./basemap";
import { draw, nameOf, somewhere, stripes } from "./icons";
import { CONTROL, EVENTS, layersOf, PICKED, SOMEWHERE } from "./layers";
import { boundsOf, type ControlMark, controlFeatures, type EventMark, eventFeatures } from "./marks";

maplibre.setWorkerUrl(workerUrl);

export interface WarMapProps {
  readonly control: readonly ControlMark[];
  readonly events: readonly EventMark[];
  /** West, south, east, north shown first (default: of all marks). */
  readonly bounds?: readonly [number, number, number, number] | null;
  /** ISO 3166-1 alpha-2 codes whose provinces are drawn. */
  readonly countries: readonly string[];
  readonly dark: boolean;
  /** What the map shows, in words, for readers who do not see it. */
  readonly summary: string;
  readonly onPick: (kind: "event" | "place", id: string) => void;
}

const variable = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The map. It sets `data-idle` on itself once everything is drawn, and takes it away while something moves. */
export function WarMap(props: WarMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const [ready, setReady] = useState(0);
  const laid = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    laid.current = false;
    const made = new maplibre.Map({
      container: element,
      style: styleOf(variable),
      ...startOf(latest.current, element.clientHeight),
      maxZoom: 13,
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    made.touchZoomRotate.disableRotation();
    made.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    made.addControl(new maplibre.ScaleControl({ maxWidth: 110 }), "bottom-left");
    made.on("load", () => setReady((n) => n + 1));
    made.on("idle", () => laid.current && element.setAttribute("data-idle", ""));
    made.on("movestart", () => element.removeAttribute("data-idle"));
    listen(made, (kind, id) => latest.current.onPick(kind, id));
    map.current = made;
    return () => {
      map.current = null;
      made.remove();
    };
  }, [props.dark]);

  useEffect(() => {
    const now = map.current;
    if (!now || !ready) return;
    void lay(now, latest.current.countries).then(() => {
      laid.current = map.current === now;
      if (laid.current) now.triggerRepaint();
    });
  }, [ready, props.countries.join()]);

  useEffect(() => {
    if (!map.current || !ready) return;
    if (show(map.current, props)) frame.current?.removeAttribute("data-idle");
  }, [ready, props.control, props.events]);

  return (
    <section class="map" aria-label="Map">
      <p class="visually-hidden">{props.summary}</p>
      <div ref={frame} class="map-frame" />
    </section>
  );
}

function startOf({ control, events, bounds: given }: WarMapProps, height: number): Partial<maplibre.MapOptions> {
  const bounds = given ? ([...given] as [number, number, number, number]) : boundsOf([...control, ...events]);
  return bounds
    ? { bounds, fitBoundsOptions: { padding: Math.min(48, Math.round(height / 8)), maxZoom: 9 } }
    : { center: [20, 25], zoom: 1.2 };
}

/** Puts the ground under the marks; what cannot be read is left out. */
async function lay(map: MapLibre, countries: readonly string[]): Promise<void> {
  const [lands, parts, waters] = await Promise.all([world(), provinces(countries), water()]);
  map.getSource<GeoJSONSource>("world")?.setData(lands);
  map.getSource<GeoJSONSource>("provinces")?.setData(parts);
  map.getSource<GeoJSONSource>("water")?.setData(waters);
}

/** Whether anything is to be drawn anew. */
function show(map: MapLibre, { control, events, dark }: WarMapProps): boolean {
  const icon = (mark: ControlMark): string => {
    const wanted = { standing: mark.standing, colours: mark.colours, dark };
    const name = nameOf(wanted);
    if (!map.hasImage(name)) map.addImage(name, draw(wanted), { pixelRatio: 2 });
    const pattern = `stripes|${mark.colours[0]}`;
    if (mark.area && !map.hasImage(pattern)) map.addImage(pattern, stripes(mark.colours[0]), { pixelRatio: 2 });
    return name;
  };
  if (!map.hasImage(SOMEWHERE)) map.addImage(SOMEWHERE, somewhere(variable("--event")), { pixelRatio: 2 });
  const changed = [put(map, CONTROL, controlFeatures(control, icon)), put(map, EVENTS, eventFeatures(events))];
  if (!map.getLayer("control-points")) for (const layer of layersOf(variable)) map.addLayer(layer);
  return changed.some(Boolean);
}

/** What each map was given last: from one day to the next most holders stay, and drawing is dear. */
const given = new WeakMap<MapLibre, Map<string, string>>();

function put(map: MapLibre, id: string, data: GeoJSON.FeatureCollection): boolean {
  const held = given.get(map) ?? new Map<string, string>();
  const [source, text] = [map.getSource<GeoJSONSource>(id), JSON.stringify(data)];
  if (source && held.get(id) === text) return false;
  given.set(map, held.set(id, text));
  if (source) source.setData(data);
  else map.addSource(id, { type: "geojson", data });
  return true;
}

function listen(map: MapLibre, pick: WarMapProps["onPick"]): void {
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, offset: 14 });
  const under = (point: maplibre.PointLike) => {
    const layers = PICKED.filter((id) => map.getLayer(id));
    return layers.length ? map.queryRenderedFeatures(point, { layers })[0] : undefined;
  };
  map.on("click", (event) => {
    const found = under(event.point);
    if (found) pick(found.source === EVENTS ? "event" : "place", String(found.properties.id));
  });
  map.on("mousemove", (event) => {
    const found = under(event.point);
    map.getCanvas().style.cursor = found ? "pointer" : "";
    // setText, never setHTML: labels are words of documents.
    if (found)
      popup
        .setLngLat(event.lngLat)
        .setText(String(found.properties.words ?? found.properties.label))
        .addTo(map);
    else popup.remove();
  });
  map.on("mouseout", () => popup.remove());
}
