# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""openapi/openapi.json as a judge: does an answer keep what the document promises for its operation?"""
import json
import re

import jsonschema

METHODS = ("get", "put", "post", "delete", "patch")


class Contract:
    def __init__(self, document: dict):
        self.document = document

    def operations(self):
        """(METHOD, path template) of every operation."""
        return [(method.upper(), path) for path, item in self.document["paths"].items()
                for method in METHODS if method in item]

    def resolve(self, node):
        while "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def operation(self, method, template):
        return self.document["paths"][template][method.lower()]

    def validator(self, schema):
        # The schema's references point into the document.
        whole = {"components": self.document["components"], "allOf": [schema]}
        return jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker())

    def faults(self, schema, value):
        """What keeps `value` from being valid, in words; empty if it is."""
        return [f"{error.json_path}: {error.message}" for error in self.validator(schema).iter_errors(value)]

    def schema(self, name):
        return {"$ref": f"#/components/schemas/{name}"}

    def check(self, method, template, answer, head=False):
        """Fails unless status, headers, media type and body are as the operation's document says."""
        where = f"{method} {template} -> {answer.status}"
        responses = self.operation(method, template)["responses"]
        assert str(answer.status) in responses, f"{where}: not documented; {answer!r}"
        response = self.resolve(responses[str(answer.status)])
        for name, header in response.get("headers", {}).items():
            self._check_header(where, name, self.resolve(header), answer)
        content = response.get("content")
        if content is None:
            assert answer.body == b"", f"{where}: a body where none is documented; {answer!r}"
            assert answer.headers["Content-Type"] is None, f"{where}: Content-Type without a body"
            return
        kind = answer.headers["Content-Type"]
        assert kind in content, f"{where}: Content-Type {kind!r}, documented {list(content)}"
        if head:
            assert answer.body == b"", f"{where}: HEAD with a body"
            return
        text = kind.startswith("text/")
        value = answer.body.decode() if text else json.loads(answer.body)
        faults = self.faults(content[kind]["schema"], value)
        assert not faults, f"{where}: {faults}; {answer!r}"

    def _check_header(self, where, name, header, answer):
        values = answer.headers.get_all(name) or []
        assert len(values) <= 1, f"{where}: {name} is there {len(values)} times"
        if not values:
            assert not header.get("required"), f"{where}: {name} is missing"
            return
        faults = self.faults(header["schema"], values[0])
        assert not faults, f"{where}: {name}: {faults}"


def fill(template: str, **parameters) -> str:
    """A path out of its template; values are used as they are."""
    return re.sub(r"\{(\w+)\}", lambda found: parameters[found[1]], template)
