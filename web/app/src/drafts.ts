// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What is typed and not saved: in the editors that are open, and in the field for a new task. What could not be saved
// comes back here. A text goes when it is on its way to the server, or when its author lets it go.
import type { Content, Task } from "./client.ts";
import { Observable } from "./observable.ts";
import { oneLine } from "./text.ts";

export interface Draft {
  /** The task as it was when editing began: what the server is told the text replaces. */
  seen: Task;
  title: string;
  description: string;
}

export const sameContent = (a: Content, b: Content) => a.title === b.title && a.description === b.description;

/** The text as it would be saved. */
export const contentOf = ({ title, description }: Draft): Content =>
  ({ title: oneLine(title), description: description === "" ? null : description });

export class Drafts {
  /** One for each editor. */
  readonly open = new Observable<readonly Draft[]>([]);
  /** In the field for a new task. */
  readonly newTitle = new Observable("");
  /** Titles that could not be added, until the field is free for them. */
  #returnedTitles: string[] = [];

  get hasText(): boolean {
    return this.newTitle.value.trim() !== "" || this.#returnedTitles.length > 0 ||
      this.open.value.some((draft) => !sameContent(draft.seen, contentOf(draft)));
  }

  /** Opens an editor; one that is open keeps what was typed there. */
  begin(seen: Task, { title, description }: Content): void {
    const known = this.open.value.find((draft) => draft.seen.id === seen.id);
    this.change({ title, description: description ?? "", ...known, seen });
  }

  change(next: Draft): void {
    this.open.value = [...this.#others(next.seen.id), next];
  }

  end(id: string): void {
    this.open.value = this.#others(id);
  }

  #others(id: string): readonly Draft[] {
    return this.open.value.filter((draft) => draft.seen.id !== id);
  }

  /** The title has been taken from its field. */
  titleTaken(): void {
    this.newTitle.value = this.#returnedTitles.shift() ?? "";
  }

  returnTitle(title: string): void {
    if (this.newTitle.value.trim() === "") this.newTitle.value = title;
    else this.#returnedTitles.push(title);
  }
}
