// One form for the spellings of a word, as `publish` makes it for the index: lower-case ASCII letters without marks.
const PLAIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const WORD = /[\p{L}]+(?:['’ʼ`][\p{L}]+)*/gu;

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => PLAIN[letter] ?? "");

export const foldWord = (word: string): string => plain(word.replace(/['’ʼ`]s$/, "")).replace(/[^a-z]/g, "");

/** The words of a text in the form the index holds them in; single letters are not in it. */
export const foldedWords = (text: string): string[] =>
  [...text.normalize("NFC").matchAll(WORD)].map(([word]) => foldWord(word)).filter((word) => word.length > 1);

/** A name as names are compared: words and figures parted by single blanks, apostrophes and full stops left out. */
export const foldName = (text: string): string =>
  plain(text)
    .replace(/['’ʼ`.]/g, "")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
