// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The list itself: the rows near the screen, one of which is current for the keyboard.
import { useEffect, useMemo, useRef } from "preact/hooks";

import type { Task } from "../client.ts";
import type { Draft } from "../drafts.ts";
import { useVisible } from "../window.ts";
import { TaskEditor, TaskRow, type EditorActions, type RowActions } from "./task_row.tsx";

const likelyHeight = { plain: 53, described: 75 };

interface Props {
  tasks: readonly Task[];
  current: string | undefined;
  /** Grows each time the current row is to take the focus. */
  focusRequest: number;
  drafts: readonly Draft[];
  actions: RowActions & EditorActions;
}

export function TaskRows({ tasks, current, focusRequest, drafts, actions }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => tasks.map(({ id, description }) =>
    ({ id, likely: description ? likelyHeight.described : likelyHeight.plain })), [tasks]);
  const [visible, reveal] = useVisible(rows, list);
  const waiting = useRef(false);
  const granted = useRef(focusRequest); // a list that comes back into view takes no focus

  useEffect(() => {
    if (focusRequest === granted.current) return;
    granted.current = focusRequest;
    waiting.current = true;
    const at = tasks.findIndex((task) => task.id === current);
    if (at >= 0) reveal(at);
  }, [focusRequest]);
  useEffect(() => {
    if (!waiting.current) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${current}"]`);
    if (!row) return;
    waiting.current = false;
    if (!row.contains(document.activeElement)) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  });

  const tabStop = tasks.some((task) => task.id === current) ? current : tasks[visible.first]?.id;
  return (
    <div class="tasks">
      <Spacer height={visible.above} />
      <ul ref={list} role="list" aria-label="Tasks">
        {tasks.slice(visible.first, visible.end).map((task, i) => {
          const place = { position: visible.first + i + 1, size: tasks.length };
          const draft = drafts.find(({ seen }) => seen.id === task.id);
          return draft ? (
            <TaskEditor key={task.id} draft={draft} {...place} actions={actions} />
          ) : (
            <TaskRow key={task.id} task={task} {...place} isCurrent={task.id === tabStop} actions={actions} />
          );
        })}
      </ul>
      <Spacer height={visible.below} />
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return <div class="spacer" style={{ height: `${height}px` }} />;
}
