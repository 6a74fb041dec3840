"""A receiver of webhooks on loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Post:
    path: str
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.monotonic)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """Keeps what is posted to it; `statuses` are the answers to come, then 200. Close it, open it again: same port."""

    def __init__(self, *statuses: int, delay: float = 0, port: int = 0) -> None:
        self.posts: list[Post] = []
        self.most_at_once = 0
        self._now = 0
        self.statuses = list(statuses)
        self._delay = delay
        self._counting = threading.Lock()
        self._port = port
        self._server: ThreadingHTTPServer | None = None
        self.open()

    def open(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        """Refuses connections from now on."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> Receiver:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/hook"

    def wait(self, enough: Callable[[list[Post]], bool], seconds: float = 30) -> list[Post]:
        """What came, as soon as it is enough."""
        deadline = time.monotonic() + seconds
        while not enough(self.posts):
            assert time.monotonic() < deadline, f"only {[(p.path, p.body[:300]) for p in self.posts]}"
            time.sleep(0.02)
        return list(self.posts)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["content-length"])
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.posts.append(Post(self.path, headers, self.rfile.read(length)))
                with receiver._counting:
                    receiver._now += 1
                    receiver.most_at_once = max(receiver.most_at_once, receiver._now)
                time.sleep(receiver._delay)
                with receiver._counting:
                    receiver._now -= 1
                self.send_response(receiver.statuses.pop(0) if receiver.statuses else 200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        return Handler
