import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** The field that is typed into first, once the form is there. */
export function useFocus<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return field;
}
