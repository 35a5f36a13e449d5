// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One task: to read, and to edit in place.
import { useEffect, useRef } from "preact/hooks";

import type { Task } from "../client.ts";
import { contentOf, type Draft } from "../drafts.ts";
import { faultsOf } from "../text.ts";
import { Icon } from "./icons.tsx";

export interface RowActions {
  complete: (task: Task) => void;
  edit: (task: Task) => void;
  remove: (task: Task) => void;
  focus: (task: Task) => void;
}

interface Props {
  task: Task;
  position: number;
  size: number;
  isCurrent: boolean;
  actions: RowActions;
}

export function TaskRow({ task, position, size, isCurrent, actions }: Props) {
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li class={task.completed ? "row completed" : "row"} data-id={task.id} tabIndex={tabIndex} aria-setsize={size}
      aria-posinset={position} onFocusIn={() => actions.focus(task)}>
      <input class="check" type="checkbox" checked={task.completed} tabIndex={tabIndex}
        aria-label={`Completed: ${task.title}`} onChange={() => actions.complete(task)} />
      <button class="text" tabIndex={tabIndex} onClick={() => actions.edit(task)} title="Edit">
        <span class="title" dir="auto">{task.title}</span>
        {task.description && <span class="description" dir="auto">{task.description}</span>}
      </button>
      <button class="quiet" tabIndex={tabIndex} aria-label={`Delete: ${task.title}`} title="Delete"
        onClick={() => actions.remove(task)}>
        <Icon name="remove" />
      </button>
    </li>
  );
}

export interface EditorActions {
  change: (draft: Draft) => void;
  /** False if there is a fault. */
  save: (draft: Draft) => boolean;
  cancel: (draft: Draft) => void;
}

interface EditorProps {
  draft: Draft;
  position: number;
  size: number;
  actions: EditorActions;
}

export function TaskEditor({ draft, position, size, actions: { change, save, cancel } }: EditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (field: string) => form.current?.querySelector<HTMLElement>(field)?.focus({ preventScroll: true });
  // One that opens by itself, since its text could not be saved, interrupts nobody.
  useEffect(() => (document.activeElement === document.body ? focusOn("input") : undefined), []);
  const faults = faultsOf(contentOf(draft));
  const submit = (event: Event) => {
    event.preventDefault();
    if (!save(draft)) focusOn("[aria-invalid=true]");
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.isComposing) cancel(draft);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <li class="row editing" data-id={draft.seen.id} aria-setsize={size} aria-posinset={position}>
      <form ref={form} onSubmit={submit} onKeyDown={keys}>
        <input class="title" dir="auto" aria-label="Title" value={draft.title} autocomplete="off" aria-invalid={faults.title !== ""}
          onInput={(event) => change({ ...draft, title: event.currentTarget.value })} />
        {faults.title && <p class="fault" role="alert">{faults.title}</p>}
        <textarea dir="auto" aria-label="Description" placeholder="Description" rows={3} value={draft.description}
          aria-invalid={faults.description !== ""}
          onInput={(event) => change({ ...draft, description: event.currentTarget.value })} />
        {faults.description && <p class="fault" role="alert">{faults.description}</p>}
        <div class="buttons">
          <button class="primary">Save</button>
          <button type="button" onClick={() => cancel(draft)}>Cancel</button>
          <span class="hint"><kbd>Ctrl</kbd> <kbd>Enter</kbd> saves, <kbd>Esc</kbd> cancels</span>
        </div>
      </form>
    </li>
  );
}
