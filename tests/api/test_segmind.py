"""The official Segmind client, and the wire beneath it, against a real server."""

from __future__ import annotations

import asyncio
import base64
import io
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from PIL import Image
from segmind import InferenceFailed, InferenceTimeout, SegmindClient, SegmindError
from segmind.files import Files

from gouache.config import Settings
from gouache.db import Database
from gouache.jobs.listen import Bulletin
from gouache.jobs.queue import Jobs
from tests.api.samples import run, samples
from tests.conftest import Server, launch

MOUNTS = ("/v1", "/segmind/v1")
PROMPT = {"prompt": "a red apple"}


@pytest.fixture(autouse=True)
def closed_clients(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The vendor's client leaves its connections open; they are closed here."""
    opened: list[httpx.Client] = []
    build = SegmindClient._build_client

    def kept(self: Any) -> httpx.Client:
        opened.append(build(self))
        return opened[-1]

    monkeypatch.setattr(SegmindClient, "_build_client", kept)
    yield
    for one in opened:
        one.close()


def client(server: Server, mount: str = "/v1", key: str = "SG_x") -> SegmindClient:
    return SegmindClient(api_key=key, base_url=server.url + mount)


@pytest.fixture(scope="module")
def still_server(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server without workers: whatever is submitted stays queued."""
    running, process = launch(scratch / "still", "--open", "--workers", "0", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)


def call_off(server: Server, request_id: str) -> None:
    """Cancel a job past the dialect, which has no way to do so."""

    async def work() -> None:
        url = server.environment["GOUACHE_DATABASE_URL"]
        database = Database(url)
        await database.open()
        await Jobs(database, Settings(data_dir=server.data_dir), Bulletin(url)).cancel(uuid.UUID(request_id))
        await database.close()

    asyncio.run(work())


@pytest.mark.parametrize("number", range(2))
def test_the_samples_of_the_page(server: Server, number: int) -> None:
    result: Any = run(samples("segmind")[number], server.url)["result"]
    assert result["status"] == "COMPLETED"
    assert httpx.get(result["output"]).status_code == 200
    assert result["metrics"]["inference_time"] > 0


@pytest.mark.parametrize("mount", MOUNTS)
def test_run_gives_the_picture_that_was_asked_for(server: Server, mount: str) -> None:
    result = client(server, mount).run("recraft-v3", **PROMPT, size="1280x1024", style="digital_illustration/grain")
    file = httpx.get(result["output"])
    assert (file.headers["content-type"], Image.open(io.BytesIO(file.content)).size) == ("image/webp", (1280, 1024))
    assert result["images"][0]["file_size"] == str(len(file.content))
    assert result["metrics"]["cost"] == 0.04
    assert result["error"] is None


def test_the_svg_model(server: Server) -> None:
    result = client(server).run("recraft-v3-svg", **PROMPT, style="line_art")
    file = httpx.get(result["output"])
    assert file.headers["content-type"] == "image/svg+xml"
    assert result["images"][0]["file_name"].endswith(".svg")
    assert result["metrics"]["cost"] == 0.08


def test_a_seed_makes_the_same_picture_by_both_ways(server: Server) -> None:
    queued = client(server).run("recraft-v3-svg", **PROMPT, seed=7)
    direct = client(server).run_sync("recraft-v3-svg", **PROMPT, seed=7).json()
    assert queued["seed"] == direct["seed"] == "7"
    assert httpx.get(queued["output"]).content == httpx.get(direct["output"]).content


@pytest.mark.parametrize("mount", MOUNTS)
def test_every_url_is_absolute_and_of_the_mount(server: Server, mount: str) -> None:
    job = client(server, mount).submit_async("recraft-v3", **PROMPT)
    root = server.url + mount.removesuffix("/v1")
    assert job.submit_response["status"] == "QUEUED"
    assert job.status_url == f"{root}/v2/requests/{job.request_id}/status"
    assert job.response_url == f"{root}/v2/requests/{job.request_id}"
    assert job.submit_response["poll_url"] == f"{root}/v1/requests/{job.request_id}"
    job.wait(interval=0.1)
    done = httpx.get(job.submit_response["poll_url"]).json()
    assert done.keys() == {"status", "request_id", "metrics"}


def test_v1_tells_cost_and_seed_in_headers(server: Server) -> None:
    response = client(server).run_sync("recraft-v3", **PROMPT, seed=9)
    assert response.json()["request_id"] == response.headers["x-request-id"]
    assert (response.headers["x-cost"], response.headers["x-seed-value"]) == ("0.04", "9")
    assert float(response.headers["x-generation-time"]) > 0
    assert float(response.headers["x-remaining-credits"]) > 0


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("image/*", "image/svg+xml"), ("application/octet-stream", "image/svg+xml"), ("*/*", "application/json"),
     ("image/png, application/json", "application/json")],
)  # fmt: skip
def test_v1_answers_bytes_when_asked(server: Server, accept: str, kind: str) -> None:
    url = f"{server.v1}/recraft-v3-svg"
    assert httpx.post(url, json=PROMPT, headers={"accept": accept}, timeout=60).headers["content-type"] == kind


def test_what_is_not_done_yet_stays_queued(still_server: Server) -> None:
    job = client(still_server).submit_async("recraft-v3", **PROMPT)
    assert job.status()["status"] == "QUEUED"
    assert job.result()["metrics"] == {}
    with pytest.raises(InferenceTimeout) as caught:
        job.wait(timeout=0.3, interval=0.1)
    assert caught.value.request_id == job.request_id


def test_a_failure_is_422_and_carries_its_reason(still_server: Server) -> None:
    job = client(still_server).submit_async("recraft-v3", **PROMPT)
    call_off(still_server, job.request_id)
    with pytest.raises(InferenceFailed) as caught:
        job.wait(interval=0.1)
    assert caught.value.detail == "the job was canceled"
    for url in (job.status_url, job.response_url):
        response = httpx.get(url)
        assert (response.status_code, response.json()["status"]) == (422, "FAILED")
        assert response.json()["metrics"].keys() == {"inference_time", "queue_time", "total_time"}


def sql(server: Server, statement: str, request_id: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        return connection.execute(statement.encode(), (request_id,)).fetchall()


def test_unknown_and_expired_requests_are_404(server: Server) -> None:
    job = client(server).submit_async("recraft-v3-svg", **PROMPT)
    job.wait(interval=0.1)
    sql(server, "update job set expires_at = now() where id = %s returning id", job.request_id)
    for name in (job.request_id, str(uuid.uuid4()), "nonsense"):
        response = httpx.get(f"{server.url}/v2/requests/{name}/status")
        assert (response.status_code, response.json()) == (404, {"error": f"Request {name} not found"})
    with pytest.raises(SegmindError) as caught:
        job.wait()
    assert caught.value.status == 404


def test_results_live_for_an_hour(server: Server) -> None:
    job = client(server).submit_async("recraft-v3-svg", **PROMPT)
    job.wait(interval=0.1)
    statement = "select extract(epoch from expires_at - finished_at)::int from job where id = %s"
    assert sql(server, statement, job.request_id) == [(3600,)]


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "Prompt is Mandatory and must be string"),
    ({"prompt": 5}, "Prompt is Mandatory and must be string"),
    ({"prompt": "  "}, "prompt: "),
    ({"prompt": "a\0b"}, "prompt: "),
    ({"prompt": "a" * 4001}, "prompt: "),
    ({**PROMPT, "size": "512x512"}, "size must be one of"),
    ({**PROMPT, "size": 5}, "size: "),
    ({**PROMPT, "style": "line_art"}, "style must be one of"),
    ({**PROMPT, "seed": -2}, "seed: "),
]


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize(("body", "message"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_parameters_are_400_before_anything_is_queued(
    server: Server, version: str, body: dict[str, Any], message: str
) -> None:
    response = httpx.post(f"{server.url}/{version}/recraft-v3", json=body)
    assert response.status_code == 400
    assert response.json()["error"].startswith(message)
    assert response.json().keys() == {"error"}


def test_unknown_parameters_are_ignored(server: Server) -> None:
    answer = client(server).run("recraft-v3-svg", **PROMPT, timeout=5, negative_prompt="x", size=None, style=None)
    assert answer["status"] == "COMPLETED"


REFUSED: dict[str, tuple[str, str, dict[str, Any], int]] = {
    "a model that is not here": ("POST", "/v2/flux", {"json": PROMPT}, 404),
    "the same on the mount": ("POST", "/segmind/v1/flux", {"json": PROMPT}, 404),
    "the wrong method": ("GET", "/v1/recraft-v3", {}, 405),
    "the wrong encoding": ("POST", "/v2/recraft-v3", {"content": b"x", "headers": {"content-type": "text/xml"}}, 400),
    "no JSON": ("POST", "/v2/recraft-v3", {"content": b"{"}, 400),
    "too much": ("POST", "/v2/recraft-v3", {"content": b" " * 1_000_001}, 413),
}


@pytest.mark.parametrize("name", REFUSED)
def test_every_refusal_is_json_with_one_line(server: Server, name: str) -> None:
    method, path, more, status = REFUSED[name]
    response = httpx.request(method, server.url + path, **more)
    assert response.status_code == status
    assert response.json().keys() == {"error"}


def test_keys(closed_server: Server) -> None:
    url = f"{closed_server.url}/v1/get-user-credits"
    missing, wrong = httpx.get(url), httpx.get(url, headers={"x-api-key": "SG_0123456789abcdef"})
    assert (missing.status_code, wrong.status_code) == (401, 401)
    assert missing.json() == {"error": "Missing Authorization or x-api-key in header"}
    assert wrong.json()["error"].startswith("Unauthorized. API key is invalid or may have expired")
    key = closed_server.shell("keys", "create")
    assert httpx.get(url, headers={"x-api-key": key}).status_code == 200
    assert httpx.get(url, headers={"authorization": f"Bearer {key}"}).status_code == 200


def test_credits_run_out_with_406(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "segmind-poor", "--units", "100")
    one = client(closed_server, key=closed_server.shell("keys", "create", "--account", "segmind-poor"))
    assert one.run("recraft-v3-svg", **PROMPT)["metrics"]["remaining_credits"] == 0.02
    assert one._request("GET", "/get-user-credits").json() == {"credits": 0.02, "free-credits": 0}
    with pytest.raises(SegmindError) as caught:
        one.run("recraft-v3", **PROMPT)
    assert caught.value.status == 406
    assert str(caught.value.detail).startswith("Insufficient credits")


def test_requests_are_of_their_account(closed_server: Server) -> None:
    for name in ("segmind-one", "segmind-two"):
        closed_server.shell("accounts", "create", name)
    mine, other = (
        client(closed_server, key=closed_server.shell("keys", "create", "--account", name))
        for name in ("segmind-one", "segmind-two")
    )
    job = mine.submit_async("recraft-v3-svg", **PROMPT)
    assert other._client.get(job.status_url).status_code == 404
    job.wait()


def test_too_many_requests_say_when_to_come_back(closed_server: Server) -> None:
    key = closed_server.shell("keys", "create", "--account", "segmind-busy")
    with httpx.Client(headers={"x-api-key": key}) as caller:
        answers = [caller.post(f"{closed_server.url}/v2/recraft-v3-svg", json=PROMPT) for _ in range(12)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert {"retry-after", "x-rate-limit-reset-at-utc"} <= refused[0].headers.keys()
    assert refused[0].json().keys() == {"error"}


def png(color: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10), color).save(buffer, "PNG")
    return buffer.getvalue()


def test_uploads_by_the_client(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Files, "STORAGE_BASE_URL", server.url)
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10"/>')
    urls = client(server).files.upload([tmp_path / "a.png", tmp_path / "b.svg"])["file_urls"]
    files = [httpx.get(url) for url in urls]
    assert [file.headers["content-type"] for file in files] == ["image/png", "image/svg+xml"]
    assert files[0].content == png()


BAD_UPLOADS: list[Any] = [
    None, [], ["x"], [5], ["data:image/png;base64,!!"], ["data:image/png;base64,aGVsbG8="],
    ["data:image/svg+xml;base64," + base64.b64encode(b"<html/>").decode()],
    ["data:image/svg+xml;base64," + base64.b64encode(b"<svg").decode()],
    ["data:image/png;base64,aGVsbG8="] * 17,
]  # fmt: skip


@pytest.mark.parametrize("sent", BAD_UPLOADS, ids=lambda value: str(value)[:40])
def test_what_is_no_picture_is_not_kept(server: Server, sent: Any) -> None:
    response = httpx.post(f"{server.url}/upload-asset", json={"data_urls": sent})
    assert response.status_code == 400
    assert response.json().keys() == {"error"}
