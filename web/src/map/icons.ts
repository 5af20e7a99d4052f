// The marks of the map, drawn once each: how a place is held shows in shape and pattern, not in colour alone.
export type Standing = "held" | "claimed" | "contested" | "besieged" | "unknown";

export interface Mark {
  readonly standing: Standing;
  /** The holder's colour, or of a contested place those of two holders. */
  readonly colours: readonly [string, ...string[]];
  readonly dark: boolean;
}

const SIZE = 44;
const R = 15;
const MIDDLE = SIZE / 2;

export const nameOf = (mark: Mark): string => [mark.standing, ...mark.colours, mark.dark ? "dark" : "light"].join("|");

/** The picture of a mark at twice its size on the page, for sharp screens. */
export function draw(mark: Mark): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  const [first, second = first] = mark.colours;
  const ground = mark.dark ? "#172024" : "#ffffff";
  disc(pen, R + 3, ground);
  if (mark.standing === "unknown") ring(pen, first, [5, 4], 3);
  else if (mark.standing === "claimed") hatched(pen, first, ground);
  else if (mark.standing === "contested") halves(pen, first, second);
  else disc(pen, R, first);
  if (mark.standing === "besieged") ring(pen, mark.dark ? "#ffffff" : "#1b2326", [4, 3], 4);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

/** A square of stripes that tiles, to fill areas that are claimed only. */
export function stripes(colour: string): ImageData {
  const size = 16;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  pen.strokeStyle = colour;
  pen.lineWidth = 4;
  for (const shift of [-size, 0, size]) line(pen, shift, size, shift + size, 0);
  return pen.getImageData(0, 0, size, size);
}

/** A broken ring: it happened somewhere around here, and how large the area is, is not known. */
export function somewhere(colour: string): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  ring(pen, colour, [7, 6], 3);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function disc(pen: CanvasRenderingContext2D, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

function ring(pen: CanvasRenderingContext2D, colour: string, dash: number[], width: number): void {
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, R + 1, 0, 2 * Math.PI);
  pen.setLineDash(dash);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
  pen.setLineDash([]);
}

function hatched(pen: CanvasRenderingContext2D, colour: string, ground: string): void {
  disc(pen, R, ground);
  pen.save();
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, R, 0, 2 * Math.PI);
  pen.clip();
  pen.strokeStyle = colour;
  pen.lineWidth = 5;
  for (let x = -SIZE; x < SIZE; x += 10) line(pen, x, SIZE, x + SIZE, 0);
  pen.restore();
  ring(pen, colour, [], 3);
}

function halves(pen: CanvasRenderingContext2D, first: string, second: string): void {
  for (const [colour, from] of [
    [first, Math.PI / 2],
    [second, -Math.PI / 2],
  ] as const) {
    pen.beginPath();
    pen.arc(MIDDLE, MIDDLE, R, from, from + Math.PI);
    pen.fillStyle = colour;
    pen.fill();
  }
}

function line(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}
