// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The page of someone who is signed in: puts the parts together and says what keys and buttons do.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Task } from "../client.ts";
import { useKeys, type Command } from "../keys.ts";
import type { Notices } from "../notices.ts";
import { useObservable } from "../observable.ts";
import { choose, count, type Choice } from "../order.ts";
import type { Session } from "../session.ts";
import type { Conflict, TaskStore } from "../task_store.ts";
import { quote } from "../text.ts";
import { Composer } from "./composer.tsx";
import { ConflictDialog, HelpDialog } from "./dialogs.tsx";
import { Header, Status } from "./header.tsx";
import type { EditorActions, RowActions } from "./task_row.tsx";
import { TaskRows } from "./task_rows.tsx";
import { Toolbar } from "./toolbar.tsx";

interface Props {
  session: Session;
  store: TaskStore;
  notices: Notices;
  hidden: boolean;
}

export function TaskPage({ session, store, notices, hidden }: Props) {
  const tasks = useObservable(store.tasks);
  const loading = useObservable(store.refresher.loading);
  const [conflict] = useObservable(store.conflicts);
  const drafts = useObservable(store.drafts.open);
  const [choice, setChoice] = useState<Choice>({ filter: "all", sort: "newest", search: "" });
  const [current, setCurrent] = useState<string>();
  const [focusRequest, setFocusRequest] = useState(0);
  const [help, setHelp] = useState(false);
  const composer = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const edited = drafts.map(({ seen }) => seen);
  const shown = useMemo(() => choose(tasks, choice, edited), [tasks, choice, edited.map(({ id }) => id).sort().join()]);
  const counts = useMemo(() => count(tasks), [tasks]);
  const index = shown.findIndex((task) => task.id === current);

  const change = (part: Partial<Choice>) => setChoice((old) => ({ ...old, ...part }));
  const showAll = () => change({ filter: "all", search: "" });
  const add = (title: string) => {
    const task = store.add(title);
    if (choose([task], choice, []).length > 0) return;
    const what = choose([task], { ...choice, search: "" }, []).length > 0 ? "search" : "filter";
    notices.show(`${quote(title)} added; the ${what} hides it.`, { action: { label: "Show all", run: showAll } });
  };
  const focusOn = (task: Task) => {
    setCurrent(task.id);
    setFocusRequest((times) => times + 1);
  };
  const goTo = (to: number) => {
    const task = shown[Math.max(0, Math.min(to, shown.length - 1))];
    if (task) focusOn(task);
  };
  // When a task goes whose row has the focus (before this drawing), the one in its place gets it.
  const focused = document.activeElement?.closest<HTMLElement>(".row")?.dataset.id;
  const drawn = useRef(shown);
  useLayoutEffect(() => {
    const at = drawn.current.findIndex(({ id }) => id === focused);
    if (at >= 0 && !shown.some(({ id }) => id === focused)) goTo(at);
  }, [tasks, drafts]);
  useLayoutEffect(() => void (drawn.current = shown));
  const actions: RowActions & EditorActions = {
    edit: (task) => (setCurrent(task.id), store.beginEdit(task)),
    complete: (task) => store.setCompleted(task, !task.completed),
    remove: (task) => store.removals.remove([task]),
    focus: (task) => setCurrent(task.id),
    change: (draft) => store.drafts.change(draft),
    save: (draft) => {
      const isSaved = store.save(draft);
      if (isSaved) focusOn(draft.seen);
      return isSaved;
    },
    cancel: ({ seen }) => (store.drafts.end(seen.id), focusOn(seen)),
  };

  useKeys((command: Command, event) => {
    const task = shown[index];
    const inRow = event.target instanceof Element && event.target.closest(".row:not(.editing)") !== null;
    switch (command) {
      case "new": composer.current?.focus(); break;
      case "search": search.current?.focus(); search.current?.select(); break;
      case "next": goTo(index + 1); break;
      case "previous": goTo(index < 0 ? 0 : index - 1); break;
      case "first": case "last": if (!inRow) return false; goTo(command === "first" ? 0 : shown.length); break;
      case "complete": if (!task || !inRow) return false; actions.complete(task); break;
      case "edit": if (!task || !inRow) return false; actions.edit(task); break;
      case "remove": if (!task || !inRow) return false; actions.remove(task); break;
      case "undo": return store.removals.undo();
      case "help": setHelp(true); break;
      default: change({ filter: command });
    }
    return true;
  });

  return (
    <main class="page">
      <Header session={session} counts={counts} ready={loading.phase === "ready"} leave={() => store.finish()} help={() => setHelp(true)} />
      <Status store={store} />
      <Composer store={store} add={add} field={composer} />
      {loading.phase === "ready" && tasks.length > 0 && (
        <Toolbar choice={choice} counts={counts} change={change} searchField={search} />
      )}
      {loading.phase === "ready" && shown.length > 0 && (
        <TaskRows tasks={shown} current={current} focusRequest={focusRequest} drafts={drafts} actions={actions} />
      )}
      <Instead store={store} choice={choice} tasks={tasks} shown={shown} reset={showAll} />
      {counts.completed > 0 && !choice.search && (
        <p class="foot">
          <button onClick={() => store.removals.remove(tasks.filter((task) => task.completed), completedText(counts.completed))}>
            Clear {counts.completed.toLocaleString()} completed
          </button>
        </p>
      )}
      {help && !hidden && <HelpDialog close={() => setHelp(false)} />}
      {conflict && !hidden && (
        <ConflictDialog key={conflict.id} conflict={conflict} keepMine={() => store.keepMine(conflict)}
          keepTheirs={() => store.close(conflict)}
          editAgain={() => {
            store.close(conflict);
            store.beginEdit(conflict.theirs ?? goneTask(conflict), conflict.mine);
          }} />
      )}
    </main>
  );
}

/** A task that was deleted elsewhere, to be edited until it is added again or let go: any title is a change of it. */
const goneTask = ({ id, mine }: Conflict): Task => ({
  ...mine, title: "", id, user_id: "", status: "pending", completed: false, created_at: "", updated_at: "", completed_at: null, version: 1,
});

const completedText = (n: number) => `${n.toLocaleString()} completed ${n === 1 ? "task" : "tasks"} cleared.`;

interface InsteadProps {
  store: TaskStore;
  choice: Choice;
  tasks: readonly Task[];
  shown: readonly Task[];
  reset: () => void;
}

/** Takes the focus if nobody has it, as when the last row has gone: keys that concern no field work here. */
function Nothing({ children }: { children: ComponentChildren }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return <div class="nothing" ref={element} tabIndex={-1}>{children}</div>;
}

/** In place of the list: it is still coming, could not come, is empty, or nothing of it is meant. */
function Instead({ store, choice, tasks, shown, reset }: InsteadProps) {
  const loading = useObservable(store.refresher.loading);
  if (loading.phase === "loading") {
    return (
      <p class="nothing" role="status">
        {loading.count > 0 ? `Loading, ${loading.count.toLocaleString()} tasks so far…` : "Loading your tasks…"}
      </p>
    );
  }
  if (loading.phase === "failed") {
    return (
      <div class="nothing" role="alert">
        <p>Your tasks could not be loaded: {loading.why}.</p>
        <p>The page tries again by itself. <button class="link" onClick={() => void store.refresher.refresh()}>Try now</button></p>
      </div>
    );
  }
  if (shown.length > 0) return null;
  if (tasks.length === 0) {
    return (
      <Nothing>
        <p class="big">Nothing to do.</p>
        <p>Write a task above and press Enter. Press <kbd>?</kbd> for what the keyboard does.</p>
      </Nothing>
    );
  }
  return (
    <Nothing>
      <p class="big">{choice.search ? "Nothing found." : choice.filter === "pending" ? "All done." : "Nothing completed yet."}</p>
      <p><button class="link" onClick={reset}>Show all {tasks.length.toLocaleString()} tasks</button></p>
    </Nothing>
  );
}
