// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The REST endpoints of a Better Auth server. Its session is a cookie of its own; the page never sees it.
import { fetchInTime } from "./fetch_in_time.ts";

/** What the server said no to, in words for people. */
export class AuthRefusal extends Error {
  constructor(
    message: string,
    /** 0 = no answer came. */
    readonly status: number,
  ) {
    super(message);
  }
}

const trouble = "The sign-in server has a problem.";

/** A browser does not tell the two apart. */
const noAnswer = (url: string) =>
  `The sign-in server at ${new URL(url).origin} cannot be reached, or does not answer this page: ` +
  `${location.origin} is perhaps not one of its trustedOrigins.`;

async function call(url: string, body?: object): Promise<Record<string, unknown> | null> {
  const answer = await fetchInTime(url, {
    method: body ? "POST" : "GET",
    credentials: "include",
    cache: "no-store",
    ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new AuthRefusal(noAnswer(url), 0);
  });
  const content = (await answer.json().catch(() => null)) as Record<string, unknown> | null;
  if (answer.ok) return content;
  const isToldWhy = answer.status < 500 && typeof content?.message === "string";
  throw new AuthRefusal(isToldWhy ? (content.message as string) : trouble, answer.status);
}

export class BetterAuth {
  constructor(readonly base: string) {}

  async signIn(email: string, password: string): Promise<void> {
    await call(`${this.base}/sign-in/email`, { email, password });
  }

  async signUp(name: string, email: string, password: string): Promise<void> {
    await call(`${this.base}/sign-up/email`, { name, email, password });
  }

  async signOut(): Promise<void> {
    await call(`${this.base}/sign-out`, {});
  }

  /** A fresh JWT for the session; nothing if there is no session. Throws if the server cannot tell. */
  async token(): Promise<string | undefined> {
    try {
      const token = (await call(`${this.base}/token`))?.token;
      return typeof token === "string" ? token : undefined;
    } catch (error) {
      if (!(error instanceof AuthRefusal && error.status === 401)) throw error;
      // It says 401 as well when it cannot look: its database is away. /get-session tells the two apart by a failure.
      if (await call(`${this.base}/get-session`)) throw error;
      return undefined;
    }
  }
}
