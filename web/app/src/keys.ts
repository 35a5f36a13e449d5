// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The keyboard, in one table: what the help shows is what the page does.
import { useEffect, useRef } from "preact/hooks";

import { preferences } from "./preferences.ts";

export type Command =
  | "new" | "search" | "next" | "previous" | "first" | "last" | "complete" | "edit" | "remove" | "undo"
  | "all" | "pending" | "completed" | "help";

export interface Binding {
  command: Command;
  keys: readonly string[];
  shown: string;
  text: string;
}

export const bindings: readonly Binding[] = [
  { command: "new", keys: ["n"], shown: "n", text: "Write a new task" },
  { command: "search", keys: ["/"], shown: "/", text: "Search" },
  { command: "next", keys: ["ArrowDown", "j"], shown: "↓ j", text: "Next task" },
  { command: "previous", keys: ["ArrowUp", "k"], shown: "↑ k", text: "Previous task" },
  { command: "first", keys: ["Home"], shown: "Home", text: "First task" },
  { command: "last", keys: ["End"], shown: "End", text: "Last task" },
  { command: "complete", keys: [" ", "x"], shown: "Space x", text: "Complete, reopen" },
  { command: "edit", keys: ["Enter", "e"], shown: "Enter e", text: "Edit it" },
  { command: "remove", keys: ["Delete", "Backspace"], shown: "Delete", text: "Delete it" },
  { command: "undo", keys: ["Control+z", "z"], shown: "Ctrl z", text: "Undo deleting" },
  { command: "all", keys: ["1"], shown: "1", text: "Show all" },
  { command: "pending", keys: ["2"], shown: "2", text: "Show pending" },
  { command: "completed", keys: ["3"], shown: "3", text: "Show completed" },
  { command: "help", keys: ["?"], shown: "?", text: "This help" },
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ? target.type !== "checkbox"
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.altKey || event.isComposing) return undefined;
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const key = event.ctrlKey || event.metaKey ? `Control+${plain}` : plain;
  if (key.length === 1 && key !== " " && !preferences.value.letterKeys) return undefined;
  return bindings.find((binding) => binding.keys.includes(key))?.command;
}

/** Calls `act` for keys that nothing else on the page wants. It returns false for what means nothing now. */
export function useKeys(act: (command: Command, event: KeyboardEvent) => boolean): void {
  const now = useRef(act);
  now.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const command = commandOf(event);
      if (!command) return;
      // Enter and Space belong to the button or box that has the focus.
      const onControl = event.target instanceof Element && event.target.closest("button, a, input");
      if (onControl && (event.key === "Enter" || event.key === " ")) return;
      if (now.current(command, event)) event.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}
