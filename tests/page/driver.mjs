// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Drives the todo page in a real browser for tests/e2e/test_page.py, which starts the servers.
//
// One JSON object per line. In: {"run": SCENARIO, "with": {...}}, and {"answer": VALUE} to a question. Out:
// {"ask": NAME, "of": [...]} for what only the test can do (stop a server, move its clock), and at the end
// {"done": true} or {"failed": TEXT}. Ends when its standard input does.
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { Bench } from "./bench.mjs";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function ask(name, ...of) {
  say({ ask: name, of });
  const { value } = await lines.next();
  return JSON.parse(value).answer;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    // Whatever else the browser or the page looks for is not found, and so never leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});

const folder = fileURLToPath(new URL("scenarios/", import.meta.url));
for await (const line of lines) {
  const { run, with: given } = JSON.parse(line);
  const [file, name] = run.split(".");
  const bench = new Bench(browser, given, ask);
  try {
    const scenario = (await import(`${folder}${file}.mjs`))[name];
    assert(scenario, `there is no scenario ${run}`);
    await scenario(bench);
    await bench.finish();
    say({ done: true });
  } catch (error) {
    const picture = await bench.lastPicture(run);
    say({ failed: `${error.stack}\n${bench.trouble.join("\n")}\nasked:\n${bench.asked.join("\n")}\npicture: ${picture}` });
  }
  await bench.close();
}
await browser.close();
