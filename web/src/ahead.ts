// Answers asked for before they are wanted, so that the next day is there when the reader turns to it.

/** Milliseconds for which an answer asked for ahead is as good as one asked for now, and how many wait at most. */
const FRESH = 20_000;
const MOST = 16;

interface Waiting {
  readonly since: number;
  readonly answer: Promise<unknown>;
}

export class Ahead {
  readonly #waiting = new Map<string, Waiting>();

  /** Asks, unless it has been asked for lately. A failure is forgotten: it will be met when the answer is wanted. */
  ask(key: string, read: () => Promise<unknown>): void {
    if (this.#fresh(key)) return;
    const answer = read();
    answer.catch(() => this.#waiting.delete(key));
    this.#waiting.set(key, { since: performance.now(), answer });
    for (const oldest of [...this.#waiting.keys()].slice(0, -MOST)) this.#waiting.delete(oldest);
  }

  /** The answer asked for under the key, once. */
  take(key: string): Promise<unknown> | undefined {
    const found = this.#fresh(key);
    this.#waiting.delete(key);
    return found?.answer;
  }

  #fresh(key: string): Waiting | undefined {
    const found = this.#waiting.get(key);
    return found && performance.now() - found.since < FRESH ? found : undefined;
  }
}
