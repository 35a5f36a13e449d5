// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Signing in at a Better Auth server, and what happens when it, its keys or its database go. Its tokens last 15 minutes:
// where a scenario needs that time to pass, the page's clock is put forward.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { checkLookInBothThemes } from "../checks.mjs";

const account = (name) => ({ name, email: `${name.toLowerCase()}-${randomUUID()}@example.com`, password: `${name}'s long password` });
// A refused password and a session that is over are answers that the browser reports, too.
const refused = /status of 401|status of 422/;
const untrusted = /blocked by CORS policy|ERR_FAILED|ERR_CONNECTION_REFUSED|status of 401/;
const away = /status of 401|status of 50[03]|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

async function fill(page, { name, email, password }) {
  if (name) await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
}

async function signUp(page, person) {
  await page.getByRole("button", { name: "Sign up" }).click();
  await fill(page, person);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await page.getByLabel("New task").waitFor();
}

async function signIn(page, { email, password }) {
  await fill(page, { email, password });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Adds a task, which is saved when this returns. */
async function add(t, page, title) {
  await page.getByLabel("New task").fill(title);
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.status() === 201),
    page.getByLabel("New task").press("Enter"),
  ]);
  await t.until(async () => (await t.titles(page)).includes(title), `${title} is in the list`);
}

/** A page whose clock can be put forward, of someone who has just signed up. */
async function open(t, person, allow = refused) {
  const context = await t.context();
  const page = await t.tab(context, { allow });
  await page.clock.install();
  await page.goto(t.given.url);
  await signUp(page, person);
  return { context, page };
}

const passMostOfATokensLife = (page) => page.clock.fastForward("12:30");

const kept = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("todod.token")));
const keptToken = async (page) => (await kept(page))[0];

/** The token that comes after one that `came` then. Their texts may be equal: Better Auth's clock has not been put forward. */
async function untilRenewed(t, page, came) {
  await t.until(async () => (await kept(page))[1] !== came, "another token, before the first one ends");
  return kept(page);
}

const keyOf = (token) => JSON.parse(Buffer.from(token.split(".")[0], "base64url")).kid;

/** The tasks as the page's own token gets them: what is really stored. */
async function stored(t, page) {
  const answer = await fetch(`${t.given.url}/api/tasks`, { headers: { Authorization: `Bearer ${await keptToken(page)}` } });
  assert.equal(answer.status, 200);
  return answer.json();
}

export async function two_users_from_sign_up_to_sign_out(t) {
  const [ann, ben] = [account("Ann"), account("Ben")];
  const contexts = [await t.context(), await t.context()];
  const [one, two] = [await t.tab(contexts[0], { allow: refused }), await t.tab(contexts[1], { allow: refused })];
  for (const page of [one, two]) await page.goto(t.given.url);
  await one.getByLabel("Email").waitFor();
  await checkLookInBothThemes(t, one, "account");
  await signUp(one, ann);
  await signUp(two, ben);
  await add(t, one, "Only Ann's");
  await add(t, two, "Only Ben's");
  await one.locator(".who .name", { hasText: "Ann" }).waitFor();

  await one.reload(); // the token is kept by the tab
  await t.untilTitles(one, ["Only Ann's"]);
  const tab = await t.tab(contexts[0], { allow: refused }); // and a new tab gets its own, by the session's cookie
  await tab.goto(t.given.url);
  await t.untilTitles(tab, ["Only Ann's"]);

  await one.getByRole("button", { name: "Sign out" }).click();
  await one.getByLabel("Email").waitFor();
  assert.equal(await one.evaluate(() => sessionStorage.length), 0);
  await signIn(one, { ...ann, password: "a wrong password" });
  await one.getByRole("alert").filter({ hasText: "Invalid email or password" }).waitFor();
  assert.equal(await one.evaluate(() => document.activeElement.textContent), "Sign in", "the focus stays");
  await one.getByRole("button", { name: "Sign up" }).click();
  await fill(one, { ...ann, name: "Another Ann" });
  await one.getByRole("button", { name: "Sign up", exact: true }).click();
  await one.getByRole("alert").filter({ hasText: "already exists" }).waitFor();
  await checkLookInBothThemes(t, one, "account-refused");
  await one.getByRole("button", { name: "Sign in" }).click();
  await signIn(one, ann);
  await t.untilTitles(one, ["Only Ann's"]);
  await t.untilTitles(two, ["Only Ben's"]);
}

export async function the_token_is_renewed_also_under_a_new_key(t) {
  const { page } = await open(t, account("Cleo"));
  await add(t, page, "Stays");
  const [first, came] = await kept(page);
  await passMostOfATokensLife(page);
  const [second, cameNext] = await untilRenewed(t, page, came);
  assert.equal(keyOf(second), keyOf(first));

  await t.host("rotate_key"); // what comes next is signed by a key that todod has not seen
  await passMostOfATokensLife(page);
  const [third] = await untilRenewed(t, page, cameNext);
  assert.notEqual(keyOf(third), keyOf(first));
  await page.getByLabel("Completed: Stays").check();
  await page.getByText("Nothing left to do").waitFor();
  await t.until(async () => (await stored(t, page))[0].completed, "the completion is saved");
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.equal(await page.getByText("Offline.").count(), 0);
}

export async function the_end_of_the_session_is_told(t) {
  const dora = account("Dora");
  const { page } = await open(t, dora);
  await add(t, page, "Mine");
  await page.getByRole("button", { name: "Mine", exact: true }).click();
  await page.getByLabel("Description").fill("half written");
  await t.host("end_sessions");
  await passMostOfATokensLife(page);
  await page.getByRole("alert").filter({ hasText: "Your session has ended." }).waitFor();
  await checkLookInBothThemes(t, page, "session-over");
  await signIn(page, dora);
  assert.equal(await page.getByLabel("Description").inputValue(), "half written", "what was being typed is still there");
}

/** Better Auth answers 401 to /token while its database is away, as if there were no session. */
export async function the_database_restarts_under_the_page(t) {
  const eve = account("Eve");
  const { context, page } = await open(t, eve, away);
  await add(t, page, "Before");
  const [, came] = await kept(page);

  await t.host("database", "stop");
  await page.clock.fastForward("00:06"); // the page looks now
  await page.getByText("Offline.").waitFor();
  const refusal = page.waitForResponse((answer) => answer.url().endsWith("/token") && answer.status() === 401);
  const reason = page.waitForResponse((answer) => answer.url().endsWith("/get-session") && answer.status() === 500);
  await passMostOfATokensLife(page); // the token is due just now
  await Promise.all([refusal, reason]);
  await t.untilTitles(page, ["Before"]);
  await page.getByText("Offline.").waitFor();
  assert.equal(await page.getByLabel("Password").count(), 0, "nobody is sent to sign in");

  const tab = await t.tab(context, { allow: away }); // one that has nothing but the cookie
  await tab.goto(t.given.url);
  await tab.getByRole("heading", { name: "One moment, please" }).waitFor();
  await checkLookInBothThemes(t, tab, "sign-in-server-away");

  await t.host("database", "start");
  await page.clock.fastForward("00:30"); // it waits longer each time
  await t.untilTitles(tab, ["Before"]);
  await page.getByText("Offline.").waitFor({ state: "detached" });
  await untilRenewed(t, page, came); // once that can be done
  await add(t, page, "After");
  await t.until(async () => (await stored(t, page)).length === 2, "it is saved");
}

/** A browser says only that no answer came: the page names what it may be. */
export async function the_sign_in_server_does_not_know_the_page(t) {
  const { origin } = new URL(t.given.url);
  const context = await t.context();
  const [page, late] = [await t.tab(context, { allow: untrusted }), await t.tab(context, { allow: untrusted })];
  await page.goto(t.given.url);
  await page.getByLabel("Email").waitFor();
  await t.host("trust", "http://elsewhere.example");
  await signIn(page, account("Gina"));
  const told = `${origin} is perhaps not one of its trustedOrigins.`;
  await page.getByRole("alert").filter({ hasText: told }).waitFor();
  await late.goto(t.given.url);
  await late.getByText(told).waitFor();
  await checkLookInBothThemes(t, late, "sign-in-server-elsewhere");
  await t.host("trust", origin);
  await late.getByLabel("Email").waitFor(); // by itself
}

/** A page whose token is refused while no other can be had keeps what it has, says so, and goes on by itself. */
export async function the_sign_in_server_is_away(t) {
  const { page } = await open(t, account("Finn"), away);
  await add(t, page, "Kept");
  await t.host("better_auth", "stop");
  await page.evaluate(() => {
    const [text, received] = JSON.parse(sessionStorage.getItem("todod.token"));
    sessionStorage.setItem("todod.token", JSON.stringify([text.slice(0, -20) + "A".repeat(20), received]));
  });
  await page.reload();
  await page.getByText("your session cannot be renewed yet").waitFor();
  assert.equal(await page.getByLabel("Password").count(), 0, "nobody is sent to sign in");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("you are still signed in").waitFor();
  await t.host("better_auth", "start");
  await page.clock.fastForward("00:30"); // it waits longer each time
  await t.untilTitles(page, ["Kept"]);
}
