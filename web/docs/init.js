// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Starts Swagger UI on this server's own document. A file of its own, for the page's policy allows no inline script.
"use strict";

window.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  validatorUrl: null, // the default asks a server elsewhere
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false, // a token stays in memory: a reload forgets it
});
