// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Starts Swagger UI on this server's own document. A file of its own, for the page's policy allows no inline script.
"use strict";

/** Swagger UI fills every field of "Try it out" with its example; one that may stay empty must: a condition or a cursor
 *  that nobody meant makes a good request fail. */
function tellExamplesOfOptionalParameters(spec) {
  for (const parameter of Object.values(spec.components.parameters)) {
    if (parameter.required || !("example" in parameter)) continue;
    parameter.description += ` For example \`${parameter.example}\`.`;
    delete parameter.example;
  }
  return spec;
}

fetch("/openapi.json")
  .then((answer) => answer.json())
  .then((spec) =>
    window.SwaggerUIBundle({
      spec: tellExamplesOfOptionalParameters(spec),
      dom_id: "#api",
      validatorUrl: null, // the default asks a server elsewhere
      deepLinking: true,
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      persistAuthorization: false, // a token stays in memory: a reload forgets it
    }),
  )
  .catch((error) => {
    document.getElementById("api").textContent = `/openapi.json could not be read (${error.message}): reload the page.`;
  });
