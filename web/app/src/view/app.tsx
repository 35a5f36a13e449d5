// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The frame: who is signed in decides what is on the page.
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";

import { Client } from "../client.ts";
import { Notices } from "../notices.ts";
import { useObservable } from "../observable.ts";
import type { Session } from "../session.ts";
import { TaskStore } from "../task_store.ts";
import { NoticeList } from "./notice_list.tsx";
import { SignIn } from "./sign_in.tsx";
import { TaskPage } from "./task_page.tsx";

export function App({ session }: { session: Session }) {
  const state = useObservable(session.state);
  const notices = useMemo(() => new Notices(), []);
  const user = state.phase === "signed_in" || state.phase === "over" ? state.user : undefined;
  return (
    <>
      {state.phase === "unreachable" && (
        <main class="message">
          {state.why ? (
            <>
              <h1>One moment, please</h1>
              <p>{state.why} The page asks again by itself.</p>
            </>
          ) : (
            <>
              <h1>todod cannot be reached</h1>
              <p>The server that this page comes from does not answer.</p>
            </>
          )}
          <button class="primary" onClick={() => location.reload()}>Try now</button>
        </main>
      )}
      {(state.phase === "signed_out" || state.phase === "over") && <SignIn session={session} state={state} />}
      {user !== undefined && <Tasks key={user} session={session} notices={notices} hidden={state.phase === "over"} />}
      <NoticeList notices={notices} />
    </>
  );
}

/** One user's tasks. Stays as it is, unseen, while the session is over: what was being typed is kept. */
function Tasks({ session, notices, hidden }: { session: Session; notices: Notices; hidden: boolean }) {
  const store = useMemo(() => new TaskStore(new Client((request) => session.send(request)), notices), []);
  useEffect(() => {
    store.start();
    return () => (store.stop(), notices.clear());
  }, [store]);
  useLayoutEffect(() => store.refresher.pause(hidden), [hidden]); // the list is asked for before anything is drawn
  // A new token: what failed for want of one works again.
  useEffect(() => session.state.watch(({ phase }) => void (phase === "signed_in" && store.refresher.refresh())), [store]);
  return (
    <div hidden={hidden}>
      <TaskPage session={session} store={store} notices={notices} hidden={hidden} />
    </div>
  );
}
