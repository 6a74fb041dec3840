"""Stores by URL: a directory, and S3 as spoken over HTTP by a small server of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from gouache.artifacts.store import StoreMisconfigured, object_store
from gouache.config import Settings


class Bucket(ThreadingHTTPServer):
    """Objects by path; keeps what was put."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BucketHandler)
        self.objects: dict[str, bytes] = {}


class BucketHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Bucket

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Sat, 21 Nov 2026 06:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        assert "AWS4-HMAC-SHA256" in self.headers["Authorization"]
        self.server.objects[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200)

    def do_GET(self) -> None:
        found = self.server.objects.get(self.path)
        self._answer(404 if found is None else 200, found or b"")

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    server = Bucket()
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "id")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_s3_by_url(bucket: Bucket, tmp_path: Path) -> None:
    store = object_store(Settings(store_url="s3://pictures/one", data_dir=tmp_path))

    async def there_and_back() -> bytes:
        await store.put_async("objects/ab/abc", b"picture")
        return bytes(await (await store.get_async("objects/ab/abc")).bytes_async())

    assert asyncio.run(there_and_back()) == b"picture"
    assert list(bucket.objects) == ["/pictures/one/objects/ab/abc"]
    with pytest.raises(FileNotFoundError):
        asyncio.run(store.head_async("objects/ab/other"))


@pytest.mark.parametrize("url", [None, "", "file://{}/elsewhere"])
def test_directories(tmp_path: Path, url: str | None) -> None:
    store = object_store(Settings(store_url=url and url.format(tmp_path), data_dir=tmp_path))
    store.put("a/b", b"x")
    assert (tmp_path / ("elsewhere" if url else "artifacts") / "a" / "b").read_bytes() == b"x"


@pytest.mark.parametrize("url", ["nonsense", "ftp://host/x"])
def test_other_urls_are_named(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreMisconfigured, match="GOUACHE_STORE_URL"):
        object_store(Settings(store_url=url, data_dir=tmp_path))
