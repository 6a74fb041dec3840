"""Files of the Replicate dialect, by the official client and by hand."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import io
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from replicate.client import Client

from tests.conftest import Server


def upload(server: Server, data: bytes = b"hello", name: str = "a.txt", **fields: Any) -> dict[str, Any]:
    answer = httpx.post(url(server), files={"content": (name, data, "text/plain")}, data=fields)
    assert answer.status_code == 201, answer.text
    kept: dict[str, Any] = answer.json()
    return kept


def url(server: Server, rest: str = "") -> str:
    return f"{server.url}/replicate/v1/files{rest}"


def test_the_life_of_a_file_by_the_client(server: Server) -> None:
    client = Client(api_token="r8_x", base_url=f"{server.url}/replicate")  # noqa: S106
    with client._client:
        kept = client.files.create(io.BytesIO(b"\x89PNG"), filename="a.png", content_type="image/png")
        assert (kept.name, kept.content_type, kept.size) == ("a.png", "image/png", 4)
        assert kept.checksums["sha256"] == hashlib.sha256(b"\x89PNG").hexdigest()
        assert client.files.get(kept.id).etag == kept.etag == hashlib.md5(b"\x89PNG").hexdigest()  # noqa: S324
        assert kept.id in [one.id for one in client.files.list()]
        client.files.delete(kept.id)
        assert kept.id not in [one.id for one in client.files.list()]
    assert httpx.get(url(server, f"/{kept.id}")).status_code == 404


def test_what_is_said_of_a_file(server: Server) -> None:
    kept = upload(server, metadata=json.dumps({"a": [1]}), filename="b.txt", type="text/csv")
    assert (kept["name"], kept["content_type"], kept["metadata"]) == ("b.txt", "text/csv", {"a": [1]})
    assert kept["created_at"] < kept["expires_at"]
    assert httpx.get(kept["urls"]["get"]).json()["checksums"] == kept["checksums"]


def test_metadata_may_come_as_a_file_part(server: Server) -> None:
    parts: dict[str, Any] = {"content": ("a", b"x"), "metadata": ("blob", b'{"k": "v"}', "application/json")}
    assert httpx.post(url(server), files=parts).json()["metadata"] == {"k": "v"}


def test_a_json_file_is_a_file(server: Server) -> None:
    answer = httpx.post(url(server), files={"content": ("a.json", b"{}", "application/json")})
    assert (answer.status_code, answer.json()["size"]) == (201, 2)


def test_a_download_needs_its_signature(server: Server) -> None:
    kept = upload(server, b"<script>", 'we"ird.html')
    answer = httpx.get(kept["urls"]["download"])
    assert answer.content == b"<script>"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    query = {name: values[0] for name, values in parse_qs(urlsplit(kept["urls"]["download"]).query).items()}
    for change in ({"signature": "AAAA"}, {"expiry": str(int(query["expiry"]) + 1)}, {"owner": "nobody"}):
        assert httpx.get(url(server, f"/{kept['id']}/download"), params={**query, **change}).status_code == 404
    assert httpx.get(url(server, f"/{kept['id']}/download")).status_code in (400, 422)


def test_a_download_is_signed_with_the_accounts_key(server: Server) -> None:
    kept = upload(server, b"mine")
    secret = httpx.get(f"{server.url}/replicate/v1/webhooks/default/secret").json()["key"]
    owner = httpx.get(f"{server.url}/replicate/v1/account").json()["username"]
    text = f"{owner} {kept['id']} 2000000000"
    signature = base64.b64encode(hmac.digest(base64.b64decode(secret[6:]), text.encode(), "sha256")).decode()
    query = {"owner": owner, "expiry": "2000000000", "signature": signature}
    assert httpx.get(url(server, f"/{kept['id']}/download"), params=query).content == b"mine"


def test_files_are_of_their_account(closed_server: Server) -> None:
    for name in ("files-one", "files-two"):
        closed_server.shell("accounts", "create", name)
    keys = [closed_server.shell("keys", "create", "--account", f"files-{n}") for n in ("one", "two")]
    mine, theirs = ({"Authorization": f"Bearer {key}"} for key in keys)
    kept = httpx.post(url(closed_server), files={"content": b"x"}, headers=mine).json()
    assert httpx.get(kept["urls"]["get"], headers=mine).status_code == 200
    for method in ("GET", "DELETE"):
        assert httpx.request(method, kept["urls"]["get"], headers=theirs).status_code == 404
    assert httpx.get(url(closed_server), headers=theirs).json()["results"] == []
    assert httpx.get(kept["urls"]["get"]).status_code == 401


@pytest.mark.parametrize(
    ("request_", "status"),
    [({"json": {}}, 415), ({"files": {"file": b"x"}}, 422), ({"data": {"content": "x"}, "files": {"a": b""}}, 422),
     ({"files": {"content": b"x"}, "data": {"filename": "a" * 256}}, 422),
     ({"files": {"content": b"x"}, "data": {"metadata": "["}}, 400),
     ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422)],
)  # fmt: skip
def test_wrong_uploads(server: Server, request_: dict[str, Any], status: int) -> None:
    answer = httpx.post(url(server), **request_)
    assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_what_is_too_large_is_refused_at_its_first_byte(server: Server) -> None:
    wire = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    wire.putrequest("POST", "/replicate/v1/files")
    for name, value in {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": "200000000"}.items():
        wire.putheader(name, value)
    wire.endheaders()
    answer = wire.getresponse()
    assert (answer.status, json.load(answer)["detail"]) == (413, "Files must be less than 100MB in size")
    wire.close()
