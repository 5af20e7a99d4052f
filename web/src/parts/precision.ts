// UCDP's codes of how exactly a place is known (UCDP GED codebook), in our words.
const WORDS = [
  "at this place",
  "within about 25 km of here, or in a part of this place",
  "somewhere in this district",
  "somewhere in this province",
  "somewhere along this line or in this area",
  "somewhere in this country",
  "at sea, in the air or across borders",
] as const;

/** What a `where_prec` code means; null: the place could not be put on the map. */
export const precisionWords = (code: number | null): string =>
  code === null ? "could not be put on the map" : (WORDS[code - 1] ?? `precision ${code}`);
