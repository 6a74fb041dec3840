"""The only place that opens outbound connections on a client's word: http(s), public addresses, pinned, capped.

Every address a host resolves to is checked and the connection goes to the checked address itself, so a name server that
changes its mind in between (DNS rebinding) gains nothing. Each redirect is checked like a new URL.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from gouache.errors import Invalid

Address = IPv4Address | IPv6Address
Networks = tuple[IPv4Network | IPv6Network, ...]

MAX_URL = 8192
_MAX_REDIRECTS = 5
_ADMIT_SECONDS = 3.0
_REDIRECTS = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_AGENT = "gouache"
_GLOBAL_V6 = IPv6Network("2000::/3")  # RFC 4291: the only block that global unicast addresses come from
_TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))  # 6to4, Teredo: an IPv4 address in disguise
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address that is reached


@dataclass(frozen=True, slots=True)
class Fetched:
    """`media_type` is what the server says, lower case, without parameters."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class _Target:
    """A URL with the addresses it may be reached at."""

    url: httpx.URL
    addresses: tuple[Address, ...]


def reachable(address: Address, allow: Networks = ()) -> bool:
    """Whether an address is public, or in one of the networks that are allowed besides."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or (IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None)
        if inner is not None:
            return reachable(inner, allow)
    if any(address in network for network in allow):
        return True
    if isinstance(address, IPv6Address) and (address not in _GLOBAL_V6 or any(address in net for net in _TUNNELS)):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


async def fetch(url: str, *, max_bytes: int, timeout: float = 30, field: str = "url", allow: Networks = ()) -> Fetched:
    """The body behind a URL, redirects followed; `timeout` in seconds bounds all of it, `allow` are more networks.

    Raises Invalid, naming `field`, when the URL is none, not public, not answered in time, not 200, or too large.
    """
    async with _in_time(timeout, field):
        for _ in range(_MAX_REDIRECTS + 1):
            target = await _resolve(url, field, allow)
            async with _answer("GET", target, field) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = _join(target.url, response.headers["location"], field)
                    continue
                return await _body(response, max_bytes, field)
        raise _bad(field, f"was redirected more than {_MAX_REDIRECTS} times")


async def post(
    url: str, body: bytes, headers: Mapping[str, str], timeout: float, *, field: str = "url", allow: Networks = ()
) -> int:
    """The status of an answer to a POST; redirects are not followed, the answer's body is not read.

    Raises Invalid, naming `field`, when the URL is none, not public, or not answered in `timeout` seconds.
    """
    async with _in_time(timeout, field):
        target = await _resolve(url, field, allow)
        async with _answer("POST", target, field, body, headers) as response:
            return response.status_code


async def admit(url: str, *, field: str = "url", allow: Networks = ()) -> httpx.URL:
    """The URL, if it may be asked for later; raises Invalid when it is none, or leads to no public address.

    A host that is not known now may be later.
    """
    parsed = checked(url, field)
    addresses: tuple[Address, ...] = ()
    with suppress(TimeoutError):
        async with asyncio.timeout(_ADMIT_SECONDS):
            addresses = await _look_up(parsed)
    if addresses and not any(reachable(address, allow) for address in addresses):
        raise _private(parsed, field)
    return parsed


def checked(url: str, field: str = "url") -> httpx.URL:
    """A URL that may be asked for, as far as that shows before its host is looked up; raises Invalid."""
    try:
        parsed = httpx.URL(url) if len(url) <= MAX_URL else None
    except (httpx.InvalidURL, ValueError) as error:
        raise _bad(field, "is no valid URL") from error
    if parsed is None:
        raise _bad(field, f"is longer than {MAX_URL} characters")
    if parsed.scheme not in _PORTS or not parsed.host:
        raise _bad(field, "must be an absolute http or https URL")
    if parsed.userinfo:
        raise _bad(field, "must not hold a user name or password")
    if parsed.port is not None and not 0 < parsed.port < 65536:
        raise _bad(field, "has an impossible port")
    return parsed


async def _resolve(url: str, field: str, allow: Networks) -> _Target:
    """Looks the host up once; only the addresses that may be reached are kept."""
    parsed = checked(url, field)
    addresses = await _look_up(parsed)
    if not addresses:
        raise _bad(field, f"names an unknown host: {ascii(parsed.host)}")
    kept = tuple(address for address in addresses if reachable(address, allow))
    if not kept:
        raise _private(parsed, field)
    return _Target(parsed, kept)


async def _look_up(url: httpx.URL) -> tuple[Address, ...]:
    """The addresses of a URL's host; none when it is unknown."""
    try:
        host = url.raw_host.decode("ascii").strip("[]")
        port = url.port or _PORTS[url.scheme]
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


@asynccontextmanager
async def _answer(
    method: str, target: _Target, field: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> AsyncIterator[httpx.Response]:
    """The head of the answer of the first address that accepts a connection."""
    words = {"User-Agent": _AGENT, "Accept": "*/*", "Accept-Encoding": "identity", **(headers or {})}
    async with httpx.AsyncClient(verify=_tls(), trust_env=False, timeout=None) as client:  # noqa: S113 bounded outside
        response = await _connect(client, method, target, field, body, words)
        try:
            yield response
        except httpx.HTTPError as error:
            raise _bad(field, f"broke off its answer ({type(error).__name__})") from error
        finally:
            await response.aclose()


async def _connect(
    client: httpx.AsyncClient, method: str, target: _Target, field: str, body: bytes | None, headers: dict[str, str]
) -> httpx.Response:
    host = target.url.raw_host.decode("ascii")
    for address in target.addresses:
        request = client.build_request(
            method, target.url.copy_with(host=str(address)), content=body,
            headers={**headers, "Host": target.url.netloc.decode("ascii")}, extensions={"sni_hostname": host},
        )  # fmt: skip
        try:
            return await client.send(request, stream=True)
        except httpx.ConnectError as error:
            refused: httpx.HTTPError = error
        except httpx.HTTPError as error:
            raise _bad(field, f"did not answer ({type(error).__name__})") from error
    raise _bad(field, "did not answer: no connection") from refused


async def _body(response: httpx.Response, max_bytes: int, field: str) -> Fetched:
    if response.status_code != 200:
        raise _bad(field, f"answered with status {response.status_code}")
    if response.headers.get("content-encoding", "identity") != "identity":
        raise _bad(field, "sent a compressed answer that nobody asked for")
    declared = response.headers.get("content-length", "0")
    data = bytearray()
    if not declared.isdigit() or int(declared) <= max_bytes:
        async for chunk in response.aiter_raw():
            data += chunk
            if len(data) > max_bytes:
                break
    if len(data) > max_bytes or (declared.isdigit() and int(declared) > max_bytes):
        raise _bad(field, f"is larger than {max_bytes} bytes")
    return Fetched(bytes(data), response.headers.get("content-type", "").partition(";")[0].strip().lower())


def _join(base: httpx.URL, location: str, field: str) -> str:
    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise _bad(field, "redirects to no valid URL") from error


@asynccontextmanager
async def _in_time(seconds: float, field: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise _bad(field, f"did not answer within {seconds:g} s") from error


def _private(url: httpx.URL, field: str) -> Invalid:
    return _bad(field, f"leads to an address that is not public: {ascii(url.host)}")


def _bad(field: str, what: str) -> Invalid:
    return Invalid(f"{field} {what}", field=field, code="invalid_url")


@lru_cache(1)
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()
