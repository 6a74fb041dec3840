"""fal's endpoints that take a picture, and the uploads that bring it."""

from __future__ import annotations

import base64
import http.client
import io
import json
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fal_client
import fal_client.client as addresses
import httpx
import psycopg
import pytest
from PIL import Image

from tests.conftest import Server, launch

STYLE, DRAW = "fal-ai/recraft/v3/create-style", "fal-ai/recraft/v3/text-to-image"
CRISP, CREATIVE = "fal-ai/recraft/upscale/crisp", "fal-ai/recraft/upscale/creative"
VECTORIZE, REDRAW = "fal-ai/recraft/vectorize", "fal-ai/recraft/v3/image-to-image"


def png(width: int = 256, height: int = 256, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((200, 30, 30), (width // 4, height // 4, width // 2, height // 2))
    picture.save(file, kind)
    return file.getvalue()


def noise(side: int, seed: int) -> bytes:
    """A picture that does not get smaller by packing it."""
    file = io.BytesIO()
    Image.frombytes("RGB", (side, side), random.Random(seed).randbytes(3 * side * side)).save(file, "PNG")
    return file.getvalue()


def zipped(**files: bytes) -> str:
    """A zip as a data URL."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return fal_client.encode(packed.getvalue(), "application/zip")


@pytest.fixture
def client(still: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[fal_client.SyncClient]:
    monkeypatch.setattr(addresses, "RUN_URL_FORMAT", f"{still.url}/fal/run/")
    monkeypatch.setattr(addresses, "QUEUE_URL_FORMAT", f"{still.url}/fal/queue/")
    monkeypatch.setattr(addresses, "REST_URL", still.url)
    monkeypatch.setattr(addresses, "CDN_URL", still.url)
    open_uploads: list[httpx.Client] = []  # the client forgets to close them
    opened = fal_client.SyncClient._get_cdn_client

    def remembered(one: fal_client.SyncClient) -> httpx.Client:
        open_uploads.append(opened(one))
        return open_uploads[-1]

    monkeypatch.setattr(fal_client.SyncClient, "_get_cdn_client", remembered)
    one = fal_client.SyncClient(key="id:secret")
    yield one
    for each in (one._client, *open_uploads):
        each.close()


@pytest.fixture(scope="module")
def still(scratch: Any, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server without workers: whatever is submitted stays queued."""
    running, process = launch(scratch / "fimages", "--open", "--workers", "0", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)


def operation(server: Server, handle: fal_client.SyncRequestHandle) -> dict[str, Any]:
    """What was understood of a request."""
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        row = connection.execute("select operation, units from job where id = %s", (handle.request_id,)).fetchone()
    assert row is not None
    understood: dict[str, Any] = {**row[0], "units": row[1]}
    return understood


def stay(server: Server, url: str) -> int:
    """Days that an upload will be kept."""
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        row = connection.execute("select expires_at from artifact where id = %s", (url.rpartition("/")[2],)).fetchone()
    assert row is not None
    days: float = (row[0] - datetime.now(UTC)).total_seconds() / 86400
    return round(days)


def test_upload(client: fal_client.SyncClient, still: Server) -> None:
    url = client.upload(png(), "image/png")
    found = httpx.get(url)
    assert url.startswith(still.url)
    assert (found.content, found.headers["content-type"]) == (png(), "image/png")
    assert stay(still, url) == 7


def test_upload_of_files(client: fal_client.SyncClient, tmp_path: Path) -> None:
    (tmp_path / "a.webp").write_bytes(png(kind="WEBP"))
    assert httpx.get(client.upload_file(tmp_path / "a.webp")).headers["content-type"] == "image/webp"
    with Image.open(io.BytesIO(png())) as picture:
        assert httpx.get(client.upload_image(picture)).headers["content-type"] == "image/jpeg"
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.png", png())
    kept = httpx.get(client.upload_file(tmp_path / "a.zip"))
    assert (kept.headers["content-type"], kept.content) == ("application/zip", (tmp_path / "a.zip").read_bytes())


def test_upload_to_an_address_given_beforehand(client: fal_client.SyncClient, still: Server) -> None:
    url = client.upload(png(), "image/png", repository="fal", fallback_repository="fal")
    assert httpx.get(url).content == png()


def test_the_client_says_how_long(client: fal_client.SyncClient, still: Server) -> None:
    life = fal_client.StorageSettings(expires_in="30d")
    for repository in ("fal_v3", "fal"):
        url = client.upload(png(), "image/png", repository=repository, fallback_repository=[], lifecycle=life)
        assert stay(still, url) == 30


def initiated(server: Server) -> dict[str, str]:
    body = {"file_name": "a.png", "content_type": "image/png"}
    answer: dict[str, str] = httpx.post(f"{server.url}/storage/upload/initiate", json=body).json()
    return answer


def test_an_address_takes_one_file(still: Server) -> None:
    address = initiated(still)
    puts = [httpx.put(address["upload_url"], content=data).status_code for data in (png(), png(), png(300))]
    assert puts == [200, 200, 400]
    assert httpx.get(address["file_url"]).content == png()


@pytest.mark.parametrize("content", [b"", b"no picture", png()[:12], b" " * 5_000_000])
def test_what_is_no_picture(still: Server, content: bytes) -> None:
    for method, url in (("PUT", initiated(still)["upload_url"]), ("POST", f"{still.url}/files/upload")):
        answer = httpx.request(method, url, content=content, timeout=30)
        assert (answer.status_code, set(answer.json()) >= {"detail"}) == (400, True)


def test_what_is_too_large_is_refused_before_it_comes(still: Server) -> None:
    for method, url in (("PUT", initiated(still)["upload_url"]), ("POST", f"{still.url}/files/upload")):
        connection = http.client.HTTPConnection(httpx.URL(url).netloc.decode())
        connection.putrequest(method, httpx.URL(url).raw_path.decode())
        connection.putheader("Content-Length", str((256 << 20) + 1))
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, "detail" in json.loads(answer.read())) == (413, True)
        connection.close()


def test_forged_addresses(still: Server) -> None:
    url = initiated(still)["upload_url"]
    last = "A" if url[-9] != "A" else "B"
    for forged in (f"{url[:-9]}{last}{url[-8:]}", f"{still.url}/files/upload/x", url[:-1], f"{url}%C3%A9"):
        assert httpx.put(forged, content=png()).status_code == 404
    token = httpx.post(f"{still.url}/storage/auth/token").json()["token"]
    assert httpx.put(f"{still.url}/files/upload/{token}", content=png()).status_code == 404


def test_uploads_want_a_key(closed_server: Server) -> None:
    for path in ("storage/auth/token", "storage/upload/initiate", "files/upload", "storage/upload/initiate-multipart"):
        refused = httpx.post(f"{closed_server.url}/{path}", json={})
        assert (refused.status_code, refused.json()) == (401, {"detail": "request unauthorized"})
    key = closed_server.shell("keys", "create", "--account", "fal-uploads")
    token = httpx.post(f"{closed_server.url}/storage/auth/token", headers={"Authorization": f"Key {key}"}).json()
    assert datetime.fromisoformat(token["expires_at"]).timestamp() > time.time() + 600
    headers = {"Authorization": f"{token['token_type']} {token['token']}"}
    assert httpx.post(f"{closed_server.url}/files/upload", content=png(), headers=headers).status_code == 200
    wrong = {"Authorization": f"Bearer {token['token'][:-1]}"}
    assert httpx.post(f"{closed_server.url}/files/upload", content=png(), headers=wrong).status_code == 401


def test_lives_are_bounded(still: Server) -> None:
    for wish in ('{"expiration_duration_seconds": 1e99}', "[]", '{"expiration_duration_seconds": -1}', "{"):
        headers = {"X-Fal-Object-Lifecycle-Preference": wish}
        assert httpx.post(f"{still.url}/files/upload", content=png(), headers=headers).status_code == 400


def test_files_in_parts(client: fal_client.SyncClient, still: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the client sends what is larger than 100 MB."""
    monkeypatch.setattr(addresses, "MULTIPART_THRESHOLD", 1_000)
    monkeypatch.setattr(addresses, "MULTIPART_CHUNK_SIZE", 2_000)
    packed = zipped(**{f"{i}.png": noise(40, seed=i) for i in range(3)})
    data = base64.b64decode(packed.partition(",")[2])
    assert len(data) > 6_000
    life = fal_client.StorageSettings(expires_in="30d")
    url = client.upload(data, "application/zip", lifecycle=life)
    assert "/multipart" not in url
    assert (httpx.get(url).content, stay(still, url)) == (data, 30)
    made = operation(still, client.submit(STYLE, arguments={"images_data_url": url}))
    assert [image["width"] for image in made["images"]] == [40, 40, 40]
    assert not [left for left in (still.data_dir / "artifacts" / "parts").rglob("*") if left.is_file()]


def parts_of(server: Server, *parts: bytes) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The addresses of an upload in parts and what was answered to each, as in a browser."""
    begun = httpx.post(f"{server.url}/storage/upload/initiate-multipart", json={"file_name": "a.png"}).json()
    sent = [httpx.put(f"{begun['upload_url']}/{at}", content=part) for at, part in enumerate(parts, 1)]
    assert [answer.headers["etag"] for answer in sent] == [answer.json()["etag"] for answer in sent]
    return begun, [answer.json() for answer in sent]


def test_parts_from_a_browser(still: Server) -> None:
    begun, parts = parts_of(still, png()[:90], png()[90:])
    for _ in range(2):  # a client may ask again
        whole = httpx.post(f"{begun['upload_url']}/complete", json={"parts": parts[::-1]})
        assert whole.status_code == 200, whole.text
    assert httpx.get(begun["file_url"]).content == png()


def test_parts_that_do_not_fit(still: Server) -> None:
    begun, [part] = parts_of(still, b"no picture")
    complete = f"{begun['upload_url']}/complete"
    wrong: list[tuple[Any, int]] = [
        ({"parts": [{**part, "etag": "x"}]}, 400), ({"parts": [part, {**part, "partNumber": 2}]}, 400),
        ({"parts": []}, 422), ({}, 422), ({"parts": [part]}, 400),
    ]  # fmt: skip
    for body, status in wrong:
        answer = httpx.post(complete, json=body)
        assert (answer.status_code, "detail" in answer.json()) == (status, True), answer.text
    for number in ("0", "1001", "x"):
        assert httpx.put(f"{begun['upload_url']}/{number}", content=b"a").status_code == 400
    assert httpx.put(f"{begun['upload_url'][:-1]}/1", content=b"a").status_code == 404
    assert httpx.put(f"{begun['file_url']}/multipart/x/1", content=b"a").json()["detail"]


def test_image_to_image(client: fal_client.SyncClient, still: Server) -> None:
    fields = {"prompt": "winter", "strength": 0.25, "style": "vector_illustration/line_art", "negative_prompt": "snow",
              "colors": [{"r": 255}], "seed": 4, "image_url": client.upload(png(320), "image/png")}  # fmt: skip
    understood = operation(still, client.submit(REDRAW, arguments=fields))
    assert understood["type"] == "imagetoimage"
    assert (understood["strength"], understood["substyle"], understood["format"]) == (0.25, "line_art", "svg")
    assert (understood["negative_prompt"], understood["palette"]) == ("snow", [{"color": "#ff0000"}])
    assert (understood["image"]["width"], understood["image"]["media_type"], understood["units"]) == (
        320,
        "image/png",
        80,
    )


@pytest.mark.parametrize(
    ("model", "kind", "units"),
    [(VECTORIZE, "vectorize", 10), (CRISP, "crispupscale", 4), (CREATIVE, "creativeupscale", 250)],
)
def test_tools(client: fal_client.SyncClient, still: Server, model: str, kind: str, units: int) -> None:
    handle = client.submit(model, arguments={"image_url": fal_client.encode(png(), "image/png")})
    understood = operation(still, handle)
    assert (understood["type"], understood["image"]["height"], understood["units"]) == (kind, 256, units)
    assert f"/fal/queue/fal-ai/recraft/requests/{handle.request_id}" in handle.status_url


def test_a_picture_becomes_an_svg(server: Server) -> None:
    body = {"image_url": fal_client.encode(png(), "image/png")}
    file = httpx.post(f"{server.url}/fal/run/{VECTORIZE}", json=body, timeout=60).json()["image"]
    assert (file["content_type"], file["file_name"]) == ("image/svg+xml", "image.svg")
    assert len(httpx.get(file["url"]).content) == file["file_size"]
    inline = httpx.post(f"{server.url}/fal/run/{VECTORIZE}", json=body | {"sync_mode": True}, timeout=60)
    assert inline.json()["image"]["url"].startswith("data:image/svg+xml;base64,")


def test_a_style_is_made_and_drawn_in(server: Server) -> None:
    pictures = {"a.png": png(), "__MACOSX/._a.png": b"no picture", "b.webp": png(300, kind="WEBP")}
    made = httpx.post(f"{server.url}/fal/run/{STYLE}", json={"images_data_url": zipped(**pictures)}, timeout=60)
    assert made.status_code == 200, made.text
    assert made.json().keys() == {"style_id"}
    again = httpx.post(f"{server.url}/fal/queue/{STYLE}", json={"images_data_url": zipped(**pictures)}).json()
    while (found := httpx.get(again["response_url"])).status_code == 202:
        time.sleep(0.1)
    assert found.json() == {"style_id": again["request_id"]}
    body = {"prompt": "a cup", **made.json()}
    drawn = httpx.post(f"{server.url}/fal/run/{DRAW}", json=body, timeout=60)
    assert drawn.json()["images"][0]["content_type"] == "image/webp"


def test_the_pictures_of_a_style(client: fal_client.SyncClient, still: Server) -> None:
    fields = {"images_data_url": zipped(**{f"{i}.png": png(256 + i) for i in range(3)}), "base_style": "icon"}
    understood = operation(still, client.submit(STYLE, arguments=fields))
    assert [image["width"] for image in understood["images"]] == [256, 257, 258]
    assert (understood["type"], understood["base"], understood["units"]) == ("createstyle", "icon", 40)


WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    (CRISP, {}, "image_url", "missing"),
    (CRISP, {"image_url": 5}, "image_url", "string_type"),
    (CRISP, {"image_url": "data:image/png;base64,AAAA"}, "image_url", "image_load_error"),
    (CRISP, {"image_url": "data:image/png,AAAA"}, "image_url", "file_download_error"),
    (CRISP, {"image_url": "http://127.0.0.1:1/a.png"}, "image_url", "file_download_error"),
    (CRISP, {"image_url": "http://[:::/a"}, "image_url", "file_download_error"),
    (CRISP, {"image_url": "ftp://example.com/a.png"}, "image_url", "file_download_error"),
    (CRISP, {"image_url": fal_client.encode(png(31), "image/png")}, "image_url", "image_too_small"),
    (VECTORIZE, {"image_url": fal_client.encode(png(255), "image/png")}, "image_url", "image_too_small"),
    (VECTORIZE, {"image_url": fal_client.encode(png(4097), "image/png")}, "image_url", "image_too_large"),
    (
        VECTORIZE,
        {"image_url": fal_client.encode(png(kind="GIF"), "image/png")},
        "image_url",
        "unsupported_image_format",
    ),
    (STYLE, {}, "images_data_url", "missing"),
    (STYLE, {"images_data_url": fal_client.encode(png(), "image/png")}, "images_data_url", "file_load_error"),
    (STYLE, {"images_data_url": zipped()}, "images_data_url", "file_load_error"),
    (STYLE, {"images_data_url": zipped(**{f"{i}": png() for i in range(11)})}, "images_data_url", "file_load_error"),
    (STYLE, {"images_data_url": zipped(a=b"no picture")}, "images_data_url", "image_load_error"),
    (STYLE, {"images_data_url": zipped(a=bytes(21 << 20))}, "images_data_url", "file_load_error"),
    (STYLE, {"images_data_url": zipped(a=png()), "base_style": "digital_illustration/hard_comics"}, "base_style",
     "literal_error"),
    (DRAW, {"prompt": "a", "style_id": "229b2a75-05e4-4580-85f9-b47ee521a00d"}, "style_id", "value_error"),
    (REDRAW, {"image_url": "x"}, "prompt", "missing"),
    (REDRAW, {"image_url": "x", "prompt": "a", "strength": 2}, "strength", "less_than_equal"),
    (REDRAW, {"image_url": "x", "prompt": "a", "style": "nothing"}, "style", "value_error"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "body", "field", "kind"), WRONG, ids=lambda value: str(value)[:30])
def test_wrong_pictures(still: Server, model: str, body: dict[str, Any], field: str, kind: str) -> None:
    answer = httpx.post(f"{still.url}/fal/queue/{model}", json=body, timeout=30)
    assert answer.status_code == 422, answer.text
    first = answer.json()["detail"][0]
    assert (first["loc"], first["type"]) == (["body", field], kind)
    assert len(answer.content) < 10_000


def test_the_proxy_of_browser_clients(still: Server) -> None:
    def ask(target: str | None, method: str = "POST", **more: Any) -> httpx.Response:
        headers = {} if target is None else {"x-fal-target-url": target}
        return httpx.request(method, f"{still.url}/fal/proxy", headers=headers, **more)

    made = ask("https://queue.fal.run/fal-ai/recraft/v3/text-to-image", json={"prompt": "a cup"}).json()
    status = ask(f"https://queue.fal.run/fal-ai/recraft/requests/{made['request_id']}/status?logs=1", "GET")
    assert (status.status_code, status.json()["status"]) == (202, "IN_QUEUE")
    upload = ask("https://rest.fal.ai/storage/upload/initiate?storage_type=gcs", json={}).json()
    assert upload["upload_url"].startswith(f"{still.url}/files/upload/")
    assert ask("https://fal.run/fal-ai/recraft/v3/text-to-image", json={}).status_code == 422
    for target, code in ((None, 400), ("https://example.com/fal-ai", 412), ("http://[", 412), ("/etc/passwd", 412)):
        refused = ask(target)
        assert (refused.status_code, "x-fal-target-url" in refused.json()["detail"]) == (code, True)
        assert refused.headers["x-request-id"]
