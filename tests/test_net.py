"""What the server fetches for its clients, and what it will not."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address, ip_network
from typing import Any

import pytest

from gouache import net
from gouache.config import Settings
from gouache.errors import Invalid

LOCAL = (ip_network("127.0.0.0/8"),)
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """The base URL of a server on loopback that answers everything with `answer`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        do_POST = do_GET

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def say(handler: BaseHTTPRequestHandler, body: bytes = b"hello", status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"content_length": str(len(body)), **headers}.items():
        if value:
            handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def get(url: str, *, max_bytes: int = 1000, timeout: float = 5, allow: net.Networks = LOCAL) -> net.Fetched:
    return asyncio.run(net.fetch(url, max_bytes=max_bytes, timeout=timeout, field="image_url", allow=allow))


def refused(url: str, **options: Any) -> str:
    with pytest.raises(Invalid) as caught:
        get(url, **options)
    assert caught.value.field == "image_url"
    return caught.value.message


def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """The resolver gives these answers one after the other, the last one for ever; returned: what it was asked."""
    asked: list[str] = []
    left = list(answers)

    def look_up(host: Any, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host.decode() if isinstance(host, bytes) else host)
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_body_and_its_type() -> None:
    with serving(lambda h: say(h, content_type="Image/PNG; charset=binary")) as url:
        assert get(url + "/a?b=c") == net.Fetched(b"hello", "image/png")


def test_a_status_of_a_post() -> None:
    seen: list[tuple[bytes, str | None]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers["content-length"])
        seen.append((handler.rfile.read(length), handler.headers["x-sign"]))
        say(handler, status=302, location="http://127.0.0.1:1/")

    with serving(answer) as url:
        assert asyncio.run(net.post(url, b"{}", {"x-sign": "a"}, 5, allow=LOCAL)) == 302
    assert seen == [(b"{}", "a")]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
     "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
     "2002:7f00:1::1", "2001:0:7f00:1::1", "2001:db8::1", "fec0::1"],
)  # fmt: skip
def test_private_addresses_are_not_reachable(address: str) -> None:
    assert not net.reachable(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are(address: str) -> None:
    assert net.reachable(ip_address(address))


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
     "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "https://169.254.169.254/latest/meta-data/",
     "http://0/", "http://[fe80::1%25lo]/"],
)  # fmt: skip
def test_the_neighbourhood_is_refused(url: str) -> None:
    message = refused(url, allow=())
    assert "not public" in message or "unknown host" in message or "no valid URL" in message


@pytest.mark.parametrize(
    "url",
    ["", "x", "/etc/passwd", "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/", "http://", "http:///x",
     "http://[::1", "http://a:0/", "http://a:99999/", "http://user:word@example.com/", "http://\0/",
     "http://example.com/" + "a" * 9000, "http://" + "a" * 64 + ".com/", "http://a..b/", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_url_for_us(url: str) -> None:
    assert refused(url, allow=()).startswith("image_url ")


def test_redirects_are_followed_and_checked() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        where = {"/a": "/b", "/in": "http://127.0.0.2:9/", "/file": "file:///etc/passwd", "/loop": "/loop"}
        target = where.get(handler.path)
        say(handler, b"", 302, location=target) if target else say(handler)

    with serving(answer) as url:
        assert get(url + "/a").data == b"hello"
        assert "not public" in refused(url + "/in", allow=(ip_network("127.0.0.1/32"),))
        assert "http or https" in refused(url + "/file")
        assert "more than 5 times" in refused(url + "/loop")


def test_the_address_that_was_checked_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    hosts: list[str | None] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        hosts.append(handler.headers["host"])
        say(handler)

    with serving(answer) as url:
        port = url.rpartition(":")[2]
        asked = resolve_to(monkeypatch, ["10.0.0.1", "127.0.0.1"], ["169.254.169.254"])
        assert get(f"http://rebind.example:{port}/", allow=LOCAL).data == b"hello"
    assert asked == ["rebind.example"]
    assert hosts == [f"rebind.example:{port}"]


def test_a_name_that_leads_home_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, ["127.0.0.1", "10.0.0.7"])
    assert "not public" in refused("http://innocent.example/", allow=())


def test_the_next_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(say) as url:
        resolve_to(monkeypatch, ["127.0.0.2", "127.0.0.1"])
        assert get(f"http://two.example:{url.rpartition(':')[2]}/").data == b"hello"


@pytest.mark.parametrize("declared", ["2000", ""])
def test_large_answers_are_cut(declared: str) -> None:
    with serving(lambda h: say(h, b"x" * 2000, content_length=declared)) as url:
        assert refused(url) == "image_url is larger than 1000 bytes"
        assert len(get(url, max_bytes=2000).data) == 2000


def test_slow_answers_are_given_up() -> None:
    done = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not done.wait(0.05):  # a byte now and then, for ever
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    with serving(answer) as url:
        assert refused(url, timeout=0.4) == "image_url did not answer within 0.4 s"
        done.set()


def test_private_receivers_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    with serving(lambda handler: seen.append(handler.path)) as url, pytest.raises(Invalid, match="not public"):
        asyncio.run(net.post(url, b"", {}, 5))
    assert seen == []
    resolve_to(monkeypatch, ["93.184.215.14"], ["10.0.0.1"])
    assert asyncio.run(net.admit("https://rebind.example/")).host == "rebind.example"
    with pytest.raises(Invalid, match="not public"):
        asyncio.run(net.post("https://rebind.example/", b"", {}, 5))


def test_a_receiver_that_is_not_known_yet_is_admitted() -> None:
    assert asyncio.run(net.admit("https://nowhere.invalid/")).host == "nowhere.invalid"


def test_what_is_no_answer() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/404":
            say(handler, status=404)
        elif handler.path == "/gzip":
            say(handler, content_encoding="gzip")
        elif handler.path == "/short":
            say(handler, content_length="50")
        else:
            handler.wfile.write(b"nonsense")

    with serving(answer) as url:
        assert "status 404" in refused(url + "/404")
        assert "compressed" in refused(url + "/gzip")
        assert "broke off" in refused(url + "/short")
        assert "did not answer" in refused(url + "/nonsense")
    assert "no connection" in refused(url)


def test_more_networks_are_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUACHE_FETCH_ALLOW", "127.0.0.0/8, fd00::/8")
    assert Settings().fetch_allow == (ip_network("127.0.0.0/8"), ip_network("fd00::/8"))
    monkeypatch.setenv("GOUACHE_FETCH_ALLOW", "loopback")
    with pytest.raises(ValueError, match="loopback"):
        Settings()
