// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Signing in at a Better Auth server. What is behind these scenarios is told by the test that runs them.
import assert from "node:assert/strict";

const account = (name) => ({ name, email: `${name.toLowerCase()}@example.com`, password: `${name}'s long password` });
// A refused password and a session that is over are answers that the browser reports, too.
const expected = /status of 401|status of 403/;

async function signUp(page, { name, email, password }) {
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await page.getByLabel("New task").waitFor();
}

async function signIn(page, { email, password }) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function add(t, page, title) {
  await page.getByLabel("New task").fill(title);
  await page.getByLabel("New task").press("Enter");
  await t.untilTitles(page, [title]);
}

export async function two_users_from_sign_up_to_sign_out(t) {
  const [ann, ben] = [account("Ann"), account("Ben")];
  const contexts = [await t.context(), await t.context()];
  const [one, two] = [await t.tab(contexts[0], { allow: expected }), await t.tab(contexts[1], { allow: expected })];
  for (const page of [one, two]) await page.goto(t.given.url);
  await t.picture(one, "account");
  await signUp(one, ann);
  await signUp(two, ben);
  await add(t, one, "Only Ann's");
  await add(t, two, "Only Ben's");
  await one.locator(".who .name", { hasText: "Ann" }).waitFor();

  await one.reload(); // the token is kept by the tab
  await t.untilTitles(one, ["Only Ann's"]);
  const tab = await t.tab(contexts[0], { allow: expected }); // and a new tab gets its own, by the session's cookie
  await tab.goto(t.given.url);
  await t.untilTitles(tab, ["Only Ann's"]);

  await one.getByRole("button", { name: "Sign out" }).click();
  await one.getByLabel("Email").waitFor();
  await signIn(one, { ...ann, password: "a wrong password" });
  await one.getByRole("alert").waitFor();
  await signIn(one, ann);
  await t.untilTitles(one, ["Only Ann's"]);
  await t.untilTitles(two, ["Only Ben's"]);
}

export async function the_token_is_renewed(t) {
  const page = await t.tab(await t.context(), { allow: expected });
  await page.goto(t.given.url);
  await signUp(page, account("Cleo"));
  await add(t, page, "Stays");
  const token = () => page.evaluate(() => sessionStorage.getItem("todod.token"));
  const first = await token();
  await t.until(async () => (await token()) !== first, "another token, before the first one ends");

  await t.host("rotate_key"); // what comes next is signed by a key that todod has not seen
  const second = await token();
  await t.until(async () => (await token()) !== second, "a token under the new key");
  await page.getByLabel("Completed: Stays").check();
  await page.getByText("Nothing left to do").waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
}

export async function the_end_of_the_session_is_told(t) {
  const dora = account("Dora");
  const page = await t.tab(await t.context(), { allow: expected });
  await page.goto(t.given.url);
  await signUp(page, dora);
  await add(t, page, "Mine");
  await page.getByRole("button", { name: "Mine", exact: true }).click();
  await page.getByLabel("Description").fill("half written");
  await t.host("end_sessions");
  await page.getByRole("alert").filter({ hasText: "Your session has ended." }).waitFor();
  await t.picture(page, "session-over");
  await signIn(page, dora);
  assert.equal(await page.getByLabel("Description").inputValue(), "half written", "what was being typed is still there");
}
