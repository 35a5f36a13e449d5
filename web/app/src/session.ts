// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Who is signed in. Owns the token: where it comes from, that it is renewed before it ends, and what
// happens when it is over. Every request to todod goes through `send`.
import { BetterAuth } from "./better_auth.ts";
import { fetchInTime } from "./fetch_in_time.ts";
import { Observable } from "./observable.ts";
import { keepToken, keptToken, readToken, tokenOfFragment, type Token } from "./token.ts";

export type SignInWay = "link" | "better_auth" | "token";

export type SessionState =
  | { phase: "starting" }
  /** `why`: of the sign-in server, whose word is asked for again and again; else it is todod. */
  | { phase: "unreachable"; why?: string }
  /** `why`: what was wrong with the link. */
  | { phase: "signed_out"; way: SignInWay; why: string }
  | { phase: "signed_in"; user: string; name: string }
  /** The token ended and there is no other: the page stays as it is behind the question to sign in again. */
  | { phase: "over"; way: SignInWay; user: string; why: string };

/** "away": the sign-in server cannot say. The session may go on, and the page asks again by itself. */
type Renewal = "renewed" | "over" | "away";

/** What requests are answered that need a token while none can be had. */
const notSent = (): Response => {
  const detail = "your session cannot be renewed yet, since the sign-in server has a problem";
  return Response.json({ code: "unavailable", detail }, { status: 503 });
};

const badLink = "This sign-in link cannot be used: it is cut off or damaged.";

/** A token is renewed when this part of its life is over. */
const renewAt = 0.8;
const retrySeconds = 5;
const timerMax = 2 ** 31 - 1; // a longer setTimeout fires at once

export class Session {
  readonly state = new Observable<SessionState>({ phase: "starting" });
  #way: SignInWay = "token";
  #auth: BetterAuth | undefined;
  #token: Token | undefined;
  #configured: Promise<boolean> = Promise.resolve(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<Renewal> | undefined;

  async start(): Promise<void> {
    const given = tokenOfFragment();
    addEventListener("hashchange", () => {
      const next = tokenOfFragment();
      if (typeof next === "object") this.#accept(next);
      else if (next && this.state.value.phase === "signed_out") this.#leave(badLink);
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.#schedule();
    });
    this.#configured = this.#configure();
    const known = typeof given === "object" ? given : keptToken();
    const isGood = known !== undefined && known.ends > Date.now();
    if (isGood) this.#accept(known); // the list need not wait for what comes next
    if (isGood || !(await this.#configured)) return;
    if (this.#auth) await this.#renew();
    else this.#leave(given && badLink);
  }

  /** How people sign in here. False if that cannot be told. */
  async #configure(): Promise<boolean> {
    try {
      const answer = await fetchInTime("/app/config.json", { cache: "no-store" });
      const config = (await answer.json()) as { sign_in: SignInWay; auth_url: string | null };
      this.#way = config.sign_in;
      this.#auth = config.auth_url === null ? undefined : new BetterAuth(config.auth_url);
      this.#schedule();
      return true;
    } catch {
      if (this.#token) setTimeout(() => (this.#configured = this.#configure()), retrySeconds * 1000);
      else this.state.value = { phase: "unreachable" };
      return false;
    }
  }

  /** `fetch` with the token; one that todod refuses is renewed once, where it can be. */
  async send(request: Request): Promise<Response> {
    const again = request.clone();
    const answer = await this.#fetch(request);
    await this.#configured;
    if (answer.status !== 401 || this.state.value.phase !== "signed_in") return answer;
    if (this.#auth) {
      const renewal = await this.#renew();
      if (renewal !== "over") return renewal === "renewed" ? this.#fetch(again) : notSent();
    } else {
      const problem = (await answer.clone().json().catch(() => ({}))) as Partial<Record<"code" | "detail", string>>;
      const why = problem.detail?.replace(/^invalid token: /, "") ?? "it does not say why";
      this.#end(problem.code === "token_expired" ? "Your session has ended." : `todod did not accept the token: ${why}.`);
    }
    return answer;
  }

  #fetch(request: Request): Promise<Response> {
    if (this.#token) request.headers.set("Authorization", `Bearer ${this.#token.text}`);
    return fetchInTime(request);
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

  #renew(): Promise<Renewal> {
    this.#renewing ??= this.#fetchToken().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  /** Sees to a token for the same user. If there is no session the page's ends, too. */
  async #fetchToken(): Promise<Renewal> {
    let text: string | undefined;
    try {
      text = await this.#auth?.token();
    } catch (error) {
      this.#arm(retrySeconds * 1000); // not refused: the old token may still be good
      if (!this.#token) this.state.value = { phase: "unreachable", why: (error as Error).message };
      return "away";
    }
    const token = readToken(text ?? "");
    if (token && (!this.#token || token.user === this.#token.user)) {
      this.#accept(token);
      return "renewed";
    }
    if (this.#token) this.#end(token ? "You signed in as someone else in this browser." : "Your session has ended.");
    else this.#leave();
    return "over";
  }

  #accept(token: Token): void {
    this.#token = token;
    keepToken(token);
    this.#schedule();
    this.state.value = { phase: "signed_in", user: token.user, name: token.name };
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

  #leave(why = ""): void {
    this.#forget();
    this.state.value = { phase: "signed_out", way: this.#way, why };
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#token = undefined;
    keepToken(undefined);
  }
}
