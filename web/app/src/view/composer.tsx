// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The field for a new task. It keeps the focus, so that a list is written line by line.
import type { RefObject } from "preact";

import { useObservable } from "../observable.ts";
import type { TaskStore } from "../task_store.ts";
import { faultsOf, oneLine } from "../text.ts";
import { Icon } from "./icons.tsx";

interface Props {
  store: TaskStore;
  add: (title: string) => void;
  field: RefObject<HTMLInputElement | null>;
}

export function Composer({ store, add, field }: Props) {
  const text = useObservable(store.drafts.newTitle);
  const title = oneLine(text);
  const fault = title && faultsOf({ title, description: null }).title;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!title || fault) return;
    store.drafts.titleTaken();
    add(title);
  };
  return (
    <form class="composer" onSubmit={submit}>
      <Icon name="add" />
      <input ref={field} value={text} onInput={(event) => (store.drafts.newTitle.value = event.currentTarget.value)} aria-label="New task"
        dir="auto" placeholder="Add a task" autocomplete="off" enterkeyhint="done" aria-invalid={fault !== ""} autofocus />
      {fault && <p class="fault" role="alert">{fault}</p>}
      <button class="primary" disabled={!title || fault !== ""}>Add</button>
    </form>
  );
}
