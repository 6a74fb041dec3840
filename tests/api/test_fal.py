"""The official fal client, and the wire beneath it, against a real server."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from typing import Any

import fal_client
import fal_client.client as addresses
import httpx
import pytest
from PIL import Image

from tests.api.samples import run, samples
from tests.conftest import Server, launch

MODEL = "fal-ai/recraft/v3/text-to-image"
DRAWING = {"prompt": "a red apple", "style": "vector_illustration"}


@pytest.fixture(autouse=True)
def addresses_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RUN_URL_FORMAT", "QUEUE_URL_FORMAT", "REST_URL", "CDN_URL"):
        monkeypatch.setattr(addresses, name, getattr(addresses, name))


@pytest.fixture
def client(server: Server) -> Iterator[fal_client.SyncClient]:
    addresses.RUN_URL_FORMAT, addresses.QUEUE_URL_FORMAT = (f"{server.url}/fal/{part}/" for part in ("run", "queue"))
    one = fal_client.SyncClient(key="id:secret")
    yield one
    one._client.close()


@pytest.fixture(scope="module")
def still_server(scratch: Any, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server without workers: whatever is submitted stays queued."""
    running, process = launch(scratch / "fstill", "--open", "--workers", "0", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)


def post(server: Server, body: Any, path: str = f"queue/{MODEL}", **headers: str) -> httpx.Response:
    return httpx.post(f"{server.url}/fal/{path}", json=body, headers=headers, timeout=60)


def test_the_sample_of_the_page(server: Server) -> None:
    variables: Any = run(samples("fal")[0], server.url)
    variables["client"]._client.close()
    [image] = variables["result"]["images"]
    data = httpx.get(image["url"]).content
    assert (image["content_type"], image["file_name"], image["file_size"]) == ("image/webp", "image.webp", len(data))
    assert Image.open(io.BytesIO(data)).size == (1820, 1024)
    assert variables["traced"]["image"]["content_type"] == "image/svg+xml"


def test_run(client: fal_client.SyncClient) -> None:
    size = {"width": 640, "height": 512}
    colors = [{"r": 200, "g": 30, "b": 30}]
    [image] = client.run(MODEL, arguments={**DRAWING, "image_size": size, "colors": colors})["images"]
    assert 'width="640" height="512"' in httpx.get(image["url"]).text
    assert image["file_name"] == "image.svg"


def test_submit_status_result(client: fal_client.SyncClient) -> None:
    handle = client.submit(MODEL, arguments=DRAWING)
    events = list(handle.iter_events(with_logs=True, interval=0.1))
    assert isinstance(events[-1], fal_client.Completed)
    assert events[-1].metrics["inference_time"] > 0
    assert handle.get()["images"][0]["content_type"] == "image/svg+xml"
    assert client.result("fal-ai/recraft", handle.request_id) == handle.get()


def test_a_seed_makes_the_same_picture(client: fal_client.SyncClient) -> None:
    urls = [client.run(MODEL, arguments={**DRAWING, "seed": 4})["images"][0]["url"] for _ in range(2)]
    assert httpx.get(urls[0]).content == httpx.get(urls[1]).content


def test_sync_mode_is_a_data_uri(server: Server) -> None:
    [image] = post(server, {**DRAWING, "sync_mode": True}, f"run/{MODEL}").json()["images"]
    head, _, data = image["url"].partition(",")
    assert head == "data:image/svg+xml;base64"
    assert len(base64.b64decode(data)) == image["file_size"]


@pytest.mark.parametrize("model", ["fal-ai/recraft-v3", "fal-ai/recraft-20b"])
def test_older_names(server: Server, model: str) -> None:
    answer = post(server, {"prompt": "a cup", "style": "vector_illustration"}, f"run/{model}")
    assert answer.status_code == 200
    assert answer.headers["x-fal-request-id"]


def test_the_queue_tells_the_position(still_server: Server) -> None:
    first, second = (post(still_server, DRAWING).json() for _ in range(2))
    assert second["queue_position"] == first["queue_position"] + 1
    assert second["status_url"].startswith(f"{still_server.url}/fal/queue/fal-ai/recraft/requests/")
    status = httpx.get(second["status_url"], params={"logs": 1})
    assert (status.status_code, status.json()["status"]) == (202, "IN_QUEUE")
    assert httpx.get(second["response_url"]).status_code == 202


def test_cancel(still_server: Server) -> None:
    made = post(still_server, DRAWING).json()
    answers = [httpx.put(made["cancel_url"]) for _ in range(2)]
    assert [(a.status_code, a.json()["status"]) for a in answers] == [
        (202, "CANCELLATION_REQUESTED"), (400, "ALREADY_COMPLETED"),
    ]  # fmt: skip
    status = httpx.get(made["status_url"])
    assert (status.status_code, status.json()["error_type"]) == (200, "client_cancelled")
    result = httpx.get(made["response_url"])
    assert (result.status_code, result.headers["x-fal-error-type"]) == (499, "client_cancelled")
    missing = httpx.put(made["cancel_url"].replace(made["request_id"], "x"))
    assert (missing.status_code, missing.json()) == (404, {"status": "NOT_FOUND"})


def test_the_status_as_a_stream(server: Server) -> None:
    made = post(server, DRAWING).json()
    text = httpx.get(f"{made['status_url']}/stream", timeout=60).text
    assert text.startswith("data: {")
    assert '"status": "COMPLETED"' in text.rstrip().split("\n\n")[-1]


WRONG: list[tuple[dict[str, Any], list[Any]]] = [
    ({}, ["body", "prompt"]),
    ({"prompt": " "}, ["body", "prompt"]),
    ({"prompt": "a\0"}, ["body", "prompt"]),
    ({"prompt": 5}, ["body", "prompt"]),
    ({"prompt": "a", "style": "nothing"}, ["body", "style"]),
    ({"prompt": "a", "style_id": "nothing"}, ["body", "style_id"]),
    ({"prompt": "a", "image_size": "huge"}, ["body", "image_size"]),
    ({"prompt": "a", "image_size": {"width": 1}}, ["body", "image_size", "ImageSize", "width"]),
    ({"prompt": "a", "colors": [{"r": 256}]}, ["body", "colors", 0, "r"]),
    ({"prompt": "a", "seed": -1}, ["body", "seed"]),
]


@pytest.mark.parametrize("route", ["run", "queue"])
@pytest.mark.parametrize(("body", "place"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_bodies(server: Server, route: str, body: dict[str, Any], place: list[Any]) -> None:
    response = post(server, body, f"{route}/{MODEL}")
    assert response.status_code == 422
    first = response.json()["detail"][0]
    assert first["loc"] == place
    assert first.keys() == {"loc", "msg", "type", "url", "input"}


def test_lone_surrogates_are_refused(server: Server) -> None:
    assert httpx.post(f"{server.url}/fal/run/{MODEL}", content=b'{"prompt": "\\ud800"}').status_code == 422


def test_the_client_gets_the_complaint(client: fal_client.SyncClient) -> None:
    with pytest.raises(fal_client.FalClientHTTPError) as caught:
        client.run(MODEL, arguments={})
    assert caught.value.status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "run/fal-ai/flux", 404), ("POST", "queue/fal-ai/flux", 404), ("GET", "nothing", 404),
     ("GET", "queue/fal-ai/recraft/requests/x", 404), ("GET", f"run/{MODEL}", 405),
     ("POST", f"queue/{MODEL}?fal_webhook=example", 400)],
)  # fmt: skip
def test_every_refusal_has_a_detail(server: Server, method: str, path: str, status: int) -> None:
    response = httpx.request(method, f"{server.url}/fal/{path}", json=DRAWING if method == "POST" else None)
    assert response.status_code == status
    assert response.json()["detail"]


@pytest.mark.parametrize("value", ["soon", "0", "nan", "-1"])
def test_a_timeout_is_a_number_of_seconds(still_server: Server, value: str) -> None:
    assert post(still_server, DRAWING, **{"X-Fal-Request-Timeout": value}).status_code == 400


def test_keys_and_credit(closed_server: Server) -> None:
    assert post(closed_server, DRAWING).status_code == 401
    closed_server.shell("accounts", "create", "fal-poor", "--units", "50")
    key = closed_server.shell("keys", "create", "--account", "fal-poor")
    refused = post(closed_server, DRAWING, Authorization=f"Key {key}")
    assert refused.status_code == 403
    assert post(closed_server, {"prompt": "a cup"}, Authorization=f"Key {key}").status_code == 200
