import { describe, expect, it } from "vitest";
import { dayNumber, figure, interval, isDay, isoOf } from "../src/days";

describe("days", () => {
  it("count without a time zone", () => {
    for (const day of ["1970-01-01", "2024-02-29", "2031-10-26"]) expect(isoOf(dayNumber(day))).toBe(day);
    expect(dayNumber("2031-03-31") - dayNumber("2031-03-30")).toBe(1);
  });
  it("refuse what is no day", () => {
    expect(isDay("2031-13-01")).toBe(false);
    expect(isDay("yesterday")).toBe(false);
  });
  it("say an open end instead of filling it in", () => {
    expect(interval(null, "2031-05-03")).toBe("by 3 May 2031");
    expect(interval("2031-05-03", "2031-05-03")).toBe("3 May 2031");
    expect(interval(null, null)).toBe("no date given");
  });
  it("keep bounds of figures", () => {
    expect([figure(37, null), figure(null, 80), figure(2000, 2500), figure(4, 4), figure(null, null)]).toEqual([
      "at least 37",
      "up to 80",
      "2,000–2,500",
      "4",
      "",
    ]);
  });
});
