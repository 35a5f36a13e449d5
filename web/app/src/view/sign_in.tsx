// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// How someone becomes signed in, by what this server offers.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Session, SessionState } from "../session.ts";

type State = Extract<SessionState, { phase: "signed_out" | "over" }>;

export function SignIn({ session, state }: { session: Session; state: State }) {
  return (
    <main class="sign-in">
      <h1>{state.phase === "over" ? "Sign in again" : "Tasks"}</h1>
      {state.phase === "over" && <p class="lead" role="alert">{state.why} What was on the page is kept in this tab.</p>}
      {state.phase === "signed_out" && state.why && <p class="fault" role="alert">{state.why}</p>}
      {state.way === "better_auth" && <Account session={session} />}
      {state.way === "link" && (
        <>
          <p class="lead">
            Open the link that todod printed when it started: it signs you in for a day. Starting todod again prints a new one.
          </p>
          <details>
            <summary>Sign in with a token instead</summary>
            <TokenForm session={session} />
          </details>
        </>
      )}
      {state.way === "token" && <TokenForm session={session} />}
    </main>
  );
}

function TokenForm({ session }: { session: Session }) {
  const [fault, setFault] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get("token"));
    if (!session.useToken(text)) setFault("This is not a token of a user: three parts with dots between them.");
  };
  return (
    <form onSubmit={submit}>
      <label>
        Token
        <input name="token" type="password" autocomplete="off" spellcheck={false} required
          aria-describedby="token-hint" aria-invalid={fault !== ""} />
      </label>
      <p class="hint" id="token-hint">
        {fault || <>A JWT that this server accepts, such as <code>todod token --user NAME</code> prints. It is kept in this tab only.</>}
      </p>
      <button class="primary">Sign in</button>
    </form>
  );
}

function Account({ session }: { session: Session }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [isNew, setIsNew] = useState(false);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return; // a disabled button would lose the focus
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [name, email, password] = ["name", "email", "password"].map((each) => String(data.get(each) ?? ""));
    setBusy(true);
    setFault("");
    try {
      if (isNew) await session.signUp(name ?? "", email ?? "", password ?? "");
      else await session.signIn(email ?? "", password ?? "");
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} aria-busy={busy}>
      {isNew && (
        <label>
          Name
          <input name="name" dir="auto" autocomplete="name" required />
        </label>
      )}
      <label>
        Email
        <input name="email" type="email" autocomplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autocomplete={isNew ? "new-password" : "current-password"} required />
      </label>
      {fault && <p class="fault" role="alert">{fault}</p>}
      <button class="primary" aria-disabled={busy}>{isNew ? "Sign up" : "Sign in"}</button>
      <p class="other">
        {isNew ? "You have an account? " : "New here? "}
        <button type="button" class="link" onClick={() => (setIsNew(!isNew), setFault(""))}>
          {isNew ? "Sign in" : "Sign up"}
        </button>
      </p>
    </form>
  );
}
