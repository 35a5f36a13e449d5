// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// How it looks and behaves on screens of all kinds, and for those who do not see them.
import assert from "node:assert/strict";

import { checkLook } from "../checks.mjs";

const widths = [320, 768, 1280];

async function furnish(t) {
  await t.create("Renew the passport", { description: "Two photographs, the old passport, and the form from the town hall." });
  await t.create("Book a table for Saturday", { completed: true });
  await t.create("Read chapter four of the book that Marta lent me, and give it back before she leaves for Lisbon in May");
  await t.create("Water the plants", { completed: true });
  await t.create("Call the dentist", { description: "Ask whether Thursday morning is free." });
  await t.create("Buy milk, bread and something for dinner");
}

/** The list in one theme at one width, and if wanted every other state: pictures to look at, and what they do not show. */
async function portrait(t, { name, states, ...options }) {
  const context = await t.context(options);
  const page = await t.open({ context });
  const check = (state) => checkLook(t, page, `${name}-${state}`);
  await page.getByText("4 to do").waitFor();
  await check("list");
  if (states) await otherStates(t, page, check);
  await context.close();
}

async function otherStates(t, page, check) {
  await page.getByRole("button", { name: /Call the dentist/ }).first().click();
  await page.getByLabel("Title").waitFor();
  await check("editing");
  await page.keyboard.press("Escape");
  await page.getByLabel("Keyboard help").click();
  await page.getByRole("dialog").waitFor();
  await check("help");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByLabel("Delete: Water the plants").click();
  await page.getByText(`${t.quoted("Water the plants")} deleted.`).waitFor();
  await check("deleted");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByLabel("Search").fill("nowhere");
  await page.getByText("Nothing found.").waitFor();
  await check("nothing");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Token").waitFor();
  await check("sign-in");
}

export async function every_width_and_theme(t) {
  await furnish(t);
  for (const colorScheme of ["light", "dark"]) {
    for (const width of widths) {
      const viewport = { width, height: width === 320 ? 640 : 800 };
      const states = (width === 320) === (colorScheme === "dark") && width !== 768;
      await portrait(t, { name: `${width}-${colorScheme}`, states, colorScheme, viewport, hasTouch: width === 320 });
    }
  }
}

/** A browser's zoom halves the width that a page has and doubles each pixel. */
export async function zoomed_to_200_percent(t) {
  await furnish(t);
  await portrait(t, { name: "zoom-200", states: true, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
}

export async function reduced_motion_is_respected(t) {
  await t.create("Still");
  const moving = async (reducedMotion) => {
    const page = await t.open({ context: await t.context({ reducedMotion }) });
    await page.getByLabel("Delete: Still").click();
    await page.getByText(`${t.quoted("Still")} deleted.`).waitFor();
    const duration = await page.locator(".notice").evaluate((notice) => getComputedStyle(notice).animationName);
    await page.getByRole("button", { name: "Undo" }).click();
    return duration;
  };
  assert.notEqual(await moving("no-preference"), "none");
  assert.equal(await moving("reduce"), "none");
}

/** Where the first and the last of an element's characters stand, from the left. */
const ends = (element) => element.evaluate((element) => {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const left = (at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return [left(0), left(text.length - 1)];
});

export async function texts_have_their_own_direction(t) {
  const title = "לקנות חלב, לחם (ועוד)!";
  await t.create("Buy milk, bread (and more)!");
  await t.create(title, { description: "מתי? מחר.\nWhere? Here.\nאיפה? כאן!" });
  for (const colorScheme of ["light", "dark"]) {
    const page = await t.open({ context: await t.context({ colorScheme, viewport: { width: 375, height: 700 } }) });
    const titles = page.locator(".row .title");
    const [first, last] = await ends(titles.first());
    assert(last < first, "the exclamation mark is at the left end");
    const [start, end] = await ends(titles.last());
    assert(start < end);
    await page.getByLabel("New task").fill(title);
    await checkLook(t, page, `direction-${colorScheme}`);
    await page.getByLabel("New task").fill("");
    await titles.first().click();
    for (const field of ["Title", "Description"]) {
      assert.equal(await page.getByLabel(field).evaluate((field) => field.matches(":dir(rtl)")), true);
    }
    await page.getByLabel("Search").fill("חלב");
    await checkLook(t, page, `direction-editing-${colorScheme}`);
    await page.getByLabel("Title").press("Escape");
    await page.getByLabel(`Delete: ${title}`).click();
    await page.getByText(`${t.quoted(title)} deleted.`).waitFor();
    await t.picture(page, `direction-deleted-${colorScheme}`);
    await page.getByRole("button", { name: "Undo" }).click();
  }
}

export async function ten_thousand_tasks(t) {
  const page = await t.open();
  await page.getByText("10,000 to do").waitFor();
  const rows = page.locator(".row");
  assert((await rows.count()) < 100, "only the rows near the screen are in the document");
  assert.equal((await t.titles(page))[0], "Task 9999");

  // From the top to the end, a screen a frame: how long each frame takes, and whether rows are there at its end.
  const { frames, blank } = await page.evaluate(async () => {
    const frames = [];
    let blank = 0;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const middle = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".row");
    for (let i = 1; i <= 60; i++) {
      const began = performance.now();
      scrollBy(0, innerHeight * 0.8);
      await frame();
      await frame();
      frames.push(performance.now() - began);
      if (!middle()) blank++;
    }
    scrollTo(0, document.documentElement.scrollHeight);
    await frame();
    await frame();
    return { frames: frames.sort((a, b) => a - b), blank };
  });
  assert.equal(blank, 0, "there are rows wherever one scrolls");
  const median = frames[frames.length / 2];
  assert(median < 100, `half of the screens took more than ${median} ms`);
  await t.until(async () => (await t.titles(page)).includes("Task 0"), "the last task is at the end");
  await t.picture(page, "ten-thousand");

  // What is done to one of them is seen at once.
  const took = await page.evaluate(async () => {
    const box = document.querySelector(".row:last-child .check");
    const began = performance.now();
    box.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  });
  assert(took < 500, `a click took ${took} ms`);
  await page.getByText("9,999 to do").waitFor();
  await page.getByLabel("Search").fill("task 4321");
  await t.untilTitles(page, ["Task 4321"]);
  await t.host("note", "scroll_median_ms", median);
  await t.host("note", "click_ms", took);
}

/** Runs in the page: notes when its first task could be clicked, drawn and all, in ms since the navigation began. */
function noteInteractive() {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(".row .check")) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.interactiveMs = performance.now()))); // after the paint
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/** Seconds of processor time that the page's main thread has used. */
async function pagesOwnSeconds(inspector) {
  const { metrics } = await inspector.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

// Server and browser are up, and nothing is cached. On a machine that runs other tests meanwhile a clock on the wall
// measures those, so it is the page's own processor time that counts; `wall` (by the page's clock) is for quiet machines.
export async function a_cold_start_takes_less_than_a_second(t) {
  await furnish(t);
  const runs = [];
  for (let i = 0; i < 3; i++) {
    const context = await t.context();
    await context.addInitScript(noteInteractive);
    const page = await t.tab(context);
    const inspector = await context.newCDPSession(page);
    await inspector.send("Performance.enable", { timeDomain: "threadTicks" });
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${t.given.url}/#token=${t.given.tokens.alice}`, { waitUntil: "commit" });
    const wall = await (await page.waitForFunction(() => window.interactiveMs)).jsonValue();
    runs.push({ wall: wall / 1000, own: await pagesOwnSeconds(inspector) });
    assert(requests.length <= 6, `the list was there after ${requests}`);
    await page.getByLabel("Completed: Call the dentist").click(); // it is what it looks like
    await page.getByText(i % 2 === 0 ? "3 to do" : "4 to do").waitFor();
    await context.close();
  }
  for (const clock of ["own", "wall"]) {
    const [, median] = runs.map((run) => run[clock]).sort((a, b) => a - b);
    await t.host("note", `interactive_seconds_${clock}`, median);
    const counts = clock === "own" || process.env.TODOD_TEST_QUIET;
    assert(median < 1 || !counts, `a first task could be clicked after ${median} s (${clock})`);
  }
}
