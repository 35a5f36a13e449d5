// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Keeps the list current: asks the server while the page is seen, and knows whether it answers.
import type { Overlay } from "./overlay.ts";
import { Observable } from "./observable.ts";
import type { TaskList } from "./task_list.ts";

export type Loading =
  | { phase: "loading"; count: number }
  | { phase: "ready" }
  | { phase: "failed"; why: string };

/** What of the server could not be reached, since when the list is as it was. */
export type Connection = { online: true } | { online: false; why: string; heard: number };

const pollSeconds = 5;
const awaySecondsMax = 30;

export class Refresher {
  readonly loading = new Observable<Loading>({ phase: "loading", count: 0 });
  readonly connection = new Observable<Connection>({ online: true });

  #list: TaskList;
  #overlay: Overlay;
  #poll: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | undefined;
  #heard = Date.now();
  #failures = 0;
  #paused = false;
  #stopped = new AbortController();

  constructor(list: TaskList, overlay: Overlay) {
    this.#list = list;
    this.#overlay = overlay;
  }

  start(): void {
    const { signal } = this.#stopped;
    const now = () => void (document.hidden || this.#paused || this.refresh());
    document.addEventListener("visibilitychange", now, { signal });
    addEventListener("focus", now, { signal });
    addEventListener("online", now, { signal });
    addEventListener("offline", () => this.#away("This device is offline."), { signal });
  }

  /** Nothing is asked while nobody is signed in. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (paused) clearTimeout(this.#poll);
    else void this.refresh();
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#poll);
  }

  /** Asks the server what has changed. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
      this.#planPoll();
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#poll);
    const isFirst = this.loading.value.phase !== "ready";
    if (isFirst) this.loading.value = { phase: "loading", count: 0 };
    const answer = await this.#list.refresh((count) => {
      if (isFirst) this.loading.value = { phase: "loading", count };
    });
    if (typeof answer === "object") {
      this.#failures++;
      if (isFirst) this.loading.value = { phase: "failed", why: answer.detail };
      else this.#away(answer.detail);
      return;
    }
    this.answered();
    if (isFirst) this.loading.value = { phase: "ready" };
    if (answer || isFirst) this.#overlay.show();
  }

  #planPoll(): void {
    clearTimeout(this.#poll);
    if (this.#stopped.signal.aborted || this.#paused || document.hidden) return;
    const calm = pollSeconds * Math.max(1, this.#list.pageCount);
    const seconds = this.#failures > 0 ? Math.min(2 ** this.#failures, awaySecondsMax) : calm;
    this.#poll = setTimeout(() => void this.refresh(), seconds * 1000);
  }

  #away(why: string): void {
    this.connection.value = { online: false, why, heard: this.#heard };
  }

  /** A request was answered as it should be. */
  answered(): void {
    this.#heard = Date.now();
    this.#failures = 0;
    if (!this.connection.value.online) this.connection.value = { online: true };
  }
}
