"""Where the server says it is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import Request

from gouache.api.links import origin

SERVER = {"scheme": "http", "server": ("127.0.0.1", 8000)}
HOSTS = [
    [],
    [b"art.example"],
    [b"art.example:444", b"other"],
    [b"[::1]:8000"],
    [b"a b"],
    [b"x/y"],
    [b"h:99999999"],
    [b"\xff"],
]


def asked(public: str | None = None, **scope: Any) -> Request:
    app = SimpleNamespace(state=SimpleNamespace(services=SimpleNamespace(settings=SimpleNamespace(public_url=public))))
    return Request({"type": "http", "path": "/v1/x", "query_string": b"a=b", "headers": [], "app": app, **scope})


@pytest.mark.parametrize("hosts", HOSTS)
@pytest.mark.parametrize("rest", [SERVER, {**SERVER, "root_path": "/in/"}, {"scheme": "https", "server": ["::1", 443]}])
def test_as_the_client_reached_it(hosts: list[bytes], rest: dict[str, Any]) -> None:
    headers = [(b"host", host) for host in hosts]
    request = asked(headers=headers, **rest)
    assert origin(request) == str(request.base_url).rstrip("/")
    assert origin(asked("https://public.example/", headers=headers, **rest)) == "https://public.example"
