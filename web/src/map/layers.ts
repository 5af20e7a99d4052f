// How marks are drawn: areas under points; a happening as a halo under the mark of who holds the place, so that it hides nobody.
import type { LayerSpecification } from "maplibre-gl";

export const CONTROL = "control";
export const EVENTS = "events";
/** The picture of a happening known only to have been somewhere around a point. */
export const SOMEWHERE = "somewhere";
/** Layers a reader can point at, the topmost first. */
export const PICKED = ["control-points", "event-points", "event-somewhere", "event-areas", "control-areas", "control-claimed"] as const;

const POINT = ["==", ["geometry-type"], "Point"] as const;
const AREA = ["any", ["==", ["geometry-type"], "Polygon"], ["==", ["geometry-type"], "MultiPolygon"]] as const;
const HATCHED = ["in", ["get", "standing"], ["literal", ["claimed", "contested"]]] as const;
const LABEL = {
  "text-font": ["sans-serif"],
  "text-size": 12,
  "text-anchor": "top",
  "text-offset": [0, 0.9],
} as const;

export function layersOf(theme: (name: string) => string): LayerSpecification[] {
  const ink = { "text-color": theme("--ink"), "text-halo-color": theme("--paper"), "text-halo-width": 1.4 };
  return [
    ...controlAreas(),
    ...eventAreas(theme),
    ...eventPoints(theme),
    {
      id: "event-names",
      type: "symbol",
      source: EVENTS,
      filter: ["all", POINT, ["!", ["get", "own"]]] as never,
      layout: { ...LABEL, "text-field": ["get", "name"], "text-offset": [0, 1.1] } as never,
      paint: ink,
    },
    {
      id: "area-names",
      type: "symbol",
      source: CONTROL,
      filter: ["all", POINT, ["get", "areal"]] as never,
      layout: {
        ...LABEL,
        "text-field": ["get", "label"],
        "text-anchor": "center",
        "text-offset": [0, 0],
        "text-letter-spacing": 0.08,
      } as never,
      paint: { ...ink, "text-opacity": 0.8 },
    },
    {
      id: "control-points",
      type: "symbol",
      source: CONTROL,
      filter: ["all", POINT, ["!", ["get", "areal"]]] as never,
      layout: {
        ...LABEL,
        "icon-image": ["get", "icon"],
        "icon-size": 0.75,
        "icon-allow-overlap": true,
        "text-field": ["get", "label"],
        "text-optional": true,
      } as never,
      paint: ink,
    },
    {
      id: "own-name",
      type: "symbol",
      source: EVENTS,
      filter: ["get", "own"] as never,
      layout: { ...LABEL, "text-field": ["get", "name"], "text-size": 13, "text-offset": [0, 1.1], "text-allow-overlap": true } as never,
      paint: ink,
    },
  ];
}

/** Who holds an area: filled where assessed, hatched where claimed or contested, and always with an outline of its own. */
function controlAreas(): LayerSpecification[] {
  return [
    {
      id: "control-areas",
      type: "fill",
      source: CONTROL,
      filter: ["all", AREA, ["!", HATCHED]] as never,
      paint: { "fill-color": ["get", "colour"], "fill-opacity": ["case", ["==", ["get", "standing"], "unknown"], 0.02, 0.14] },
    },
    {
      id: "control-claimed",
      type: "fill",
      source: CONTROL,
      filter: ["all", AREA, HATCHED] as never,
      paint: { "fill-pattern": ["concat", "stripes|", ["get", "colour"]], "fill-opacity": 0.35 },
    },
    {
      id: "control-outlines",
      type: "line",
      source: CONTROL,
      filter: ["all", AREA, ["!=", ["get", "standing"], "unknown"]] as never,
      paint: { "line-color": ["get", "colour"], "line-width": 1.6 },
    },
    {
      id: "control-outlines-unknown",
      type: "line",
      source: CONTROL,
      filter: ["all", AREA, ["==", ["get", "standing"], "unknown"]] as never,
      paint: { "line-color": ["get", "colour"], "line-width": 1, "line-dasharray": [1, 3] },
    },
  ];
}

function eventAreas(theme: (name: string) => string): LayerSpecification[] {
  return [
    {
      id: "event-areas",
      type: "fill",
      source: EVENTS,
      filter: AREA as never,
      paint: { "fill-color": theme("--event"), "fill-opacity": ["case", ["get", "selected"], 0.16, 0.045] },
    },
    {
      id: "event-outlines",
      type: "line",
      source: EVENTS,
      filter: AREA as never,
      paint: {
        "line-color": ["case", ["get", "selected"], theme("--alert"), theme("--event")],
        "line-width": ["case", ["get", "selected"], 2.5, 1.4],
        "line-dasharray": [4, 3],
      },
    },
  ];
}

function eventPoints(theme: (name: string) => string): LayerSpecification[] {
  return [
    {
      id: "event-somewhere",
      type: "symbol",
      source: EVENTS,
      filter: ["all", POINT, ["get", "vague"]] as never,
      layout: { "icon-image": SOMEWHERE, "icon-allow-overlap": true, "icon-size": 1.4 },
    },
    {
      id: "event-points",
      type: "circle",
      source: EVENTS,
      filter: ["all", POINT, ["!", ["get", "vague"]]] as never,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "killed"]], 0, 9, 5, 14, 20, 26],
        "circle-color": theme("--event"),
        "circle-opacity": ["case", ["get", "selected"], 0.9, 0.5],
        "circle-stroke-color": ["case", ["get", "selected"], theme("--alert"), theme("--paper")],
        "circle-stroke-width": ["case", ["get", "selected"], 2.5, 1.2],
      },
    },
  ];
}
