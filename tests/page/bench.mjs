// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a scenario works with: pages of users, a look at what they ask the network for, the API behind them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";

const waitMs = 30_000; // nothing waits longer than it must

export class Bench {
  /** What no page may do: say something on the console, break a rule of its policy, ask another host. */
  trouble = [];
  /** What the pages asked for last and what came of it, for whoever reads of a failure. */
  asked = [];
  #browser;
  #contexts = [];
  #ask;

  constructor(browser, given, ask) {
    this.#browser = browser;
    this.given = given;
    this.#ask = ask;
  }

  /** Something that only the test around the browser can do. */
  host(name, ...of) {
    return this.#ask(name, ...of);
  }

  async context(options = {}) {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(waitMs);
    this.#contexts.push(context);
    return context;
  }

  /** A tab. `allow` matches what is expected to go wrong in it. */
  async tab(context, { allow } = {}) {
    const page = await (context ?? (await this.context())).newPage();
    const tell = (text) => allow?.test(text) || this.trouble.push(text);
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && tell(`console: ${message.text()}`));
    page.on("pageerror", (error) => tell(`error: ${error}`));
    const note = (text) => this.asked.push(`${new Date().toISOString().slice(17, 23)} ${text}`) > 40 && this.asked.shift();
    page.on("request", (request) => note(`${request.method()} ${request.url()}`));
    page.on("response", (answer) => note(`${answer.status()} of ${answer.url()}`));
    page.on("requestfailed", (request) => note(`${request.failure()?.errorText} of ${request.url()}`));
    const own = [this.given.url, this.given.auth].filter(Boolean).map((url) => new URL(url).origin);
    page.on("request", (request) => {
      if (!own.includes(new URL(request.url()).origin)) tell(`asked elsewhere: ${request.url()}`);
    });
    return page;
  }

  /** The page of a user, signed in by the link and loaded. */
  async open({ user = "alice", context, allow } = {}) {
    const page = await this.tab(context, { allow });
    await page.goto(`${this.given.url}/#token=${this.given.tokens[user]}`);
    await page.getByRole("heading", { name: "Tasks" }).waitFor();
    await this.until(async () => (await page.getByText("Loading").count()) === 0, "the list is loaded");
    return page;
  }

  /** The API itself, as a user: what another client does meanwhile. */
  async api(method, path, { body, user = "alice", headers = {} } = {}) {
    const answer = await fetch(`${this.given.url}/api/tasks${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.given.tokens[user]}`,
        ...(body && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  create(title, more = {}) {
    return this.api("POST", "", { body: { title, ...more } });
  }

  /** Polls a condition; `what` says what did not come true. */
  async until(condition, what) {
    const deadline = Date.now() + waitMs;
    for (;;) {
      const held = await condition();
      if (held) return held;
      assert(Date.now() < deadline, `not within ${waitMs} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The titles in the list, from above, as far as they are in the document. */
  titles(page) {
    return page.locator(".row .title").allTextContents();
  }

  async untilTitles(page, expected) {
    let seen;
    await this.until(async () => {
      seen = await this.titles(page);
      return JSON.stringify(seen) === JSON.stringify(expected);
    }, `titles ${JSON.stringify(expected)}`).catch((error) => {
      throw new Error(`${error.message}, but ${JSON.stringify(seen)}`);
    });
  }

  /** A title as it stands in a message: its direction is isolated. */
  quoted(title) {
    return `“\u2068${title}\u2069”`;
  }

  async picture(page, name) {
    mkdirSync(this.given.pictures, { recursive: true });
    const path = `${this.given.pictures}/${name}.png`;
    await page.screenshot({ path, animations: "disabled" });
    return path;
  }

  async lastPicture(run) {
    const page = this.#contexts.at(-1)?.pages().at(-1);
    return page ? this.picture(page, `failed-${run}`).catch((error) => error.message) : "none";
  }

  async finish() {
    assert.deepEqual(this.trouble, []);
  }

  async close() {
    for (const context of this.#contexts) await context.close();
  }
}
