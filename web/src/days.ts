// Days as the page counts them: whole days since 1970-01-01, written YYYY-MM-DD. No time zone enters, since reports give days.
const MS = 86_400_000;

export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / MS);
export const isoOf = (day: number): string => new Date(day * MS).toISOString().slice(0, 10);
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "3 May 2031" */
export const longDay = (iso: string): string => LONG.format(new Date(`${iso}T00:00:00Z`));
export const shortDay = (iso: string): string => SHORT.format(new Date(`${iso}T00:00:00Z`));

/** An interval in words; an open end is said as such, never filled in. */
export function interval(start: string | null, end: string | null): string {
  if (start && end) return start === end ? longDay(start) : `${longDay(start)} – ${longDay(end)}`;
  if (start) return `from ${longDay(start)}`;
  if (end) return `by ${longDay(end)}`;
  return "no date given";
}

/** "12", "12–15", "at least 12", "up to 15"; empty for neither. */
export function figure(low: number | null, high: number | null): string {
  const n = (value: number) => value.toLocaleString("en-GB");
  if (low !== null && high !== null) return low === high ? n(low) : `${n(low)}–${n(high)}`;
  if (low !== null) return `at least ${n(low)}`;
  return high !== null ? `up to ${n(high)}` : "";
}
