// How marks are drawn: areas under points; a happening as a halo under the mark of who holds the place, so that it hides nobody.
import type { LayerSpecification } from "maplibre-gl";

export const CONTROL = "control";
export const EVENTS = "events";
/** Layers a reader can point at, the topmost first. */
export const PICKED = ["control-points", "event-points", "event-areas"] as const;

const POINT = ["==", ["geometry-type"], "Point"] as const;
const AREA = ["any", ["==", ["geometry-type"], "Polygon"], ["==", ["geometry-type"], "MultiPolygon"]] as const;

export function layersOf(theme: (name: string) => string): LayerSpecification[] {
  return [
    {
      id: "control-areas",
      type: "fill",
      source: CONTROL,
      filter: ["all", AREA, ["!=", ["get", "standing"], "claimed"]] as never,
      paint: { "fill-color": ["get", "colour"], "fill-opacity": 0.16 },
    },
    {
      id: "control-claimed",
      type: "fill",
      source: CONTROL,
      filter: ["all", AREA, ["==", ["get", "standing"], "claimed"]] as never,
      paint: { "fill-pattern": ["concat", "stripes|", ["get", "colour"]], "fill-opacity": 0.5 },
    },
    {
      id: "event-areas",
      type: "fill",
      source: EVENTS,
      filter: AREA as never,
      paint: { "fill-color": theme("--event"), "fill-opacity": ["case", ["get", "selected"], 0.35, 0.1] },
    },
    {
      id: "event-outlines",
      type: "line",
      source: EVENTS,
      filter: AREA as never,
      paint: { "line-color": theme("--event"), "line-width": ["case", ["get", "selected"], 2.5, 1], "line-dasharray": [3, 2] },
    },
    {
      id: "event-points",
      type: "circle",
      source: EVENTS,
      filter: POINT as never,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "killed"]], 0, 9, 5, 14, 20, 26],
        "circle-color": theme("--event"),
        "circle-opacity": ["case", ["get", "selected"], 0.9, 0.5],
        "circle-stroke-color": ["case", ["get", "selected"], theme("--alert"), theme("--paper")],
        "circle-stroke-width": ["case", ["get", "selected"], 2.5, 1.2],
      },
    },
    {
      id: "control-points",
      type: "symbol",
      source: CONTROL,
      filter: POINT as never,
      layout: {
        "icon-image": ["get", "icon"],
        "icon-size": 0.75,
        "icon-allow-overlap": true,
        "text-field": ["get", "label"],
        "text-font": ["sans-serif"],
        "text-size": 12,
        "text-anchor": "top",
        "text-offset": [0, 0.9],
        "text-optional": true,
      },
      paint: { "text-color": theme("--ink"), "text-halo-color": theme("--paper"), "text-halo-width": 1.4 },
    },
  ];
}
