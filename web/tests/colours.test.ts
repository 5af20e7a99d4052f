import { describe, expect, it } from "vitest";
import { coloursOf, holdersIn } from "../src/map/colours";

const spell = (holder: string | null, side: string | null = null) => ({ holder, side });

describe("colours", () => {
  it("go to the sides in their own order, whoever holds more", () => {
    const [one, two] = [coloursOf(["north", "south"], new Map([["south", 90]])), coloursOf(["north", "south"], new Map([["north", 90]]))];
    expect([...one]).toEqual([...two]);
    expect([...one.keys()]).toEqual(["north", "south"]);
  });

  it("go to few holders of no side, and to none that holds little", () => {
    const holders = new Map([
      ["north", 50],
      ["militia", 30],
      ["marines", 20],
      ["guards", 15],
      ["gunmen", 1],
    ]);
    expect([...coloursOf(["north"], holders).keys()]).toEqual(["north", "militia", "marines"]);
  });

  it("go to those who hold most where no sides are given", () => {
    const holders = new Map([
      ["b", 5],
      ["a", 5],
      ["c", 9],
    ]);
    expect([...coloursOf([], holders).keys()]).toEqual(["c", "a", "b"]);
    expect(new Set(coloursOf([], holders).values()).size).toBe(3);
  });

  it("count spells by side where the holder has one", () => {
    expect([...holdersIn([spell("guards", "north"), spell("army", "north"), spell("gunmen"), spell(null)])]).toEqual([
      ["north", 2],
      ["gunmen", 1],
    ]);
  });
});
