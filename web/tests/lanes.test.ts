import { expect, test } from "vitest";
import { bars, LANES, type Stretch } from "../src/strip/lanes";

const day = (iso: string) => Number(iso);
const stretch = (start: number | null, end: number | null): Stretch => ({
  start: start === null ? null : String(start),
  end: end === null ? null : String(end),
  events: 1,
});
const made = (...found: [number | null, number | null][]) =>
  bars(
    found.map(([start, end]) => stretch(start, end)),
    [10, 30],
    2,
    day,
  );

test("bars that meet take different lanes, and a lane is taken again once it is free", () => {
  expect(made([10, 15], [12, 20], [16, 18]).map((b) => [b.from, b.to, b.lane])).toEqual([
    [10, 15, 0],
    [12, 20, 1],
    [16, 18, 0],
  ]);
});

test("an end that is not known fades over a few days, one outside the strip is cut there", () => {
  const [cut, before, after] = made([1, 12], [null, 20], [25, null]);
  expect(cut).toMatchObject({ from: 10, to: 12, openBefore: true, openAfter: false });
  expect(before).toMatchObject({ from: 18, to: 20, openBefore: true, openAfter: false });
  expect(after).toMatchObject({ from: 25, to: 27, openBefore: false, openAfter: true });
});

test("what is dated outside the strip, or not at all, is not in it; more than all lanes hold lies in the last", () => {
  expect(made([1, 5], [40, 50], [null, null])).toEqual([]);
  const many = made(...Array.from({ length: LANES + 3 }, (): [number, number] => [11, 29]));
  expect(Math.max(...many.map((b) => b.lane))).toBe(LANES - 1);
});
