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
import { quote, sentence } from "./text.ts";

interface Removal {
  changes: Change[];
  tasks: Task[];
  closeNotice: () => void;
  /** Set once it is being sent, and so cannot be undone: whether all of it is gone. */
  sent?: Promise<boolean>;
}

const undoSeconds = 8;
/** More than this is cleared by one request, if that deletes nothing else. */
const singleRemovalsMax = 50;
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
      closeNotice: this.notices.show(text, {
        seconds: undoSeconds,
        action: { label: "Undo", run: () => this.undo(removal) },
        over: () => void this.#send(removal),
      }),
    };
    this.#removals.push(removal);
  }

  /** Takes back the given removal, or the last one. False if there is none. */
  undo(removal = this.#removals.findLast(({ sent }) => !sent)): boolean {
    if (!removal || removal.sent || !this.#removals.includes(removal)) return false;
    removal.closeNotice();
    this.#end(removal);
    return true;
  }

  /** The user goes: what was deleted is deleted now. False if some of it is not. */
  async finish(): Promise<boolean> {
    return (await Promise.all(this.#removals.map((removal) => this.#send(removal)))).every(Boolean);
  }

  /** The page goes: there is no time for what the server might say, nor to ask whether one request for all completed
   *  tasks would delete others, too. */
  leave(): void {
    for (const { tasks } of this.#removals) {
      for (const task of tasks) void this.client.remove(task.id, this.#versionOf(task), true);
    }
  }

  /** Nothing more is sent: someone else may be signed in. */
  stop(): void {
    for (const removal of this.#removals) removal.closeNotice();
  }

  #end(removal: Removal): void {
    this.#removals = this.#removals.filter((each) => each !== removal);
    this.overlay.takeOff(...removal.changes);
  }

  #send(removal: Removal): Promise<boolean> {
    removal.closeNotice();
    removal.sent ??= this.#carryOut(removal);
    return removal.sent;
  }

  async #carryOut(removal: Removal): Promise<boolean> {
    const failures = (await this.#clearAtOnce(removal)) ? [] : await this.#removeEach(removal);
    this.#end(removal);
    this.#tell(removal, failures);
    return failures.length === 0;
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

  /** Whether one request for all completed tasks would delete exactly what the user saw go, as far as is known here. */
  #isAllCompleted(tasks: readonly Task[]): boolean {
    const going = new Map(tasks.map((task) => [task.id, task.version]));
    for (const task of this.list.tasks.values()) {
      if (task.completed ? going.get(task.id) !== task.version : going.has(task.id)) return false;
    }
    return true;
  }

  async #clearAtOnce({ tasks }: Removal): Promise<boolean> {
    if (tasks.length <= singleRemovalsMax || typeof (await this.list.refresh()) === "object") return false;
    if (!this.#isAllCompleted(tasks)) return false;
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
      this.notices.error(`Not deleted: ${what}. ${sentence(first.detail)}`);
    }
  }
}
