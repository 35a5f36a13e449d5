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

const shownMax = 3;

export class Notices {
  readonly shown = new Observable<readonly Notice[]>([]);
  #last = 0;

  /** Shows a message for `seconds` (for good if 0) and returns what takes it away. */
  show(text: string, options: Partial<Pick<Notice, "kind" | "action">> & { seconds?: number } = {}): () => void {
    const { kind = "info", seconds = 8 } = options;
    const id = ++this.#last;
    const close = () => {
      this.shown.value = this.shown.value.filter((notice) => notice.id !== id);
    };
    const action = options.action && { label: options.action.label, run: () => (close(), options.action?.run()) };
    const others = this.shown.value.filter((notice) => notice.text !== text || notice.action).slice(1 - shownMax);
    this.shown.value = [...others, { id, text, kind, ...(action && { action }) }];
    if (seconds > 0) setTimeout(close, seconds * 1000);
    return close;
  }

  error(text: string, retry?: () => void): void {
    this.show(text, { kind: "error", seconds: 12, ...(retry && { action: { label: "Try again", run: retry } }) });
  }

  clear(): void {
    this.shown.value = [];
  }
}
