// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Which of the loaded tasks are shown, and in what order. No state, no screen.
import type { Task } from "./client.ts";

export const filters = ["all", "pending", "completed"] as const;
export type Filter = (typeof filters)[number];

export const sorts = {
  newest: "Newest first",
  oldest: "Oldest first",
  changed: "Last changed",
  title: "By title",
} as const;
export type Sort = keyof typeof sorts;

export interface Choice {
  filter: Filter;
  sort: Sort;
  search: string;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0); // times and ids: their text sorts as they do

const comparisons: Record<Sort, (a: Task, b: Task) => number> = {
  newest: (a, b) => byText(b.created_at, a.created_at) || byText(b.id, a.id),
  oldest: (a, b) => byText(a.created_at, b.created_at) || byText(a.id, b.id),
  changed: (a, b) => byText(b.updated_at, a.updated_at) || byText(b.id, a.id),
  title: (a, b) => collator.compare(a.title, b.title) || byText(a.id, b.id),
};

const matches = (task: Task, needle: string) =>
  task.title.toLowerCase().includes(needle) || (task.description ?? "").toLowerCase().includes(needle);

/** `kept` are shown whatever the choice, also when they are not among the tasks any more: they are being edited. */
export function choose(tasks: readonly Task[], { filter, sort, search }: Choice, kept: readonly Task[]): Task[] {
  const needle = search.trim().toLowerCase();
  const missing = new Map(kept.map((task) => [task.id, task]));
  const chosen = tasks.filter((task) => missing.delete(task.id) ||
    ((filter === "all" || task.status === filter) && (needle === "" || matches(task, needle))));
  return [...chosen, ...missing.values()].sort(comparisons[sort]);
}

export interface Counts {
  all: number;
  pending: number;
  completed: number;
}

export function count(tasks: readonly Task[]): Counts {
  const completed = tasks.reduce((sum, task) => sum + Number(task.completed), 0);
  return { all: tasks.length, pending: tasks.length - completed, completed };
}
