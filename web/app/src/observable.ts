// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A value that views watch: the one way in which state reaches the screen.
import { useEffect, useState } from "preact/hooks";

export class Observable<T> {
  #watchers = new Set<(value: T) => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(next: T) {
    if (Object.is(next, this.#value)) return;
    this.#value = next;
    for (const watcher of [...this.#watchers]) watcher(next);
  }

  /** Calls `watcher` with every later value, until the function that comes back is called. */
  watch(watcher: (value: T) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

/** The value now; the component is drawn again when it changes. */
export function useObservable<T>(source: Observable<T>): T {
  const [, draw] = useState({});
  const drawn = source.value;
  useEffect(() => {
    const stop = source.watch(() => draw({}));
    if (!Object.is(drawn, source.value)) draw({}); // it changed between drawing and watching
    return stop;
  }, [source]);
  return drawn;
}
