"""What the page needs beyond the public API: everybody sees and changes only what is their own."""

from __future__ import annotations

import io
import json
import uuid
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image

from tests.conftest import Server

BODY = {"prompt": "a red ball", "style": "vector_illustration", "n": 2}
LATER = {"Prefer": "respond-async"}


def client_of(server: Server, account: str) -> httpx.Client:
    key = server.shell("keys", "create", "--account", account).split()[-1]
    return httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {key}"}, timeout=60)


@pytest.fixture(scope="module")
def ann(closed_server: Server) -> Iterator[httpx.Client]:
    with client_of(closed_server, f"ann-{uuid.uuid4().hex[:6]}") as client:
        yield client


@pytest.fixture(scope="module")
def bob(closed_server: Server) -> Iterator[httpx.Client]:
    with client_of(closed_server, f"bob-{uuid.uuid4().hex[:6]}") as client:
        yield client


def test_respond_async_gives_a_job_and_its_events(ann: httpx.Client) -> None:
    accepted = ann.post("/v1/images/generations", json=BODY, headers=LATER)
    assert accepted.status_code == 202
    assert accepted.headers["preference-applied"] == "respond-async"
    address = accepted.headers["location"]
    assert accepted.json() == {"id": address.rpartition("/")[2], "state": "queued", "url": address}
    events = ann.get(f"{address}/events").text
    told = [json.loads(line.removeprefix("data: ")) for line in events.splitlines() if line.startswith("data: ")]
    assert told[-1]["state"] == "succeeded"
    assert [one["progress"] for one in told] == sorted(one["progress"] for one in told)
    job = ann.get(address).json()
    assert (job["type"], job["n"], job["charged"], job["request"]["prompt"]) == ("generate", 2, 160, "a red ball")
    for picture in job["pictures"]:
        assert ann.get(picture["url"], headers={"Authorization": ""}).headers["content-type"] == "image/svg+xml"
        assert picture["report"]["seed"] is not None


def test_pictures_are_told_of_before_the_others_are_done(ann: httpx.Client) -> None:
    """Large ones, so that each takes longer than it takes to look whether one is done."""
    wanted = {"prompt": "a red ball", "n": 2, "size": "2048x1024", "upscale": "upscale16mp"}
    address = ann.post("/v1/images/generations", json=wanted, headers=LATER).json()["url"]
    events = ann.get(f"{address}/events", timeout=120).text
    told = [json.loads(line.removeprefix("data: ")) for line in events.splitlines() if line.startswith("data: ")]
    early = [one["pictures"] for one in told if one["state"] == "running" and one["pictures"]]
    assert early
    assert early[0][0] == told[-1]["pictures"][0]
    assert len({picture["image_id"] for picture in told[-1]["pictures"]}) == len(told[-1]["pictures"]) == 2
    assert (told[-1]["state"], told[-1]["charged"]) == ("succeeded", 80)


def test_respond_async_refuses_as_ever(ann: httpx.Client) -> None:
    refused = ann.post("/v1/images/generations", json={"prompt": "a", "n": 9}, headers=LATER)
    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "n")


def test_jobs_are_the_callers_own(ann: httpx.Client, bob: httpx.Client) -> None:
    mine = ann.post("/v1/images/generations", json=BODY, headers=LATER).json()["url"]
    for method, path in [("GET", mine), ("GET", f"{mine}/events"), ("POST", f"{mine}/cancel")]:
        assert bob.request(method, path).status_code == 404
        assert httpx.request(method, str(ann.base_url) + path).status_code == 401
    listed = bob.get("/studio/api/jobs").json()["jobs"]
    assert mine.rpartition("/")[2] not in {job["id"] for job in listed}


def test_history_pages(bob: httpx.Client) -> None:
    made = [bob.post("/v1/images/generations", json=BODY | {"n": 1}, headers=LATER).json()["id"] for _ in range(3)]
    first = bob.get("/studio/api/jobs", params={"limit": 2}).json()
    second = bob.get("/studio/api/jobs", params={"limit": 2, "after": first["next"]}).json()
    assert [job["id"] for job in first["jobs"] + second["jobs"]] == made[::-1]
    assert second["next"] is None
    wrong = bob.get("/studio/api/jobs", params={"after": "yesterday"})
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (400, "after")


def test_session_tells_who_and_how_much(closed_server: Server, ann: httpx.Client, server: Server) -> None:
    stranger = httpx.get(f"{closed_server.url}/studio/api/session").json()
    assert (stranger["open"], stranger["account"], stranger["credits"]) == (False, None, None)
    known = ann.get("/studio/api/session").json()
    assert known["account"].startswith("ann")
    assert known["credits"] == ann.get("/v1/users/me").json()["credits"]
    wrong = httpx.get(f"{closed_server.url}/studio/api/session", headers={"Authorization": "Bearer gou_wrong"})
    assert wrong.status_code == 401
    anybody = httpx.get(f"{server.url}/studio/api/session").json()
    assert (anybody["open"], anybody["account"], anybody["credits"]) == (True, "open", None)


def test_usage_adds_up(ann: httpx.Client) -> None:
    job = ann.post("/v1/images/generations", json=BODY, headers=LATER).json()["url"]
    ann.get(f"{job}/events")
    usage = ann.get("/studio/api/usage").json()
    assert usage["granted"] == usage["balance"] + usage["held"] + usage["spent"]
    assert sum(day["units"] for day in usage["days"]) == usage["spent"] >= 160


def test_keys(ann: httpx.Client, bob: httpx.Client) -> None:
    created = ann.post("/studio/api/keys", json={"name": "for the shop"})
    assert created.status_code == 201
    fresh = {"Authorization": f"Bearer {created.json()['key']}"}
    listed = ann.get("/studio/api/keys").json()
    assert [(key["name"], key["current"]) for key in listed][0] == ("for the shop", False)
    assert sum(key["current"] for key in listed) == 1
    assert all(created.json()["key"] not in json.dumps(key) for key in listed)
    assert bob.delete(f"/studio/api/keys/{listed[0]['id']}").status_code == 404
    assert ann.get("/v1/users/me", headers=fresh).status_code == 200
    assert ann.delete(f"/studio/api/keys/{listed[0]['id']}").status_code == 204
    assert ann.get("/v1/users/me", headers=fresh).status_code == 401
    wrong = ann.post("/studio/api/keys", json={"name": ""})
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (400, "name")


def test_an_open_server_gives_no_keys(server: Server) -> None:
    refused = httpx.post(f"{server.url}/studio/api/keys", json={"name": "mine"})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert httpx.get(f"{server.url}/studio/api/keys").json() == []


def test_thumbnails_are_drawn_once_and_free(server: Server) -> None:
    path = f"{server.url}/studio/thumbs/recraftv3/vector_illustration.thin.webp"
    first = httpx.get(path, timeout=60)
    assert first.headers["content-type"] == "image/webp"
    with Image.open(io.BytesIO(first.content)) as image:
        assert image.size == (256, 256)
    assert httpx.get(path).content == first.content
    jobs = httpx.get(f"{server.url}/studio/api/jobs", params={"limit": 100}).json()["jobs"]
    assert all(job["request"].get("prompt") != "a lighthouse by the sea" for job in jobs)
    for wrong in ("recraftv3/icon", "recraftv9/any", "recraftv3/vector_illustration.x", "recraftv3/..%2f..%2fx"):
        assert httpx.get(f"{server.url}/studio/thumbs/{wrong}.webp").status_code == 404
