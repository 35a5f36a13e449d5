// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Who is signed in. Owns the token: where it comes from, that it is renewed before it ends, and what
// happens when it is over. Every request to todod goes through `send`.
import { BetterAuth } from "./better_auth.ts";
import { Observable } from "./observable.ts";
import { keepToken, keptToken, readToken, tokenOfFragment, type Token } from "./token.ts";

export type SignInWay = "link" | "better_auth" | "token";

export type SessionState =
  | { phase: "starting" }
  | { phase: "unreachable" }
  | { phase: "signed_out"; way: SignInWay }
  | { phase: "signed_in"; way: SignInWay; user: string; name: string }
  /** The token ended and there is no other: the page stays as it is behind the question to sign in again. */
  | { phase: "over"; way: SignInWay; user: string; why: string };

/** A token is renewed when this part of its life is over. */
const renewAt = 0.8;
const retrySeconds = 5;
const timerMax = 2 ** 31 - 1; // a longer setTimeout fires at once

export class Session {
  readonly state = new Observable<SessionState>({ phase: "starting" });
  #way: SignInWay = "token";
  #auth: BetterAuth | undefined;
  #token: Token | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<boolean> | undefined;

  async start(): Promise<void> {
    const given = tokenOfFragment();
    addEventListener("hashchange", () => {
      const next = tokenOfFragment();
      if (next) this.#accept(next);
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.#schedule();
    });
    await this.#configure();
    if (this.state.value.phase === "unreachable") return;
    const known = given ?? keptToken();
    if (known && known.ends > Date.now()) this.#accept(known);
    else if (!(this.#auth && (await this.#renew()))) this.#leave();
  }

  async #configure(): Promise<void> {
    try {
      const answer = await fetch("/app/config.json", { cache: "no-store" });
      const config = (await answer.json()) as { sign_in: SignInWay; auth_url: string | null };
      this.#way = config.sign_in;
      this.#auth = config.auth_url === null ? undefined : new BetterAuth(config.auth_url);
    } catch {
      this.state.value = { phase: "unreachable" };
    }
  }

  /** `fetch` with the token; one that todod refuses is renewed once, where it can be. */
  async send(request: Request): Promise<Response> {
    const again = request.clone();
    const answer = await this.#fetch(request);
    if (answer.status !== 401) return answer;
    if (this.#auth && (await this.#renew())) return this.#fetch(again);
    if (this.state.value.phase === "signed_in") {
      const problem = (await answer.clone().json().catch(() => ({}))) as { code?: string };
      this.#end(problem.code === "token_expired" ? "Your session has ended." : "todod did not accept the token.");
    }
    return answer;
  }

  #fetch(request: Request): Promise<Response> {
    if (this.#token) request.headers.set("Authorization", `Bearer ${this.#token.text}`);
    return fetch(request);
  }

  /** False if `text` is not a token. */
  useToken(text: string): boolean {
    const token = readToken(text);
    if (token) this.#accept(token);
    return token !== undefined;
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.#auth?.signIn(email, password);
    await this.#renewOrThrow();
  }

  async signUp(name: string, email: string, password: string): Promise<void> {
    await this.#auth?.signUp(name, email, password);
    await this.#renewOrThrow();
  }

  async signOut(): Promise<void> {
    await this.#auth?.signOut();
    this.#leave();
  }

  async #renewOrThrow(): Promise<void> {
    const token = readToken((await this.#auth?.token()) ?? "");
    if (!token) throw new Error("You are signed in, but the sign-in server gave no token (its jwt plugin is missing).");
    this.#accept(token);
  }

  #renew(): Promise<boolean> {
    this.#renewing ??= this.#fetchToken().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  /** True if there is a token for the same user now. The session ends if there is none. */
  async #fetchToken(): Promise<boolean> {
    let text: string | undefined;
    try {
      text = await this.#auth?.token();
    } catch {
      this.#arm(retrySeconds * 1000); // away, not refused: the old token may still be good
      return false;
    }
    const token = readToken(text ?? "");
    if (token && (!this.#token || token.user === this.#token.user)) {
      this.#accept(token);
      return true;
    }
    if (this.#token) this.#end(token ? "You signed in as someone else in this browser." : "Your session has ended.");
    return false;
  }

  #accept(token: Token): void {
    this.#token = token;
    keepToken(token);
    this.#schedule();
    this.state.value = { phase: "signed_in", way: this.#way, user: token.user, name: token.name };
  }

  #schedule(): void {
    if (!this.#token || this.state.value.phase === "over") return;
    const life = this.#token.ends - this.#token.received;
    const due = this.#auth ? this.#token.received + life * renewAt : this.#token.ends;
    this.#arm(Math.max(1000, due - Date.now()));
  }

  #arm(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#due(), Math.min(delay, timerMax));
  }

  #due(): void {
    if (this.#auth) void this.#renew();
    else if (this.#token && this.#token.ends <= Date.now()) this.#end("Your session has ended.");
    else this.#schedule();
  }

  #end(why: string): void {
    const user = this.#token?.user ?? "";
    this.#forget();
    this.state.value = { phase: "over", way: this.#way, user, why };
  }

  #leave(): void {
    this.#forget();
    this.state.value = { phase: "signed_out", way: this.#way };
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#token = undefined;
    keepToken(undefined);
  }
}
