// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the user does to tasks. A change shows at once (Overlay) while it is sent; when it is refused it is taken
// back and the user is told why.
import type { Client, Content, Failure, Outcome, Task } from "./client.ts";
import { contentOf, Drafts, sameContent, type Draft } from "./drafts.ts";
import type { Notices } from "./notices.ts";
import { Observable } from "./observable.ts";
import { Overlay, type Change } from "./overlay.ts";
import { persist } from "./persist.ts";
import { Refresher } from "./refresher.ts";
import { Removals } from "./removals.ts";
import { TaskList } from "./task_list.ts";
import { faultsOf, quote } from "./text.ts";
import { newId } from "./uuid.ts";

/** An edit that met another: the task as it is now (nothing = deleted), and what the user wrote. */
export interface Conflict {
  id: string;
  mine: Content;
  theirs: Task | undefined;
}

export class TaskStore {
  readonly conflicts = new Observable<readonly Conflict[]>([]);
  readonly drafts = new Drafts();
  readonly refresher: Refresher;
  readonly removals: Removals;

  #client: Client;
  #list: TaskList;
  #overlay: Overlay;
  #notices: Notices;
  #queues = new Map<string, Promise<void>>();
  #stopped = new AbortController();

  constructor(client: Client, notices: Notices) {
    this.#client = client;
    this.#list = new TaskList(client);
    this.#overlay = new Overlay(this.#list);
    this.#notices = notices;
    this.refresher = new Refresher(this.#list, this.#overlay);
    this.removals = new Removals(client, this.#list, this.#overlay, notices);
  }

  get tasks(): Observable<readonly Task[]> {
    return this.#overlay.tasks;
  }

  start(): void {
    this.refresher.start();
    addEventListener("beforeunload", (event) => {
      if (this.#hasUnsaved) event.preventDefault(); // the browser asks
    }, { signal: this.#stopped.signal });
    addEventListener("pagehide", () => this.removals.leave(), { signal: this.#stopped.signal });
  }

  stop(): void {
    this.removals.stop();
    this.#stopped.abort();
    this.refresher.stop();
  }

  get #hasUnsaved(): boolean {
    return this.drafts.hasText || this.conflicts.value.length > 0 || this.#queues.size > 0;
  }

  /** The user goes: what was begun is done. False if something is not saved even so. */
  async finish(): Promise<boolean> {
    for (const draft of this.drafts.open.value) this.save(draft);
    const [isDeleted] = await Promise.all([this.removals.finish(), ...this.#queues.values()]);
    return isDeleted && !this.#hasUnsaved;
  }

  // ---- changes

  add(title: string): Task {
    const id = newId();
    const now = new Date().toISOString();
    const body = { title, description: null, completed: false };
    const task: Task = {
      ...body, id, user_id: "", status: "pending", created_at: now, updated_at: now, completed_at: null, version: 0,
    };
    const change = this.#begin(id, () => task);
    void this.#inTurn(id, async () => {
      let answer = await persist(() => this.#client.create(id, body));
      if (!answer.ok && answer.status === 412) answer = await this.#client.read(id); // an earlier try had come through
      this.#settle(change, answer);
      if (answer.ok) return;
      this.drafts.returnTitle(title);
      if (answer.status === 0) void this.refresher.refresh();
      this.#notices.error(`${quote(title)} was not added: ${answer.detail}.`);
    });
    return task;
  }

  setCompleted(task: Task, completed: boolean): void {
    const now = new Date().toISOString();
    const change = this.#begin(task.id, (shown) =>
      shown && { ...shown, completed, status: completed ? "completed" : "pending", completed_at: completed ? now : null });
    void this.#inTurn(task.id, async () => {
      const answer = await persist(() => this.#client.complete(task.id, completed));
      this.#settle(change, answer);
      if (answer.ok) return;
      if (answer.status === 404) this.#notices.show(`${quote(task.title)} was deleted elsewhere.`);
      else this.#failed(task, answer, () => this.setCompleted(task, completed));
    });
  }

  /** Opens an editor. Those of other tasks are left by that, which saves what they hold. */
  beginEdit(seen: Task, mine: Content = seen): void {
    for (const draft of this.drafts.open.value) if (draft.seen.id !== seen.id) this.save(draft);
    this.drafts.begin(seen, mine);
  }

  /** Saves a draft and closes its editor; false if that would be refused: then it stays. */
  save(draft: Draft): boolean {
    const mine = contentOf(draft);
    const faults = faultsOf(mine);
    if (faults.title || faults.description) return false;
    this.drafts.end(draft.seen.id);
    this.edit(draft.seen, mine);
    return true;
  }

  /** Saves a text that was written while `seen` was on the screen. */
  edit(seen: Task, mine: Content): void {
    if (sameContent(seen, mine)) return;
    const change = this.#begin(seen.id, (shown) => shown && { ...shown, ...mine });
    void this.#inTurn(seen.id, async () => {
      // A task that was just made has its first version by now.
      const version = seen.version || (this.#list.tasks.get(seen.id)?.version ?? 1);
      let answer = await persist(() => this.#client.change(seen.id, version, mine));
      if (!answer.ok && answer.status === 412) answer = await this.#reconcile(seen, mine, answer);
      this.#settle(change, answer);
      if (answer.ok || answer.status === 412) return;
      if (answer.status === 404) return this.#ask({ id: seen.id, mine, theirs: undefined });
      this.drafts.begin(seen, mine);
      this.#failed(seen, answer);
    });
  }

  /** After a 412: if only the completion has changed meanwhile the texts do not collide; else the user decides. */
  async #reconcile(seen: Task, mine: Content, refused: Failure): Promise<Outcome<Task>> {
    const now = await this.#client.read(seen.id);
    if (!now.ok) return now;
    this.#list.note(seen.id, now.value);
    if (sameContent(now.value, mine)) return now;
    if (sameContent(now.value, seen)) return persist(() => this.#client.change(seen.id, now.value.version, mine));
    this.#ask({ id: seen.id, mine, theirs: now.value });
    return refused;
  }

  #ask(conflict: Conflict): void {
    this.conflicts.value = [...this.conflicts.value, conflict];
  }

  /** The user has decided, in whatever way. */
  close(conflict: Conflict): void {
    this.conflicts.value = this.conflicts.value.filter((each) => each !== conflict);
  }

  /** The user's choice: their own text, over the one they have seen. */
  keepMine(conflict: Conflict): void {
    this.close(conflict);
    const { id, mine, theirs } = conflict;
    if (theirs) return this.edit(theirs, mine);
    void this.#inTurn(id, async () => {
      const answer = await persist(() => this.#client.create(id, { ...mine, completed: false }));
      if (answer.ok) this.#list.note(id, answer.value);
      else {
        this.#notices.error(`${quote(mine.title)} was not added: ${answer.detail}.`);
        this.#ask(conflict);
      }
      this.#overlay.show();
    });
  }

  // ---- how changes go out

  #begin(id: string, apply: Change["apply"]): Change {
    const change = { id, apply };
    this.#overlay.lay(change);
    return change;
  }

  #settle(change: Change, answer: Outcome<Task>): void {
    if (answer.ok) this.refresher.answered();
    if (answer.ok) this.#list.note(change.id, answer.value);
    else if (answer.status === 404) this.#list.note(change.id, undefined);
    this.#overlay.takeOff(change);
  }

  /** Changes of one task go out one after another, each on top of what the last one made. */
  #inTurn(id: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(work);
    this.#queues.set(id, turn);
    return turn.finally(() => {
      if (this.#queues.get(id) === turn) this.#queues.delete(id);
    });
  }

  #failed(task: Task, failure: Failure, retry?: () => void): void {
    if (failure.status === 0) void this.refresher.refresh();
    this.#notices.error(`${quote(task.title)} was not saved: ${failure.detail}.`, retry);
  }
}
