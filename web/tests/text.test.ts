import { describe, expect, it } from "vitest";
import { cut, shorten } from "../src/text";

describe("cut", () => {
  it("counts code points, so a word behind an emoji is marked exactly", () => {
    const text = "🔥🔥 three killed in Varno";
    const pieces = cut(text, [{ id: "r1", start: 3, end: 15 }]);
    expect(pieces.filter((p) => p.records.includes("r1")).map((p) => p.text)).toEqual(["three killed"]);
    expect(pieces.map((p) => p.text).join("")).toBe(text);
  });
  it("gives overlapping records their common words", () => {
    const pieces = cut("abcdef", [
      { id: "a", start: 0, end: 4 },
      { id: "b", start: 2, end: 6 },
    ]);
    expect(pieces).toEqual([
      { text: "ab", records: ["a"] },
      { text: "cd", records: ["a", "b"] },
      { text: "ef", records: ["b"] },
    ]);
  });
  it("leaves out a span beyond the text instead of failing", () => {
    expect(cut("abc", [{ id: "x", start: 7, end: 9 }])).toEqual([{ text: "abc", records: [] }]);
  });
});

describe("shorten", () => {
  it("never cuts a character in two", () => {
    expect(shorten("🔥🔥🔥🔥", 3)).toBe("🔥🔥…");
  });
});
