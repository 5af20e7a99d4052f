// A decision as it is sent: the fields of its verdict, the rest empty.
import type { Schema } from "../api/client";

export type DecisionIn = Schema["DecisionIn"];

const BLANK: DecisionIn = {
  verdict: "accept",
  target: "",
  reason: "",
  by: "",
  changes: {},
  other: "",
  spot: null,
  where_prec: 1,
  canonical: "",
  document: "",
  seen: "",
};

export const decision = (fields: Pick<DecisionIn, "verdict" | "target"> & Partial<DecisionIn>): DecisionIn => ({ ...BLANK, ...fields });
