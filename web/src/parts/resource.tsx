// Reading from the API inside a view: waiting, failing and the answer, each shown.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

export type Loaded<T> = { state: "waiting" } | { state: "failed"; why: string; again: () => void } | { state: "here"; value: T };

/** Reads anew whenever `key` changes; an answer that comes after the key has changed again is dropped. */
export function useResource<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ key: string; now: Loaded<T> }>({ key, now: { state: "waiting" } });
  useEffect(() => {
    const stop = new AbortController();
    read(stop.signal).then(
      (value) => setLoaded({ key, now: { state: "here", value } }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const why = error instanceof Error ? error.message : String(error);
        setLoaded({ key, now: { state: "failed", why, again: () => setAttempt((n) => n + 1) } });
      },
    );
    return () => stop.abort();
  }, [key, attempt]);
  return loaded.key === key ? loaded.now : { state: "waiting" };
}

export function Await<T>({ of, what, children }: { of: Loaded<T>; what: string; children: (value: T) => ComponentChildren }) {
  if (of.state === "here") return <>{children(of.value)}</>;
  if (of.state === "waiting")
    return (
      <p class="muted" role="status">
        Reading {what} …
      </p>
    );
  return (
    <div class="notice" role="alert">
      <p>
        Could not read {what}: {of.why}
      </p>
      <button type="button" class="button" onClick={of.again}>
        Try again
      </button>
    </div>
  );
}
