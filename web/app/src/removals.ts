// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Deleting, with a way back. A task is gone from the screen at once, and the request waits until the time to undo
// is over. Whatever happens meanwhile (the tab dies, the network goes) the worst is a task that is still there;
// deleting first and making it anew could lose it, and would lose its times and version.
import type { Client, Failure, Outcome, Task } from "./client.ts";
import type { Notices } from "./notices.ts";
import type { Change, Overlay } from "./overlay.ts";
import { persist } from "./persist.ts";
import type { TaskList } from "./task_list.ts";
import { quote } from "./text.ts";

interface Removal {
  changes: Change[];
  tasks: Task[];
  timer: ReturnType<typeof setTimeout>;
  closeNotice: () => void;
}

const undoSeconds = 8;
/** More than this is cleared by one request, if it would delete exactly what the user saw. */
const singleRemovalsMax = 50;
/** A closing tab can send only so much. */
const farewellMax = 50;
const parallelMax = 6;

export class Removals {
  #removals: Removal[] = [];

  constructor(
    private readonly client: Client,
    private readonly list: TaskList,
    private readonly overlay: Overlay,
    private readonly notices: Notices,
  ) {}

  remove(tasks: readonly Task[], text = `${quote(tasks[0]?.title ?? "")} deleted.`): void {
    if (tasks.length === 0) return;
    const changes = tasks.map((task) => ({ id: task.id, apply: () => undefined }));
    this.overlay.lay(...changes);
    const removal: Removal = {
      changes,
      tasks: [...tasks],
      timer: setTimeout(() => void this.#carryOut(removal), undoSeconds * 1000),
      closeNotice: this.notices.show(text, {
        seconds: undoSeconds,
        action: { label: "Undo", run: () => this.undo(removal) },
      }),
    };
    this.#removals.push(removal);
  }

  /** Takes back the given removal, or the last one. False if there is none. */
  undo(removal = this.#removals.at(-1)): boolean {
    if (!removal || !this.#removals.includes(removal)) return false;
    this.#close(removal);
    this.overlay.takeOff(...removal.changes);
    return true;
  }

  /** The page or the user goes: what was deleted is deleted now. */
  async farewell(): Promise<void> {
    const tasks = this.#removals.flatMap((removal) => removal.tasks);
    for (const removal of [...this.#removals]) this.#close(removal);
    await Promise.all(tasks.slice(0, farewellMax).map((task) => this.client.remove(task.id, this.#versionOf(task), true)));
  }

  #close(removal: Removal): void {
    clearTimeout(removal.timer);
    removal.closeNotice();
    this.#removals = this.#removals.filter((each) => each !== removal);
  }

  async #carryOut(removal: Removal): Promise<void> {
    this.#close(removal);
    const failures = (await this.#clearAtOnce(removal)) ? [] : await this.#removeEach(removal);
    this.overlay.takeOff(...removal.changes);
    this.#tell(removal, failures);
  }

  async #removeEach(removal: Removal): Promise<Failure[]> {
    const todo = [...removal.tasks];
    const failures: Failure[] = [];
    const work = async () => {
      for (let task = todo.pop(); task; task = todo.pop()) {
        const answer = await this.#removeOne(task);
        if (!answer.ok) failures.push(answer);
      }
    };
    await Promise.all(Array.from({ length: parallelMax }, work));
    return failures;
  }

  async #removeOne(task: Task): Promise<Outcome<void>> {
    const answer = await persist(() => this.client.remove(task.id, this.#versionOf(task)));
    const isGone = answer.ok || answer.status === 404;
    if (isGone) this.list.note(task.id, undefined);
    return isGone ? { ok: true, value: undefined } : answer;
  }

  /** The version that the user saw; of a task that was just made, the one that it got. */
  #versionOf(task: Task): number {
    return task.version || (this.list.tasks.get(task.id)?.version ?? 1);
  }

  /** One request for all completed tasks, if those are exactly what the user saw go. */
  async #clearAtOnce({ tasks }: Removal): Promise<boolean> {
    if (tasks.length <= singleRemovalsMax || typeof (await this.list.refresh()) === "object") return false;
    const going = new Map(tasks.map((task) => [task.id, task.version]));
    for (const task of this.list.tasks.values()) {
      if (task.completed ? going.get(task.id) !== task.version : going.has(task.id)) return false;
    }
    const answer = await this.client.removeCompleted();
    if (answer.ok) for (const task of tasks) this.list.note(task.id, undefined);
    return answer.ok;
  }

  #tell({ tasks }: Removal, failures: Failure[]): void {
    const [first] = failures;
    if (!first) return;
    const what = tasks.length === 1 ? quote(tasks[0]?.title ?? "") : `${failures.length} tasks`;
    if (failures.every((failure) => failure.status === 412)) {
      this.notices.show(`${what} changed elsewhere meanwhile, and so was not deleted.`);
    } else {
      this.notices.error(`Not deleted: ${what}. ${first.detail}.`);
    }
  }
}
