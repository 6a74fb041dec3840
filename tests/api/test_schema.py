"""The OpenAPI document keeps its word: fuzzed requests get documented replies and never a 5xx."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gouache.api.app import create_app
from tests.conftest import Server

OURS = re.compile(r"^/(v1/(images|prompts|colors|users|styles|models)\b|ping|status|health|ready)")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 15


@cache
def document() -> dict[str, Any]:
    return create_app().openapi()


def operations() -> list[tuple[str, str]]:
    return [(path, method) for path, methods in document()["paths"].items() if OURS.match(path) for method in methods]


@pytest.mark.parametrize(("path", "method"), operations())
def test_replies_are_as_documented(server: Server, path: str, method: str) -> None:
    operation = schemathesis.openapi.from_dict(document())[path][method]

    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def fuzz(case: Case[Any]) -> None:
        case.call_and_validate(base_url=server.url, checks=CHECKS, timeout=60)

    fuzz()


def test_every_route_says_what_it_takes_and_gives() -> None:
    for path, method in operations():
        operation = document()["paths"][path][method]
        assert operation["description"]
        assert "200" in operation["responses"]
        assert "405" in operation["responses"]
        if method == "post":
            assert len(operation["requestBody"]["content"]) == 3
