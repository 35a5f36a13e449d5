// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One task: to read, and to edit in place.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Content, Task } from "../client.ts";
import { faultOf } from "../text.ts";
import { Icon } from "./icons.tsx";

export interface Draft {
  /** The task as it was when editing began: what the server is told the text replaces. */
  seen: Task;
  title: string;
  description: string;
}

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
        <span class="title">{task.title}</span>
        {task.description && <span class="description">{task.description}</span>}
      </button>
      <button class="quiet" tabIndex={tabIndex} aria-label={`Delete: ${task.title}`} title="Delete"
        onClick={() => actions.remove(task)}>
        <Icon name="remove" />
      </button>
    </li>
  );
}

interface EditorProps {
  draft: Draft;
  position: number;
  size: number;
  change: (draft: Draft) => void;
  save: (seen: Task, content: Content) => void;
  cancel: () => void;
}

export function TaskEditor({ draft, position, size, change, save, cancel }: EditorProps) {
  const title = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const content = { title: draft.title.trim(), description: draft.description === "" ? null : draft.description };
    const found = faultOf(content);
    setFault(found);
    if (!found) save(draft.seen, content);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.isComposing) cancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <li class="row editing" data-id={draft.seen.id} aria-setsize={size} aria-posinset={position}>
      <form onSubmit={submit} onKeyDown={keys}>
        <input ref={title} class="title" aria-label="Title" value={draft.title} autocomplete="off" aria-invalid={fault !== ""}
          onInput={(event) => (setFault(""), change({ ...draft, title: event.currentTarget.value }))} />
        {fault && <p class="fault" role="alert">{fault}</p>}
        <textarea aria-label="Description" placeholder="Description" rows={3} value={draft.description}
          onInput={(event) => change({ ...draft, description: event.currentTarget.value })} />
        <div class="buttons">
          <button class="primary">Save</button>
          <button type="button" onClick={cancel}>Cancel</button>
          <span class="hint"><kbd>Ctrl</kbd> <kbd>Enter</kbd> saves, <kbd>Esc</kbd> cancels</span>
        </div>
      </form>
    </li>
  );
}
