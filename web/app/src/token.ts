// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the page reads in its own token, and where it keeps it: in memory and in session storage, which
// ends with the tab. The server judges the token; here it only tells a name and when to renew.

export interface Token {
  text: string;
  user: string;
  name: string;
  /** When it came, and when it ends, by this machine's clock, in ms: a clock that is wrong does no harm. */
  received: number;
  ends: number;
}

const storageKey = "todod.token";

function claimsOf(text: string): Record<string, unknown> | undefined {
  const payload = text.split(".")[1];
  if (!payload) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing if `given` cannot be a token of a user. */
export function readToken(given: string, received = Date.now()): Token | undefined {
  const text = given.trim().replace(/^bearer\s+/i, ""); // as in a request's head, where it may be copied from
  const claims = claimsOf(text);
  const user = claims?.sub ?? claims?.user_id;
  if (!claims || typeof user !== "string" || typeof claims.exp !== "number") return undefined;
  const issued = typeof claims.iat === "number" ? claims.iat : received / 1000;
  const name = [claims.name, claims.email, user].find((each) => typeof each === "string" && each !== "") as string;
  return { text, user, name, received, ends: received + (claims.exp - issued) * 1000 };
}

export function keepToken(token: Token | undefined): void {
  if (token) sessionStorage.setItem(storageKey, JSON.stringify([token.text, token.received]));
  else sessionStorage.removeItem(storageKey);
}

export function keptToken(): Token | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    return Array.isArray(kept) ? readToken(String(kept[0]), Number(kept[1])) : undefined;
  } catch {
    return undefined;
  }
}

/** The token of the address bar's fragment, which is taken out of it and of the history at once; or that it is none. */
export function tokenOfFragment(): Token | "unusable" | undefined {
  const text = new URLSearchParams(location.hash.slice(1)).get("token");
  if (text === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return readToken(text) ?? "unusable";
}
