import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Answers } from "../api/client";
import { useAnswer } from "../here";
import { Await } from "./resource";

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next: string | null;
}
export type Paged = { [P in keyof Answers]: Answers[P] extends Page<unknown> ? P : never }[keyof Answers];
export type Item<P extends Paged> = Answers[P]["items"][number];

export interface PagesProps<P extends Paged> {
  readonly path: P;
  readonly id?: string;
  readonly query: Record<string, string | number | boolean | null>;
  readonly what: string;
  readonly none: string;
  readonly children: (items: readonly Item<P>[]) => ComponentChildren;
}

/** A long list, a page at a time: each press shows the next ones below. Another question begins anew. */
export function Pages<P extends Paged>(props: PagesProps<P>) {
  return <FromStart key={JSON.stringify([props.path, props.query])} {...props} />;
}

function FromStart<P extends Paged>(props: PagesProps<P>) {
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  return (
    <>
      {cursors.map((cursor, n) => (
        <OnePage
          key={cursor}
          {...props}
          cursor={cursor}
          first={n === 0}
          more={n === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
        />
      ))}
    </>
  );
}

function OnePage<P extends Paged>(props: PagesProps<P> & { cursor: string; first: boolean; more: ((next: string) => void) | null }) {
  const found = useAnswer(props.path, props.id ?? "", { ...props.query, cursor: props.cursor });
  return (
    <Await of={found} what={props.what}>
      {(answer) => {
        const page = answer as unknown as Page<Item<P>>;
        const { next } = page;
        return (
          <>
            {props.first && (
              <p class="muted small" role="status">
                {page.total === 0 ? props.none : `${page.total.toLocaleString("en-GB")} ${props.what}`}
              </p>
            )}
            {page.items.length > 0 && props.children(page.items)}
            {next && props.more && (
              <p>
                <button type="button" class="button" onClick={() => props.more?.(next)}>
                  Show more
                </button>
              </p>
            )}
          </>
        );
      }}
    </Await>
  );
}
