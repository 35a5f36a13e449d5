// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Short messages at the foot of the page, each with at most one thing to do about it.
import { Observable } from "./observable.ts";

export interface Notice {
  id: number;
  text: string;
  kind: "info" | "error";
  action?: { label: string; run: () => void };
}

type Options = Partial<Pick<Notice, "kind" | "action">> & { seconds?: number; over?: () => void };

const shownMax = 3;
const graceMs = 2000; // after the pointer or the focus has left

const isHeld = (id: number) => document.querySelector(`#notice-${id}:is(:hover, :focus-within)`) !== null;

export class Notices {
  readonly shown = new Observable<readonly Notice[]>([]);
  #last = 0;

  /**
   * Shows a message for `seconds`, or for as long as the pointer or the focus is in it, and calls `over` when it has had
   * that time. Returns what takes it away before.
   */
  show(text: string, options: Options = {}): () => void {
    const { kind = "info", seconds = 8, over } = options;
    const id = ++this.#last;
    const end = () => {
      if (isHeld(id)) timer = setTimeout(end, graceMs);
      else (close(), over?.());
    };
    let timer = setTimeout(end, seconds * 1000);
    const close = () => {
      clearTimeout(timer);
      this.shown.value = this.shown.value.filter((notice) => notice.id !== id);
    };
    const action = options.action && { label: options.action.label, run: () => (close(), options.action?.run()) };
    const others = this.shown.value.filter((notice) => notice.text !== text || notice.action).slice(1 - shownMax);
    this.shown.value = [...others, { id, text, kind, ...(action && { action }) }];
    return close;
  }

  error(text: string, retry?: () => void): void {
    this.show(text, { kind: "error", seconds: 12, ...(retry && { action: { label: "Try again", run: retry } }) });
  }

  clear(): void {
    this.shown.value = [];
  }
}
