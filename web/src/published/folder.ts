// The files of a published folder, each read once a visit.
import { Refused } from "../api/client";

export class Folder {
  readonly #root: string;
  readonly #kept = new Map<string, Promise<unknown>>();

  /** `root` is the address of the data, with a slash at its end. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The resource of that address. What could not be read is asked for anew the next time. */
  read<T>(address: string): Promise<T> {
    const held = this.#kept.get(address);
    if (held) return held as Promise<T>;
    const reading = this.#fetch(address);
    this.#kept.set(address, reading);
    reading.catch(() => this.#kept.delete(address));
    return reading as Promise<T>;
  }

  async #fetch(address: string): Promise<unknown> {
    const response = await fetch(`${this.#root}${address}.json`);
    const missing = new Refused(404, "the published folder does not hold it");
    if (response.status === 404) throw missing;
    if (!response.ok) throw new Refused(response.status, `${response.status} ${response.statusText}`);
    // Some hosts answer with a page of theirs where there is no file.
    return response.json().catch(() => Promise.reject(missing));
  }
}
