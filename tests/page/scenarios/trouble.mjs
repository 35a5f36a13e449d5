// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Other clients, other tabs, and servers that are away.
import assert from "node:assert/strict";

import { checkLookInBothThemes } from "../checks.mjs";

const refused = /status of 412|status of 404/; // browsers report such answers; the page handles them
const away = /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/;

export async function changes_elsewhere_show_up(t) {
  const task = await t.create("Buy milk");
  const page = await t.open();
  const answers = [];
  page.on("response", (answer) => answer.url().includes("/api/tasks?") && answers.push(answer.status()));
  await t.api("PATCH", `/${task.id}`, { body: { title: "Buy oat milk" } });
  await t.create("Another one");
  await t.untilTitles(page, ["Another one", "Buy oat milk"]); // by itself
  await t.api("DELETE", `/${task.id}`);
  await t.untilTitles(page, ["Another one"]);
  await t.until(() => answers.includes(304), "a request that was answered by 304");
}

export async function a_conflict_is_the_users_to_decide(t) {
  const { id } = await t.create("Plan the trip", { description: "To the sea" });
  const [one, two] = [await t.open({ allow: refused }), await t.open({ allow: refused })];
  const edit = async (page, title) => {
    await page.getByRole("button", { name: /^(Plan the trip|Version of|Too late)/ }).first().click();
    await page.getByLabel("Title").fill(title);
  };
  const stored = () => t.api("GET", `/${id}`);

  await edit(one, "Version of one");
  await edit(two, "Version of two");
  await one.getByRole("button", { name: "Save" }).click();
  await t.until(async () => (await stored()).title === "Version of one", "the first one is saved");
  await two.getByRole("button", { name: "Save" }).click();
  const dialog = two.getByRole("dialog", { name: "This task was changed elsewhere" });
  await dialog.waitFor();
  assert.deepEqual(await dialog.locator(".version .title").allTextContents(), ["Version of two", "Version of one"]);
  assert.equal((await stored()).title, "Version of one", "nothing is overwritten unasked");
  await checkLookInBothThemes(t, two, "conflict");
  await dialog.getByRole("button", { name: "Edit mine" }).click();
  assert.equal(await two.getByLabel("Title").inputValue(), "Version of two");
  await two.getByRole("button", { name: "Save" }).click();
  await t.until(async () => (await stored()).title === "Version of two", "what the user has seen may be replaced");

  // The other choice, and a task that is gone.
  await t.untilTitles(one, ["Version of two"]);
  await edit(one, "Late");
  await t.api("PATCH", `/${id}`, { body: { description: "To the hills" } });
  await one.getByRole("button", { name: "Save" }).click();
  await one.getByRole("button", { name: "Keep the other" }).click();
  await t.untilTitles(one, ["Version of two"]);
  await edit(one, "Too late");
  await t.api("DELETE", `/${id}`);
  await one.getByRole("button", { name: "Save" }).click();
  await one.getByRole("dialog", { name: "This task was deleted elsewhere" }).getByRole("button", { name: "Add it again" }).click();
  await t.untilTitles(one, ["Too late"]);

  // A completion elsewhere touches no text: no question is asked.
  await edit(one, "Both");
  await t.api("PATCH", `/${id}/complete`, { body: { completed: true } });
  await one.getByRole("button", { name: "Save" }).click();
  await t.until(async () => (await stored()).title === "Both", "the text is saved");
  assert.equal((await stored()).completed, true, "and the completion is kept");
}

export async function offline_it_shows_what_it_had(t) {
  await t.create("Known before");
  const context = await t.context();
  const page = await t.open({ context, allow: away });
  await context.setOffline(true);
  await page.getByText("Offline.").waitFor();
  await t.untilTitles(page, ["Known before"]);
  await page.getByLabel("New task").fill("Written offline");
  await page.getByLabel("New task").press("Enter");
  await page.getByText(`${t.quoted("Written offline")} was not added: the server does not answer.`).waitFor();
  await t.untilTitles(page, ["Known before"]);
  assert.equal(await page.getByLabel("New task").inputValue(), "Written offline", "the text is not lost");
  await page.getByLabel("Completed: Known before").click();
  await page.getByText(`${t.quoted("Known before")} was not saved`).waitFor();
  assert.equal(await page.getByLabel("Completed: Known before").isChecked(), false, "it is taken back");
  await checkLookInBothThemes(t, page, "offline");
  await context.setOffline(false);
  await page.getByText("Offline.").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Try again" }).click();
  await t.until(async () => (await t.api("GET", "?status=completed")).length === 1, "the second try is saved");
  await page.getByLabel("New task").press("Enter");
  await t.untilTitles(page, ["Written offline", "Known before"]);
}

export async function what_is_not_deleted_is_told(t) {
  await t.create("Stays");
  const context = await t.context();
  const page = await t.tab(context, { allow: away });
  await page.clock.install();
  await page.goto(`${t.given.url}/#token=${t.given.tokens.alice}`);
  await page.getByLabel("Delete: Stays").click();
  await context.setOffline(true);
  await page.clock.fastForward(9000);
  await page.getByText(`Not deleted: ${t.quoted("Stays")}. The server does not answer.`, { exact: true }).waitFor();
  await t.untilTitles(page, ["Stays"]);
}

/** As behind a connection that has died without a word: no answer, and no error either. */
export async function a_request_that_nobody_answers_is_given_up(t) {
  await t.create("Kept");
  const page = await t.open({ allow: away });
  const lists = (url) => url.pathname === "/api/tasks";
  await page.route(lists, () => {});
  await page.getByText("Offline.").waitFor();
  await t.untilTitles(page, ["Kept"]);
  await page.unroute(lists);
  await t.create("After it");
  await t.untilTitles(page, ["After it", "Kept"]);
  await page.getByText("Offline.").waitFor({ state: "detached" });
}

export async function the_database_goes_and_comes_back(t) {
  await t.create("Kept");
  const page = await t.open({ allow: away });
  await t.host("database", "cut");
  await page.getByText("Offline.").waitFor();
  await t.untilTitles(page, ["Kept"]);
  await t.host("database", "open");
  await page.getByText("Offline.").waitFor({ state: "detached" });
  await page.getByLabel("New task").fill("After it");
  await page.getByLabel("New task").press("Enter");
  await t.until(async () => (await t.api("GET", "")).length === 2, "it is saved");
}
