"""The OpenAPI document of the Replicate dialect keeps its word under fuzzed requests."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import status_code_conformance

from gouache.api.app import create_app
from tests.conftest import Server

DOCUMENT = create_app().openapi()
ROUTES = [
    (path, method)
    for path, methods in DOCUMENT["paths"].items()
    if path.startswith(("/replicate/", "/.well-known/"))
    for method in methods
]


@pytest.mark.parametrize(("path", "method"), ROUTES)
def test_replies_are_as_documented(server: Server, path: str, method: str) -> None:
    operation = schemathesis.openapi.from_dict(DOCUMENT)[path][method]

    @given(case=operation.as_strategy())
    @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def fuzz(case: Case[Any]) -> None:
        case.call_and_validate(base_url=server.url, checks=[not_a_server_error, status_code_conformance], timeout=60)

    fuzz()
