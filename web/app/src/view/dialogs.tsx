// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What interrupts: a conflict that only the user can decide, and the help.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import type { Content } from "../client.ts";
import { bindings } from "../keys.ts";
import { useObservable } from "../observable.ts";
import { preferences } from "../preferences.ts";
import type { Conflict } from "../task_store.ts";
import { clock } from "../text.ts";

function Dialog({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <dialog ref={element} aria-labelledby="dialog-title" onCancel={(event) => (event.preventDefault(), close())}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

interface ConflictProps {
  conflict: Conflict;
  keepMine: () => void;
  keepTheirs: () => void;
  editAgain: () => void;
}

export function ConflictDialog({ conflict: { mine, theirs }, keepMine, keepTheirs, editAgain }: ConflictProps) {
  return (
    <Dialog title={theirs ? "This task was changed elsewhere" : "This task was deleted elsewhere"} close={editAgain}>
      <p>Nothing has been overwritten. Which one should stay?</p>
      <div class="versions">
        <Version name="Yours" content={mine} />
        {theirs && <Version name={`The other, of ${clock(theirs.updated_at)}`} content={theirs} />}
      </div>
      <div class="buttons">
        <button class="primary" onClick={keepMine}>{theirs ? "Keep mine" : "Add it again"}</button>
        <button onClick={keepTheirs}>{theirs ? "Keep the other" : "Leave it deleted"}</button>
        {theirs && <button onClick={editAgain}>Edit mine</button>}
      </div>
    </Dialog>
  );
}

function Version({ name, content }: { name: string; content: Content }) {
  return (
    <section class="version">
      <h3>{name}</h3>
      <p class="title" dir="auto">{content.title}</p>
      <p class="description" dir="auto">{content.description ?? "No description"}</p>
    </section>
  );
}

export function HelpDialog({ close }: { close: () => void }) {
  const { letterKeys } = useObservable(preferences);
  return (
    <Dialog title="Keyboard" close={close}>
      <dl class="keys">
        {bindings.map(({ command, shown, text }) => (
          <div key={command}>
            <dt>{shown.split(" ").map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" class="check" checked={letterKeys}
          onChange={() => (preferences.value = { ...preferences.value, letterKeys: !letterKeys })} />
        Letters and digits are shortcuts
      </label>
      <div class="buttons">
        <button class="primary" onClick={close}>Close</button>
      </div>
    </Dialog>
  );
}
