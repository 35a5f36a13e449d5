// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the page remembers of how it is used. No task and no token ever goes there.
import { Observable } from "./observable.ts";

export interface Preferences {
  /** Single letters act without Ctrl (WCAG 2.1.4: they can be turned off). */
  letterKeys: boolean;
}

const storageKey = "todod.preferences";
const defaults: Preferences = { letterKeys: true };

function load(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

export const preferences = new Observable(load());
preferences.watch((value) => localStorage.setItem(storageKey, JSON.stringify(value)));
