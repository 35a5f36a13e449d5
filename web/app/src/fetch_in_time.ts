// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A connection can die without a word, after a sleep or in a tunnel: fetch alone would wait for its answer for ever.

const answerMs = 15_000; // until the answer begins
const wholeMs = 120_000; // until it has come: a page of long tasks, slowly

/** `fetch` that rejects when the answer takes too long. */
export async function fetchInTime(what: Request | string, init: RequestInit = {}): Promise<Response> {
  const gaveUp = new AbortController();
  let hasBegun = false;
  AbortSignal.timeout(answerMs).addEventListener("abort", () => hasBegun || gaveUp.abort());
  AbortSignal.timeout(wholeMs).addEventListener("abort", () => gaveUp.abort());
  const answer = await fetch(what, { ...init, signal: gaveUp.signal });
  hasBegun = true;
  return answer;
}
