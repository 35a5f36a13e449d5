// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Above the list: whose it is, how much is left, and whether it is up to date.
import { useState } from "preact/hooks";

import { useObservable } from "../observable.ts";
import type { Counts } from "../order.ts";
import type { Session } from "../session.ts";
import type { TaskStore } from "../task_store.ts";
import { clock, sentence } from "../text.ts";

interface Props {
  session: Session;
  counts: Counts;
  ready: boolean;
  /** What must be done before the token goes. False if something is not saved even so. */
  leave: () => Promise<boolean>;
  help: () => void;
}

const left = (n: number) => (n === 0 ? "Nothing left to do" : `${n.toLocaleString()} to do`);

export function Header({ session, counts, ready, leave, help }: Props) {
  const state = useObservable(session.state);
  const [fault, setFault] = useState("");
  const signOut = async () => {
    if (!(await leave()) && !confirm("Something on this page is not saved. Sign out and lose it?")) return;
    await session.signOut().catch(() => setFault("The sign-in server did not answer; you are still signed in."));
  };
  return (
    <header>
      <div>
        <h1>Tasks</h1>
        <p class="left" role="status">{ready && counts.all > 0 ? left(counts.pending) : "\u00a0"}</p>
      </div>
      <div class="who">
        <span class="name" dir="auto">{"name" in state ? state.name : ""}</span>
        <button class="link" onClick={() => void signOut()}>Sign out</button>
        <button class="round" aria-label="Keyboard help" title="Keyboard help (?)" onClick={help}>?</button>
      </div>
      {fault && <p class="fault" role="alert">{fault}</p>}
    </header>
  );
}

export function Status({ store }: { store: TaskStore }) {
  const connection = useObservable(store.refresher.connection);
  if (connection.online) return null;
  return (
    <p class="banner" role="status">
      <strong>Offline.</strong> {sentence(connection.why)} You see the list as it was at {clock(connection.heard)}; changes cannot be saved.{" "}
      <button class="link" onClick={() => void store.refresher.refresh()}>Try now</button>
    </p>
  );
}
