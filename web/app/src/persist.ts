// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
import type { Outcome } from "./client.ts";

const triesMax = 3;
const waitSecondsMax = 5;

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Sends again, a few times, where the server asks to wait: it is busy, or its database is away. */
export async function persist<T>(send: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let tries = 1; ; tries++) {
    const answer = await send();
    if (answer.ok || tries === triesMax || (answer.status !== 429 && answer.status !== 503)) return answer;
    await wait(Math.min(answer.retryAfterSeconds || 1, waitSecondsMax));
  }
}
