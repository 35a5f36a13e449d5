// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What people do with the page every day.
import assert from "node:assert/strict";

import { checkLookInBothThemes } from "../checks.mjs";

export async function signing_in_by_the_link(t) {
  const context = await t.context();
  const page = await t.open({ context });
  assert.equal(page.url(), `${t.given.url}/`, "the token is out of the address bar");
  assert.equal(await page.evaluate(() => history.length), 2, "and out of the history");
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes("eyJ")), false);
  assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage).includes("eyJ")), true);
  assert.equal(await page.locator(".who .name").textContent(), "alice");

  await page.reload();
  await page.locator(".who .name", { hasText: "alice" }).waitFor();

  const other = await t.tab(context);
  await other.goto(t.given.url);
  await other.getByLabel("Token").waitFor(); // another tab is another session
  await other.getByLabel("Token").fill("junk");
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.getByText("This is not a token").waitFor();
  await other.getByLabel("Token").fill(t.given.tokens.bob);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.locator(".who .name", { hasText: "bob" }).waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Token").waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
}

export async function what_cannot_sign_in_is_told(t) {
  const page = await t.tab(undefined, { allow: /status of 401/ });
  await page.goto(`${t.given.url}/#token=${t.given.tokens.bob.slice(0, 60)}`);
  const badLink = page.getByRole("alert").filter({ hasText: "This sign-in link cannot be used" });
  await badLink.waitFor();
  await checkLookInBothThemes(t, page, "link-cut-off");
  await page.reload();
  await page.getByLabel("Token").waitFor();
  assert.equal(await badLink.count(), 0);
  await page.evaluate(() => (location.hash = "#token=e.y.J")); // pasted over the address of the open page
  await badLink.waitFor();

  await page.getByLabel("Token").fill(`${t.given.tokens.bob.slice(0, -8)}AAAAAAAA`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").filter({ hasText: "todod did not accept the token: the signature does not match." }).waitFor();
  await page.getByLabel("Token").fill(`Bearer ${t.given.tokens.bob}\n`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".who .name", { hasText: "bob" }).waitFor();
}

export async function every_feature(t) {
  const page = await t.open();
  await page.getByText("Nothing to do.").waitFor();
  const field = page.getByLabel("New task");
  for (const title of ["Buy milk", "Call the dentist", "Water the plants"]) {
    await field.fill(title);
    await field.press("Enter");
  }
  await t.untilTitles(page, ["Water the plants", "Call the dentist", "Buy milk"]);
  await page.getByText("3 to do").waitFor();

  // Edited in place, with a description.
  await page.getByRole("button", { name: "Call the dentist", exact: true }).click();
  await page.getByLabel("Title").fill("  Call the dentist at 9 ");
  await page.getByLabel("Description").fill("Ask about\nthe <b>bill</b>");
  await page.getByRole("button", { name: "Save" }).click();
  await t.untilTitles(page, ["Water the plants", "Call the dentist at 9", "Buy milk"]);
  const saved = () => t.api("GET", "").then((tasks) => tasks.find((task) => task.title === "Call the dentist at 9"));
  await t.until(async () => (await saved())?.description === "Ask about\nthe <b>bill</b>", "the edit is saved");

  await page.getByLabel("Completed: Buy milk").check();
  await page.getByText("2 to do").waitFor();
  await t.until(async () => (await t.api("GET", "?status=completed")).length === 1, "the completion is saved");

  // Filters, search, sort.
  const show = (name) => page.getByRole("group", { name: "Show" }).getByRole("button", { name }).click();
  await show("Completed");
  await t.untilTitles(page, ["Buy milk"]);
  await show("Pending");
  await t.untilTitles(page, ["Water the plants", "Call the dentist at 9"]);
  await show("All");
  assert.deepEqual(await page.locator(".filters .count").allTextContents(), ["3", "2", "1"]);
  await page.getByLabel("Search").fill("BILL");
  await t.untilTitles(page, ["Call the dentist at 9"]);
  await page.getByLabel("Search").fill("nowhere");
  await page.getByText("Nothing found.").waitFor();
  await page.getByRole("button", { name: "Show all 3 tasks" }).click();
  await page.getByLabel("Sort").selectOption("By title");
  await t.untilTitles(page, ["Buy milk", "Call the dentist at 9", "Water the plants"]);
  await page.getByLabel("Sort").selectOption("Oldest first");
  await t.untilTitles(page, ["Buy milk", "Call the dentist at 9", "Water the plants"]);
  await page.getByLabel("Sort").selectOption("Newest first");

  // Everything is there after a reload.
  await page.reload();
  await t.untilTitles(page, ["Water the plants", "Call the dentist at 9", "Buy milk"]);
  assert.equal(await page.getByLabel("Completed: Buy milk").isChecked(), true);
}

export async function deleting_can_be_undone(t) {
  for (const title of ["one", "two", "three"]) await t.create(title, { completed: title !== "one" });
  const context = await t.context();
  const page = await t.tab(context);
  await page.clock.install();
  await page.goto(`${t.given.url}/#token=${t.given.tokens.alice}`);
  await t.untilTitles(page, ["three", "two", "one"]);
  const stored = async () => (await t.api("GET", "")).map((task) => task.title);

  await page.getByLabel("Delete: two").click();
  await t.untilTitles(page, ["three", "one"]);
  assert.deepEqual(await stored(), ["three", "two", "one"], "nothing is deleted while it can be undone");
  await page.getByRole("button", { name: "Undo" }).click();
  await t.untilTitles(page, ["three", "two", "one"]);

  await page.getByLabel("Delete: one").click();
  await page.clock.fastForward(9000);
  await t.until(async () => (await stored()).length === 2, "the task is deleted once the time is over");
  await t.untilTitles(page, ["three", "two"]);

  await page.getByRole("button", { name: "Clear 2 completed" }).click();
  await page.getByText("Nothing to do.").waitFor();
  await page.keyboard.press("Control+z");
  await t.untilTitles(page, ["three", "two"]);
  await page.getByRole("button", { name: "Clear 2 completed" }).click();
  await page.close({ runBeforeUnload: false }); // the tab goes: what was cleared is cleared
  await t.until(async () => (await stored()).length === 0, "the closing tab deleted what was cleared");
}

export async function a_task_that_is_added_out_of_sight_is_told(t) {
  await t.create("Buy milk");
  const page = await t.open();
  const add = async (title) => {
    await page.getByLabel("New task").fill(title);
    await page.getByLabel("New task").press("Enter");
  };
  const told = page.locator("[aria-live] .notice");
  await page.getByLabel("Search").fill("milk");
  await add("Boil the milk");
  await t.untilTitles(page, ["Boil the milk", "Buy milk"]);
  assert.equal(await told.count(), 0, "it is seen");
  await add("Call Ann");
  await told.filter({ hasText: `${t.quoted("Call Ann")} added; the search hides it.` }).waitFor();
  await checkLookInBothThemes(t, page, "added-out-of-sight");
  await told.getByRole("button", { name: "Show all" }).click();
  await t.untilTitles(page, ["Call Ann", "Boil the milk", "Buy milk"]);
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: "Completed" }).click();
  await add("Call Ben");
  await told.filter({ hasText: `${t.quoted("Call Ben")} added; the filter hides it.` }).waitFor();
}

export async function the_time_to_undo_waits_for_whoever_is_there(t) {
  await t.create("one");
  const context = await t.context();
  const page = await t.tab(context);
  await page.clock.install();
  await page.goto(`${t.given.url}/#token=${t.given.tokens.alice}`);
  const undo = page.getByRole("button", { name: "Undo" });
  await page.getByLabel("Delete: one").click();
  await undo.focus();
  await page.clock.runFor(60_000);
  await undo.press("Enter");
  await t.untilTitles(page, ["one"]);
  await page.getByLabel("Delete: one").click();
  await undo.hover();
  await page.clock.runFor(60_000);
  assert.equal((await t.api("GET", "")).length, 1);
  await page.mouse.move(0, 0);
  await page.clock.runFor(3000);
  await t.until(async () => (await t.api("GET", "")).length === 0, "it is deleted once nobody is there");
  await undo.waitFor({ state: "detached" });
}

/** More than is deleted one by one. */
export async function nothing_of_what_was_cleared_stays(t) {
  const many = 120;
  const page = await t.open();
  const clear = async () => {
    await Promise.all(Array.from({ length: many }, (_, i) => t.create(`done ${i}`, { completed: true })));
    await page.getByRole("button", { name: `Clear ${many} completed` }).click();
    await page.getByText(`${many} completed tasks cleared.`).waitFor();
  };
  const untilStored = (expected) => t.until(async () => {
    const titles = (await t.api("GET", "?limit=1000")).map((task) => task.title);
    return JSON.stringify(titles) === JSON.stringify(expected);
  }, `nothing but ${expected} is stored`);

  await t.create("pending");
  await clear();
  await page.reload();
  await untilStored(["pending"]);

  // What was completed since was not cleared: these go one by one.
  await t.untilTitles(page, ["pending"]);
  await clear();
  await page.getByLabel("Completed: pending").check();
  await t.until(async () => (await t.api("GET", "?limit=1000")).every((task) => task.completed), "it is completed");
  await page.reload();
  await untilStored(["pending"]);

  await t.untilTitles(page, ["pending"]);
  await page.getByLabel("Completed: pending").uncheck();
  await clear();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Token").waitFor();
  assert.deepEqual((await t.api("GET", "")).map((task) => task.title), ["pending"], "it waits until all is done");
}

export async function the_keyboard_alone(t) {
  const page = await t.open();
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  for (const title of ["first", "second", "third"]) {
    await page.keyboard.type(title); // the field for a new task has the focus from the start
    await press("Enter");
  }
  await t.untilTitles(page, ["third", "second", "first"]);
  await press("Tab"); // leaves the field; nothing is typed from here on
  await press("j", "j");
  await t.until(() => page.evaluate(() => document.activeElement?.textContent === "second"), "the second row has the focus");
  await press("x");
  await page.getByText("2 to do").waitFor();
  await press("k", "Enter");
  await page.getByLabel("Title").waitFor();
  await press("Control+a");
  await page.keyboard.type("changed");
  await press("Tab");
  await page.keyboard.type("with a description");
  await press("Control+Enter");
  await t.untilTitles(page, ["changed", "second", "first"]);
  await t.until(() => page.evaluate(() => document.activeElement?.dataset.id !== undefined), "the row has the focus again");
  await press("e");
  await page.getByLabel("Title").waitFor();
  await press("Escape");
  await press("End");
  await t.until(() => page.evaluate(() => document.activeElement?.textContent === "first"), "the last row has the focus");
  await press("Delete");
  await t.untilTitles(page, ["changed", "second"]);
  await press("Control+z");
  await t.untilTitles(page, ["changed", "second", "first"]);
  await press("2");
  await t.untilTitles(page, ["changed", "first"]);
  await press("1", "/");
  await page.keyboard.type("second");
  await t.untilTitles(page, ["second"]);
  await press("Escape");
  await t.untilTitles(page, ["changed", "second", "first"]);

  await press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await help.waitFor();
  await help.getByLabel("Letters and digits are shortcuts").focus();
  await press(" ", "Escape");
  await help.waitFor({ state: "detached" });
  await press("n", "2"); // switched off
  await t.untilTitles(page, ["changed", "second", "first"]);

  // Every control can be reached by Tab, and it shows.
  const seen = new Set();
  await page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < 25; i++) {
    await press("Tab");
    const stop = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (at === document.body || !at) return "";
      return `${at.getAttribute("aria-label") ?? at.textContent}|${getComputedStyle(at).outlineStyle}`;
    });
    if (stop) seen.add(stop);
  }
  for (const name of ["New task", "Search", "Sort", "Sign out", "Keyboard help"]) {
    assert(seen.has(`${name}|solid`), `${name} is not reached, or not shown: ${[...seen].join(", ")}`);
  }
}

/** When the row that has the focus goes, another place takes it from which the keys work. */
export async function the_focus_stays_in_the_list(t) {
  for (const title of ["one", "two", "three", "four"]) await t.create(title);
  const page = await t.open();
  const untilFocused = (title) => t.until(() => page.evaluate((title) =>
    document.activeElement.closest(".row, .nothing")?.textContent.startsWith(title), title), `${title} has the focus`);
  const press = (key) => page.keyboard.press(key);
  await page.getByRole("button", { name: "Pending" }).click();
  await t.untilTitles(page, ["four", "three", "two", "one"]);
  for (const key of ["j", "j"]) await press(key);
  await untilFocused("three");
  await press("x");
  await t.untilTitles(page, ["four", "two", "one"]);
  await untilFocused("two");
  await press("x");
  await t.untilTitles(page, ["four", "one"]);
  await untilFocused("one");
  await press("x");
  await untilFocused("four"); // there is none after it
  await press("x");
  await untilFocused("All done.");

  await press("3");
  await t.untilTitles(page, ["four", "three", "two", "one"]);
  await press("k");
  await untilFocused("four");
  await press("x");
  await untilFocused("three");
  for (const title of ["two", "one", "Nothing completed yet."]) {
    await press("Delete");
    await untilFocused(title);
  }
  await press("Control+z");
  await t.untilTitles(page, ["one"]);
  await press("z");
  await t.untilTitles(page, ["two", "one"]);

  // A list that comes back takes no focus from the field.
  await press("/");
  await page.keyboard.type("nowhere");
  await page.getByText("Nothing found.").waitFor();
  await press("Control+a");
  await page.keyboard.type("one");
  await t.untilTitles(page, ["one"]);
  assert.equal(await page.getByLabel("Search").inputValue(), "one");

  // Nor is it lost with an editor whose task the choice does not show.
  await press("Escape");
  await t.untilTitles(page, ["two", "one"]);
  await press("k");
  await untilFocused("two");
  await press("e");
  await page.getByLabel("Title").waitFor();
  await page.getByRole("button", { name: "Pending" }).click();
  await page.getByLabel("Title").press("Escape");
  await untilFocused("four");
}

export async function the_printed_link(t) {
  const page = await t.open();
  await page.locator(".who .name", { hasText: "demo" }).waitFor();
  await page.getByLabel("New task").fill("From the first run");
  await page.getByLabel("New task").press("Enter");
  await t.untilTitles(page, ["From the first run"]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("Open the link that todod printed").waitFor();
}
