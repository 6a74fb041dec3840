"""The OpenAPI document keeps its word: fuzzed requests get documented replies and never a 5xx."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import httpx
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
from gouache.api.openapi_pages import DIALECTS, document
from tests.conftest import Server

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 15
DRAWS = re.compile(r"images/generations|/v1/\{slug\}|/predictions$|^/fal/run/")
DRAWN_EXAMPLES = 4  # pictures take their time
STREAMS = re.compile(r"/stream$")


@cache
def part(dialect: str) -> dict[str, Any]:
    return document(create_app(), dialect)


def operations() -> list[tuple[str, str, str]]:
    """Dialect, path and method of every operation, but for what another dialect has already named."""
    found: dict[tuple[str, str], str] = {}
    for dialect in DIALECTS:
        for path, methods in part(dialect)["paths"].items():
            for method in methods:
                found.setdefault((path, method), dialect)
    return [(dialect, path, method) for (path, method), dialect in found.items()]


@pytest.mark.parametrize(("dialect", "path", "method"), [one for one in operations() if not STREAMS.search(one[1])])
def test_replies_are_as_documented(server: Server, dialect: str, path: str, method: str) -> None:
    operation = schemathesis.openapi.from_dict(part(dialect))[path][method]
    examples = DRAWN_EXAMPLES if DRAWS.search(path) else EXAMPLES

    @given(case=operation.as_strategy())
    @settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def fuzz(case: Case[Any]) -> None:
        case.call_and_validate(base_url=server.url, checks=CHECKS, timeout=60)

    fuzz()


@pytest.mark.parametrize(("dialect", "path", "method"), operations())
def test_every_operation_says_what_it_takes_and_gives(dialect: str, path: str, method: str) -> None:
    operation = part(dialect)["paths"][path][method]
    assert operation.get("description") or operation["summary"]
    assert any(code.startswith("2") for code in operation["responses"])
    assert "405" in operation["responses"] or path.startswith("/.well-known/")


def test_nothing_is_left_out() -> None:
    assert {(path, method) for _, path, method in operations()} == {
        (path, method) for path, methods in create_app().openapi()["paths"].items() for method in methods
    }


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_pages_need_nothing_from_elsewhere(server: Server, dialect: str) -> None:
    page = httpx.get(f"{server.url}/docs/{dialect}")
    wanted = re.findall(r"""(?:src|href|url)(?:=|: )["']([^"']+)["']""", page.text)
    assert len(wanted) >= 4
    for link in wanted:
        assert "//" not in link
        assert httpx.get(f"{server.url}/docs/{link}").status_code == 200
    served = httpx.get(f"{server.url}/openapi/{dialect}.json").json()
    assert served["servers"] == [{"url": server.url}]
    assert served["paths"] == part(dialect)["paths"]
    assert f'href="docs/{dialect}"' in httpx.get(f"{server.url}/docs").text


def test_unknown_dialects(server: Server) -> None:
    for path in ("/openapi/nothing.json", "/docs/nothing", "/docs/static/nothing.js"):
        assert httpx.get(server.url + path).status_code == 404
