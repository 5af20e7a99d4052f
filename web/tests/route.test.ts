import { describe, expect, it } from "vitest";
import { format, linkTo, parse, withQuery } from "../src/route";

describe("the address", () => {
  it.each([
    { view: "overview", id: "", query: {} },
    { view: "event", id: "h-12", query: { on: "2031-05-03", known: "2031-05-09" } },
    { view: "place", id: "Tell Orvane / north & east?", query: { q: "a=b&c" } },
    { view: "document", id: "حمص 50%", query: {} },
  ] as const)("comes back as it was: $view $id", (route) => {
    expect(parse(format(route))).toEqual(route);
  });
  it("leads to the overview when it is no view", () => {
    expect(parse("#/nowhere/x").view).toBe("overview");
    expect(parse("").view).toBe("overview");
  });
  it("does not fail on half an escape", () => {
    expect(parse("#/place/100%").id).toBe("100%");
  });
  it("carries the two dates and nothing else to another view", () => {
    const from = parse("#/events?known=2031-05-09&on=2031-05-03&type=Armed+clash");
    expect(parse(linkTo(from, "place", "Sull")).query).toEqual({ known: "2031-05-09", on: "2031-05-03" });
  });
  it("takes a part away when its value is empty", () => {
    expect(withQuery(parse("#/events?type=x&on=2031-05-03"), { type: "" }).query).toEqual({ on: "2031-05-03" });
  });
});
