"""Forwarding to a hosted provider: a server of our own plays it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import cv2
import numpy as np
import pytest
from pydantic import SecretStr

from gouache.engines import engine_for
from gouache.engines.base import Context, Image
from gouache.engines.upstream.client import Refused
from gouache.engines.upstream.engine import Upstream
from gouache.engines.upstream.settings import UpstreamSettings
from gouache.errors import Busy, GouacheError, Invalid, Unavailable
from gouache.jobs.dispatch import queue_for
from gouache.operations import Generate, Inpaint, Operation, PaletteColor, Source, Variate, Vectorize
from tests.conftest import Server


class Inbox:
    """Pictures that came in."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Source:
        data = cv2.imencode(".png", pixels)[1].tobytes()
        digest = hashlib.sha256(data).hexdigest()
        self.kept[digest] = data
        return Source(sha256=digest, media_type="image/png", width=pixels.shape[1], height=pixels.shape[0])

    def context(self) -> Context:
        return Context(read=lambda source: self.kept[source.sha256])


def upstream(url: str, **changes: object) -> Upstream:
    fields = {"key": SecretStr("secret"), "url": url, "seconds": 60} | changes
    return Upstream(UpstreamSettings.model_validate(fields))


def one(engine: Upstream, operation: Operation, context: Context | None = None) -> Image:
    return next(iter(engine.run(operation, context or Context())))


def test_a_picture_is_made_there_and_looked_at_here(server: Server) -> None:
    operation = Generate(
        prompt="a red ball", style="digital_illustration", width=1000, height=1000, seed=3, format="png",
        palette=(PaletteColor(color="#c02030", weight=0.5),),
    )  # fmt: skip
    made = one(upstream(server.v1), operation)
    assert made.pixels is not None
    assert made.pixels.shape == (1000, 1000, 4)
    assert made.report.engine == "upstream/1"
    assert made.report.resolved == ["made by 127.0.0.1: images/generations"]
    assert made.report.approximated[-1] == "made at 1024x1024, asked for 1000x1000"
    again = one(upstream(server.v1), operation)
    assert np.array_equal(made.pixels, again.pixels if again.pixels is not None else 0)


def test_a_drawing_stays_one(server: Server) -> None:
    operation = Generate(prompt="a red ball", style="vector_illustration", format="svg")
    made = one(upstream(server.v1), operation)
    assert made.svg is not None
    assert made.svg.startswith("<svg")


def test_pictures_are_sent_along(server: Server) -> None:
    inbox = Inbox()
    gray = np.full((256, 256, 3), 120, np.uint8)
    mask = np.zeros((256, 256), np.uint8)
    mask[100:150, 100:150] = 255
    image = inbox.put(gray)
    filled = one(upstream(server.v1), Inpaint(prompt="a ball", image=image, mask=inbox.put(mask)), inbox.context())
    assert (filled.width, filled.height) == (256, 256)
    traced = one(upstream(server.v1), Vectorize(image=image, max_shapes=20), inbox.context())
    assert traced.svg is not None
    varied = one(upstream(server.v1), Variate(image=image, width=1024, height=1365), inbox.context())
    assert (varied.width, varied.height) == (1024, 1365)


def test_what_the_provider_refuses_is_told_in_our_words(server: Server, closed_server: Server) -> None:
    with pytest.raises(Invalid, match="the provider refuses the request"):
        one(upstream(server.v1), Generate(prompt="x", style="icon"))
    with pytest.raises(Refused, match="unauthorized"):
        one(upstream(closed_server.v1), Generate(prompt="x"))
    with pytest.raises(Refused, match="GOUACHE_UPSTREAM_KEY"):
        one(upstream(server.v1, key=None), Generate(prompt="x"))
    with pytest.raises(Unavailable, match="does not answer"):
        one(upstream("http://127.0.0.1:9/v1"), Generate(prompt="x"))


@pytest.fixture
def strange() -> Iterator[Callable[[int, bytes], str]]:
    """A provider that answers whatever it is told to."""
    servers: list[tuple[HTTPServer, threading.Thread]] = []

    def start(status: int, body: bytes) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(status)
                self.send_header("Retry-After", "7")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None: ...

        made = HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        servers.append((made, thread))
        return f"http://127.0.0.1:{made.server_port}/v1"

    yield start
    for made, thread in servers:
        made.shutdown()
        thread.join()
        made.server_close()


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, b"not json", Unavailable),
        (200, b'{"data": []}', Unavailable),
        (200, b'{"data": [{"b64_json": "?"}]}', Unavailable),
        (200, b'{"data": [{"b64_json": "aGVsbG8="}]}', Unavailable),
        (200, b"x" * 2_000_000, Unavailable),
        (402, b'{"code": "not_enough_credits", "message": "pay"}', Refused),
        (400, b'{"code": "prompt_is_improper", "message": "no"}', Invalid),
        (429, b"slow down", Busy),
        (500, b"", Unavailable),
    ],
)
def test_strange_answers_are_clear_errors(
    strange: Callable[[int, bytes], str], status: int, body: bytes, error: type[GouacheError]
) -> None:
    with pytest.raises(error) as caught:
        one(upstream(strange(status, body), max_megabytes=1), Generate(prompt="x"))
    if isinstance(caught.value, Busy):
        assert caught.value.retry_after == 7
    if status == 400:
        assert caught.value.code == "prompt_is_improper"


def test_it_is_chosen_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_for(Generate(prompt="x")).name != "upstream"
    monkeypatch.setenv("GOUACHE_ENGINE_RULES", '{"realistic_image": "upstream"}')
    assert engine_for(Generate(prompt="x", style="realistic_image")).name == "upstream"
    assert engine_for(Generate(prompt="x", style="icon")).name == "composer"
    assert queue_for(Generate(prompt="x", style="realistic_image")) == "composer"
