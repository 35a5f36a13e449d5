// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
import { render } from "preact";

import { Session } from "./session.ts";
import { App } from "./view/app.tsx";

const session = new Session();
const root = document.getElementById("page");
if (root) render(<App session={session} />, root);
void session.start();
