// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The field for a new task. It keeps the focus, so that a list is written line by line.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useObservable } from "../observable.ts";
import type { TaskStore } from "../task_store.ts";
import { faultOf } from "../text.ts";
import { Icon } from "./icons.tsx";

export function Composer({ store, field }: { store: TaskStore; field: RefObject<HTMLInputElement | null> }) {
  const [text, setText] = useState("");
  const returned = useObservable(store.returnedTitle);
  useEffect(() => {
    if (returned === undefined) return;
    setText((now) => now || returned);
    store.returnedTitle.value = undefined;
  }, [returned]);
  const title = text.trim();
  const fault = title && faultOf({ title, description: null });
  const submit = (event: Event) => {
    event.preventDefault();
    if (!title || fault) return;
    store.add(title);
    setText("");
  };
  return (
    <form class="composer" onSubmit={submit}>
      <Icon name="add" />
      <input ref={field} value={text} onInput={(event) => setText(event.currentTarget.value)} aria-label="New task"
        placeholder="Add a task" autocomplete="off" enterkeyhint="done" aria-invalid={fault !== ""} autofocus />
      {fault && <p class="fault" role="alert">{fault}</p>}
      <button class="primary" disabled={!title || fault !== ""}>Add</button>
    </form>
  );
}
