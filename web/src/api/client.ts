// The one way to the data: the API of a server, or the same JSON on disk beside a published page.
import type { components, paths } from "./schema";

export type Schema = components["schemas"];
type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** What GET of each path answers, by the path without its common start: `Answers["event/{id}"]`. */
type Ok<T> = T extends { get: { responses: { 200: { content: { "application/json": infer A } } } } } ? A : never;
type Short<P> = P extends `/api/v1/${infer Rest}` ? Rest : never;
export type Answers = { [P in keyof paths as Short<P>]: Ok<paths[P]> };

/** A refusal, with what mends it where the server says so. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface Client {
  /** Whether a server answers; a published folder holds what was known on one day, and takes no decisions. */
  readonly live: boolean;
  get<P extends keyof Answers>(path: P, id: string | readonly string[], query: Query, signal?: AbortSignal): Promise<Answers[P]>;
  post(body: Schema["DecisionIn"], token: string): Promise<Schema["DecisionRow"]>;
}

/** Reads from the server this page came from. */
export function liveClient(root = "./api/v1/"): Client {
  return {
    live: true,
    async get(path, id, query, signal) {
      return (await answer(await fetch(address(root, path, id, query), { signal: signal ?? null, headers: bearer() }))) as never;
    },
    async post(body, token) {
      const request = { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...bearer(token) } };
      return (await answer(await fetch(`${root}review/decisions`, request))) as Schema["DecisionRow"];
    },
  };
}

/** The address of a resource; the ids fill the braces of the path in their order. */
export function address(root: string, path: string, id: string | readonly string[], query: Query): string {
  const ids = [id].flat();
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined || value === "" ? [] : (Array.isArray(value) ? value : [value]).map((v) => [key, String(v)]),
  );
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(ids.shift() ?? ""));
  const search = new URLSearchParams(pairs as [string, string][]).toString();
  return `${root}${filled}${search ? `?${search}` : ""}`;
}

const TOKEN = "warledger.token";

/** The review token, kept for this tab only. */
export const token = {
  get: (): string => sessionStorage.getItem(TOKEN) ?? "",
  set: (value: string): void => (value ? sessionStorage.setItem(TOKEN, value) : sessionStorage.removeItem(TOKEN)),
};

function bearer(value = token.get()): Record<string, string> {
  return value ? { Authorization: `Bearer ${value}` } : {};
}

async function answer(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const said = (await response.json().catch(() => null)) as Partial<Schema["Fault"]> | null;
  throw new Refused(response.status, [said?.what, said?.mend].filter(Boolean).join(". ") || `${response.status} ${response.statusText}`);
}
