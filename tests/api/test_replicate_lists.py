"""Lists of the Replicate dialect: pages, collections, search; and what is left of a prediction after its hour."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from replicate.client import Client

from tests.conftest import Server, launch
from tests.waiting import until

APPLE = {"input": {"prompt": "a red apple"}}


def get(server: Server, path: str, **query: Any) -> httpx.Response:
    return httpx.get(f"{server.url}/replicate/v1/{path}", params=query)


def test_collections_by_the_client(server: Server) -> None:
    client = Client(api_token="r8_x", base_url=f"{server.url}/replicate")  # noqa: S106
    with client._client:
        slugs = [one.slug for one in client.collections.list()]
        assert "text-to-image" in slugs
        found = client.collections.get("super-resolution")
        assert found.models is not None
        assert {model.name for model in found.models} == {"recraft-crisp-upscale", "recraft-creative-upscale"}
        assert client.hardware.list()[0].sku == "cpu"
        assert list(client.deployments.list()) == []
    assert get(server, "collections/nothing").status_code == 404
    assert all(get(server, f"collections/{slug}").json()["models"] for slug in slugs)


def test_a_readme(server: Server) -> None:
    answer = get(server, "models/recraft-ai/recraft-v3/readme")
    assert answer.headers["content-type"].startswith("text/plain")
    assert all(word in answer.text for word in ("recraft-ai/recraft-v3", "`aspect_ratio`", "1024x1024"))
    assert get(server, "models/recraft-ai/nothing/readme").status_code == 404


def test_search(server: Server) -> None:
    found = get(server, "search", query="upscale").json()
    assert found["query"] == "upscale"
    assert {one["model"]["name"] for one in found["models"]} == {"recraft-crisp-upscale", "recraft-creative-upscale"}
    assert [one["slug"] for one in found["collections"]] == ["super-resolution"]
    assert len(get(server, "search", query="recraft", limit=2).json()["models"]) == 2
    for wrong in ({}, {"query": "a", "limit": 0}, {"query": "a", "limit": 51}, {"query": "a", "limit": "x"}):
        assert get(server, "search", **wrong).status_code == 400


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "deployments/acme/mine/predictions"), ("GET", "deployments/acme/mine"), ("GET", "trainings/x"),
     ("POST", "models/recraft-ai/recraft-v3/versions/x/trainings")],
)  # fmt: skip
def test_what_is_not_there_is_honestly_missing(server: Server, method: str, path: str) -> None:
    answer = httpx.request(method, f"{server.url}/replicate/v1/{path}", json=APPLE if method == "POST" else None)
    assert (answer.status_code, answer.json()["detail"]) == (404, "The requested resource could not be found.")


def test_the_status_tells_whether_waiting_was_enough(server: Server) -> None:
    url = f"{server.url}/replicate/v1/models/recraft-ai/recraft-v3-svg/predictions"
    assert httpx.post(url, json=APPLE).status_code == 200
    waited = httpx.post(url, json=APPLE, headers={"Prefer": "wait"}, timeout=70)
    assert (waited.status_code, waited.json()["status"]) == (201, "succeeded")


def test_unknown_inputs_are_told_in_the_logs(server: Server) -> None:
    url = f"{server.url}/replicate/v1/models/recraft-ai/recraft-v3-svg/predictions"
    body = {"input": {"prompt": "a cup", "guidance": 3}}
    made = httpx.post(url, json=body, headers={"Prefer": "wait"}, timeout=70).json()
    assert "Ignored input guidance" in made["logs"]
    assert "guidance" not in made["input"]


def run(scratch: Path, url: str, *options: str, **settings: str) -> tuple[Server, subprocess.Popen[bytes]]:
    given = {"GOUACHE_DATABASE_URL": url, **settings}
    return launch(scratch / "rlists", "--open", *options, port=None, verify=None, **given)


def test_data_are_removed_after_their_hour(scratch: Path, fresh_database: Callable[[], str]) -> None:
    """Here after two seconds; the janitor comes by every half second."""
    life = {"GOUACHE_RETENTION_HOURS": '{"replicate": 0.0006}', "GOUACHE_LEASE_SECONDS": "2"}
    server, process = run(scratch, fresh_database(), "--workers", "1", GOUACHE_REPLICATE_OUTPUT="data", **life)
    url = f"{server.url}/replicate/v1/models/recraft-ai/recraft-v3-svg/predictions"
    made = httpx.post(url, json=APPLE, headers={"Prefer": "wait"}, timeout=70).json()
    assert made["output"].startswith("data:image/svg+xml;base64,")
    [left] = until(lambda: [now for now in [httpx.get(made["urls"]["get"]).json()] if now["data_removed"]])
    assert (left["status"], left["output"], left["logs"]) == ("succeeded", None, "")
    assert (left["input"], left["metrics"]) == ({}, made["metrics"])
    assert httpx.get(f"{server.url}/replicate/v1/predictions").json()["results"] == [left]
    assert httpx.post(left["urls"]["cancel"]).json() == left
    process.terminate()
    process.wait(30)


def test_pages_backwards(scratch: Path, fresh_database: Callable[[], str]) -> None:
    server, process = run(scratch, fresh_database(), "--workers", "0")
    url = f"{server.url}/replicate/v1/predictions"
    body = {"version": "recraft-ai/recraft-v3-svg", **APPLE}
    with httpx.Client() as wire:
        made = [wire.post(url, json=body).json()["id"] for _ in range(203)][::-1]
    first = httpx.get(url).json()
    second = httpx.get(first["next"]).json()
    third = httpx.get(second["next"]).json()
    pages = [[one["id"] for one in page["results"]] for page in (first, second, third)]
    assert pages == [made[:100], made[100:200], made[200:]]
    assert (first["previous"], third["next"]) == (None, None)
    back = httpx.get(third["previous"]).json()
    assert [one["id"] for one in back["results"]] == pages[1]
    top = httpx.get(back["previous"]).json()
    assert ([one["id"] for one in top["results"]], top["previous"]) == (pages[0], None)
    assert httpx.get(top["next"]).json()["results"] == second["results"]
    assert httpx.get(url, params={"source": "web"}).json()["results"] == []
    process.terminate()
    process.wait(30)
