// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a picture does not show: whether people who do not see the page can use it, and whether it fits the screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function assertAccessible(page, where) {
  // Outside the page's policy, as an extension would: the debugger's own evaluation.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // What fades in is judged when it is there.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), [], where);
}

async function assertFits(page, where) {
  const { inner, full } = await page.evaluate(() => ({ inner: innerWidth, full: document.documentElement.scrollWidth }));
  assert(full <= inner, `${where}: ${full} px wide on a screen of ${inner}`);
}

/** Takes a picture of the page as it is, and checks it. */
export async function checkLook(t, page, name) {
  await t.picture(page, name);
  await assertAccessible(page, name);
  await assertFits(page, name);
}

export async function checkLookInBothThemes(t, page, name) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await checkLook(t, page, `${name}-${colorScheme}`);
  }
}
