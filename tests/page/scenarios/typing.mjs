// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What someone typed is not lost: not by going elsewhere on the page, not with the page, not with the network.
import assert from "node:assert/strict";

import { checkLookInBothThemes } from "../checks.mjs";

const away = /Failed to load resource|ERR_INTERNET_DISCONNECTED/;

const open = (page, title) => page.getByRole("button", { name: title, exact: true }).click();
const editor = (page, id) => page.locator(`.row.editing[data-id="${id}"]`);

export async function leaving_an_editor_saves_it(t) {
  const one = await t.create("one");
  const two = await t.create("two");
  const page = await t.open();
  const stored = () => t.api("GET", `/${one.id}`);
  await open(page, "one");
  await page.getByLabel("Description").fill("typed");
  await open(page, "two");
  await t.until(async () => (await stored()).description === "typed", "what was left is saved");
  assert(await editor(page, two.id).getByLabel("Title").evaluate((field) => field === document.activeElement));
  assert.equal(await page.locator(".row.editing").count(), 1, "one editor at a time");

  // One that was not changed is not sent; one that cannot be saved stays open, and says why.
  await page.locator(".row", { hasText: "typed" }).getByTitle("Edit").click();
  assert.equal((await t.api("GET", `/${two.id}`)).version, 1);
  await page.getByLabel("Title").fill("");
  await open(page, "two");
  await editor(page, two.id).waitFor();
  await editor(page, one.id).getByText("A task needs a title.").waitFor();
  await editor(page, two.id).getByLabel("Title").press("Escape");
  await editor(page, one.id).getByLabel("Title").press("Escape"); // which discards, as ever
  await t.untilTitles(page, ["two", "one"]);
  assert.equal((await stored()).version, 2);
}

export async function what_cannot_be_saved_comes_back(t) {
  const one = await t.create("one");
  const two = await t.create("two");
  const context = await t.context();
  const page = await t.open({ context, allow: away });
  await context.setOffline(true);
  await open(page, "one");
  await page.getByLabel("Description").fill("typed offline");
  await open(page, "two");
  await editor(page, two.id).getByLabel("Description").fill("typed meanwhile");
  await page.getByText(`${t.quoted("one")} was not saved`).waitFor();
  assert.equal(await editor(page, one.id).getByLabel("Description").inputValue(), "typed offline");
  assert.equal(await editor(page, two.id).getByLabel("Description").inputValue(), "typed meanwhile");
  assert(await editor(page, two.id).getByLabel("Description").evaluate((field) => field === document.activeElement),
    "whoever is typing goes on");

  const field = page.getByLabel("New task");
  const held = [];
  await page.route("**/api/tasks/*", (route) => void held.push(route));
  for (const title of ["three", "four"]) {
    await field.fill(title);
    await field.press("Enter");
  }
  await t.until(() => held.length === 2, "both are sent");
  for (const route of held) await route.abort();
  await page.getByText(`${t.quoted("four")} was not added`).waitFor();
  await page.unroute("**/api/tasks/*");
  await context.setOffline(false);
  await page.getByText("Offline.").waitFor({ state: "detached" });
  for (const title of ["three", "four"]) {
    assert.equal(await field.inputValue(), title);
    await field.press("Enter");
    await t.until(async () => (await t.api("GET", "")).some((task) => task.title === title), `${title} is saved`);
  }
  for (const { id } of [one, two]) await editor(page, id).getByRole("button", { name: "Save" }).click();
  await t.until(async () => (await t.api("GET", `/${one.id}`)).description === "typed offline", "one is saved");
  await t.until(async () => (await t.api("GET", `/${two.id}`)).description === "typed meanwhile", "two is saved");
}

export async function a_text_of_a_deleted_task_is_kept(t) {
  const one = await t.create("one");
  const page = await t.open({ allow: /status of 404/ });
  await open(page, "one");
  await page.getByLabel("Description").fill("typed");
  const save = page.getByRole("button", { name: "Save" });
  await save.focus();
  await page.keyboard.press("Delete"); // which is for rows, not for the button of an editor
  await page.getByText("1 to do").waitFor();
  assert.equal(await page.locator(".notice").count(), 0);

  await t.api("DELETE", `/${one.id}`);
  await save.click();
  const dialog = page.getByRole("dialog", { name: "This task was deleted elsewhere" });
  await dialog.waitFor();
  await page.keyboard.press("Escape"); // decides nothing
  await dialog.waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("Description").inputValue(), "typed");
  await save.click();
  await dialog.getByRole("button", { name: "Add it again" }).click();
  await t.until(async () => (await t.api("GET", ""))[0]?.description === "typed", "it is added again");
}

/** Through the clipboard, as from a table or a mail. */
export async function a_pasted_title_becomes_one_line(t) {
  const context = await t.context({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await t.open({ context });
  const paste = async (text) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press("Control+v");
  };
  await page.getByLabel("New task").focus();
  await paste("Buy\tmilk\r\nand bread\n");
  await page.keyboard.press("Enter");
  await t.until(async () => (await t.api("GET", ""))[0]?.title === "Buy milk and bread", "it is saved");
  await open(page, "Buy milk and bread");
  await page.keyboard.press("Control+a");
  await paste("Buy\t\toat milk");
  await page.getByRole("button", { name: "Save" }).click();
  await t.until(async () => (await t.api("GET", ""))[0].title === "Buy oat milk", "the edit is saved");
}

export async function each_field_has_its_own_fault(t) {
  await t.create("one");
  const page = await t.open();
  await open(page, "one");
  const invalid = () => page.locator("[aria-invalid=true]").evaluateAll((fields) => fields.map((field) => field.ariaLabel));
  await page.getByLabel("Description").fill("x".repeat(16_385));
  await page.getByRole("alert").filter({ hasText: "A description has at most 16,384 characters." }).waitFor();
  assert.deepEqual(await invalid(), ["Description"]);
  await page.getByRole("button", { name: "Save" }).click();
  assert(await page.getByLabel("Description").evaluate((field) => field === document.activeElement));
  await checkLookInBothThemes(t, page, "description-too-long");
  await page.getByLabel("Description").fill("short");
  await page.getByLabel("Title").fill("x".repeat(501));
  await page.getByRole("alert").filter({ hasText: "A title has at most 500 characters." }).waitFor();
  assert.deepEqual(await invalid(), ["Title"]);
}

/** Whether the browser asked when the page was to be loaded anew. The page stays if it asked. */
function asksBeforeReload(page) {
  return new Promise((resolve, reject) => {
    const asked = async (dialog) => {
      page.off("load", loaded);
      await dialog.dismiss();
      resolve(dialog.type() === "beforeunload");
    };
    const loaded = () => (page.off("dialog", asked), resolve(false));
    page.once("dialog", asked);
    page.once("load", loaded);
    page.evaluate(() => void setTimeout(() => location.reload())).catch(reject);
  });
}

export async function the_browser_asks_before_a_text_is_lost(t) {
  const { id } = await t.create("one");
  const page = await t.open();
  const field = page.getByLabel("New task");
  assert.equal(await asksBeforeReload(page), false, "nothing was typed");
  await field.fill("half a title");
  assert.equal(await asksBeforeReload(page), true);
  assert.equal(await field.inputValue(), "half a title");
  await field.fill("");

  await open(page, "one");
  const description = page.getByLabel("Description");
  await description.fill("half a description");
  assert.equal(await asksBeforeReload(page), true);
  assert.equal(await description.inputValue(), "half a description");
  await description.fill("");
  assert.equal(await asksBeforeReload(page), false, "an editor without a change is no reason");

  // Whoever signs out is asked, too; what can be saved is saved first.
  await open(page, "one");
  await page.getByLabel("Description").fill("written");
  await field.fill("half a title");
  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("button", { name: "Sign out" }).click();
  await t.until(async () => (await t.api("GET", `/${id}`)).description === "written", "the edit is saved");
  assert.equal(await field.inputValue(), "half a title");
  await field.fill("");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Token").waitFor();
}
