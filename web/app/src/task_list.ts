// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The user's tasks as the server last told them, kept current by conditional requests.
//
//   every few seconds while the page is seen, and at once when it is seen again or online again:
//   page 1 ─ If-None-Match ▶ 304? keep : take   page 2 ─ ...   until a page has no next one
//
// Pages are asked for oldest first: a new task then changes the last page only.
import type { Client, Failure, Page, Task } from "./client.ts";

interface KnownPage extends Page {
  cursor: string | undefined;
}

export class TaskList {
  #client: Client;
  #pages: KnownPage[] = [];
  #tasks = new Map<string, Task>();
  /** Ids that a write answered for, by when: a list that was asked for before knows less. */
  #writes = new Map<string, number>();
  #clock = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  get tasks(): ReadonlyMap<string, Task> {
    return this.#tasks;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  /** What a write answered: the task as it is now, or that it is gone. */
  note(id: string, task: Task | undefined): void {
    this.#writes.set(id, ++this.#clock);
    const known = this.#tasks.get(id);
    if (!task) this.#tasks.delete(id);
    else if (!known || known.version <= task.version || known.created_at !== task.created_at) this.#tasks.set(id, task);
  }

  /** Whether anything has changed, or why that cannot be told. `progress` hears how many tasks came so far. */
  async refresh(progress?: (count: number) => void): Promise<boolean | Failure> {
    const began = this.#clock;
    const pages: KnownPage[] = [];
    let changed = false;
    let cursor: string | undefined;
    let count = 0;
    do {
      const known: KnownPage | undefined = this.#pages.find((page) => page.cursor === cursor);
      const answer = await this.#client.list(cursor, known?.tag);
      if (!answer.ok) return answer;
      if (answer.value !== "unchanged") changed = true;
      const page: KnownPage = answer.value === "unchanged" ? known! : { ...answer.value, cursor };
      pages.push(page);
      count += page.tasks.length;
      progress?.(count);
      cursor = page.next;
    } while (cursor !== undefined);
    this.#pages = pages;
    if (changed) this.#take(pages, began);
    if (this.#clock === began) this.#writes.clear();
    return changed;
  }

  #take(pages: KnownPage[], began: number): void {
    const fresh = new Map<string, Task>();
    for (const page of pages) for (const task of page.tasks) fresh.set(task.id, task);
    for (const [id, when] of this.#writes) {
      if (when <= began) continue;
      const own = this.#tasks.get(id);
      if (own) fresh.set(id, own);
      else fresh.delete(id);
    }
    this.#tasks = fresh;
  }
}
