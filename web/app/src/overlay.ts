// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the screen shows: the server's tasks with the changes that are under way laid over them. A change that is
// refused is taken off again, which is the whole of a rollback.
import type { Task } from "./client.ts";
import { Observable } from "./observable.ts";
import type { TaskList } from "./task_list.ts";

/** `apply` maps a task (nothing = there is none) to what is shown instead. */
export interface Change {
  id: string;
  apply: (task: Task | undefined) => Task | undefined;
}

export class Overlay {
  readonly tasks = new Observable<readonly Task[]>([]);
  #list: TaskList;
  #changes: Change[] = [];

  constructor(list: TaskList) {
    this.#list = list;
  }

  /** Draws the list anew, after the server's side of it has changed. */
  show(): void {
    const shown = new Map(this.#list.tasks);
    for (const change of this.#changes) {
      const task = change.apply(shown.get(change.id));
      if (task) shown.set(change.id, task);
      else shown.delete(change.id);
    }
    this.tasks.value = [...shown.values()];
  }

  lay(...changes: Change[]): void {
    this.#changes.push(...changes);
    this.show();
  }

  takeOff(...changes: Change[]): void {
    const gone = new Set(changes);
    this.#changes = this.#changes.filter((change) => !gone.has(change));
    this.show();
  }
}
