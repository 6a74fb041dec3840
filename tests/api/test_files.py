"""Finished pictures over HTTP: exact types, conditions, ranges, other sizes, other people's hands off."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.conftest import Server


def make(server: Server, **fields: Any) -> dict[str, Any]:
    body = {"prompt": "a green teapot", "random_seed": 7, "style": "digital_illustration", "size": "16:9", **fields}
    item: dict[str, Any] = httpx.post(f"{server.v1}/images/generations", json=body, timeout=60).json()["data"][0]
    return item


@pytest.fixture(scope="module")
def raster(server: Server) -> dict[str, Any]:
    return make(server)


@pytest.fixture(scope="module")
def vector(server: Server) -> dict[str, Any]:
    return make(server, style="vector_illustration")


@pytest.fixture(scope="module")
def whole(raster: dict[str, Any]) -> httpx.Response:
    return httpx.get(raster["url"])


def test_headers(whole: httpx.Response) -> None:
    assert whole.headers["content-type"] == "image/webp"
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in whole.headers["content-security-policy"]
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["last-modified"].endswith("GMT")
    assert int(whole.headers["content-length"]) == len(whole.content)


@pytest.mark.parametrize(
    ("fields", "media"),
    [({"image_format": "png"}, "image/png"), ({"style": "vector_illustration"}, "image/svg+xml")],
)
def test_exact_media_types(server: Server, fields: dict[str, Any], media: str) -> None:
    assert httpx.get(make(server, **fields)["url"]).headers["content-type"] == media


def test_head_is_get_without_the_bytes(raster: dict[str, Any], whole: httpx.Response) -> None:
    head = httpx.head(raster["url"])
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("form", ["{etag}", "W/{etag}", '"other", {etag}', "*"])
def test_what_the_client_has_is_not_sent_again(raster: dict[str, Any], whole: httpx.Response, form: str) -> None:
    asked = form.replace("{etag}", whole.headers["etag"])
    response = httpx.get(raster["url"], headers={"If-None-Match": asked})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == whole.headers["etag"]


def test_dates_count_when_there_is_no_tag(raster: dict[str, Any], whole: httpx.Response) -> None:
    since = {"If-Modified-Since": whole.headers["last-modified"]}
    assert httpx.get(raster["url"], headers=since).status_code == 304
    assert httpx.get(raster["url"], headers={**since, "If-None-Match": '"other"'}).status_code == 200
    assert httpx.get(raster["url"], headers={"If-Modified-Since": "yesterday"}).status_code == 200


RANGES = [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-50", -50, None), ("bytes=0-99999999", 0, None)]


@pytest.mark.parametrize(("asked", "start", "end"), RANGES)
def test_ranges(raster: dict[str, Any], whole: httpx.Response, asked: str, start: int, end: int | None) -> None:
    response = httpx.get(raster["url"], headers={"Range": asked})
    assert response.status_code == 206
    assert response.content == whole.content[start:end]
    assert response.headers["content-range"].endswith(f"/{len(whole.content)}")


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0", "bytes=5-2"])
def test_ranges_outside(raster: dict[str, Any], whole: httpx.Response, asked: str) -> None:
    response = httpx.get(raster["url"], headers={"Range": asked})
    assert (response.status_code, response.content) == (416, b"")
    assert response.headers["content-range"] == f"bytes */{len(whole.content)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "bytes=-", "lines=1-2", "bytes=a-b"])
def test_other_ranges_get_everything(raster: dict[str, Any], whole: httpx.Response, asked: str) -> None:
    assert httpx.get(raster["url"], headers={"Range": asked}).content == whole.content


def test_a_range_of_another_file_gets_everything(raster: dict[str, Any], whole: httpx.Response) -> None:
    asked = {"Range": "bytes=0-9", "If-Range": '"other"'}
    assert httpx.get(raster["url"], headers=asked).status_code == 200
    assert httpx.get(raster["url"], headers={**asked, "If-Range": whole.headers["etag"]}).status_code == 206


def link(server: Server, image_id: str, **box: int) -> dict[str, Any]:
    response = httpx.get(f"{server.v1}/images/{image_id}", params=box)
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


def test_another_size_by_a_signed_link(server: Server, raster: dict[str, Any]) -> None:
    answer = link(server, raster["image_id"], width=200)
    assert (answer["width"], answer["height"]) == (200, 113)
    for _ in range(2):  # made, then from the cache
        response = httpx.get(answer["url"])
        assert response.headers["content-type"] == "image/webp"
        assert Image.open(io.BytesIO(response.content)).size == (200, 113)


def test_sizes_have_tags_of_their_own(server: Server, raster: dict[str, Any], whole: httpx.Response) -> None:
    small = httpx.get(link(server, raster["image_id"], width=100)["url"])
    assert small.headers["etag"] != whole.headers["etag"]
    assert httpx.get(small.url, headers={"If-None-Match": small.headers["etag"]}).status_code == 304


def test_nothing_is_enlarged(server: Server, raster: dict[str, Any], whole: httpx.Response) -> None:
    answer = link(server, raster["image_id"], width=5000, height=5000)
    assert (answer["width"], answer["height"]) == (1820, 1024)
    assert httpx.get(answer["url"]).content == whole.content


def test_an_svg_stays_one(server: Server, vector: dict[str, Any]) -> None:
    response = httpx.get(link(server, vector["image_id"], width=64)["url"])
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.content == httpx.get(vector["url"]).content


def test_an_unsigned_size_is_refused(raster: dict[str, Any]) -> None:
    response = httpx.get(raster["url"].replace("rs:fit:1820", "rs:fit:182"))
    assert (response.status_code, response.text) == (404, "404 page not found")


@pytest.mark.parametrize("name", ["229b2a75-05e4-4580-85f9-b47ee521a00d", "nothing"])
def test_unknown_images(server: Server, name: str) -> None:
    assert httpx.get(f"{server.v1}/images/{name}").status_code == 404


def test_links_are_for_the_owner(closed_server: Server) -> None:
    mine, other = (closed_server.shell("keys", "create", "--name", n, "--account", n) for n in ("mine", "other"))
    body = {"prompt": "a cup", "style": "vector_illustration"}
    headers = {"Authorization": f"Bearer {mine}"}
    made = httpx.post(f"{closed_server.v1}/images/generations", json=body, headers=headers, timeout=60).json()
    url = f"{closed_server.v1}/images/{made['data'][0]['image_id']}"
    assert httpx.get(url).status_code == 401
    assert httpx.get(url, headers=headers).status_code == 200
    assert httpx.get(url, headers={"Authorization": f"Bearer {other}"}).status_code == 404


def test_multipart_reply_holds_the_picture(server: Server) -> None:
    body = {"prompt": "a cup", "style": "vector_illustration", "response_format": "multipart"}
    response = httpx.post(f"{server.v1}/images/generations", json=body, timeout=60)
    kind = response.headers["content-type"]
    assert kind.startswith("multipart/form-data; boundary=")
    parts = response.content.split(b"--" + kind.partition("boundary=")[2].encode())
    assert b'name="response"' in parts[1]
    assert b"Content-Type: image/svg+xml" in parts[2]
    assert b"Content-ID: " in parts[2]
    assert b"<svg" in parts[2]


@pytest.mark.parametrize(("upscale", "size"), [("upscale4mp", (2731, 1536)), ("upscale16mp", (5461, 3072))])
def test_upscale_delivers_more_pixels(server: Server, upscale: str, size: tuple[int, int]) -> None:
    data = httpx.get(make(server, upscale=upscale)["url"], timeout=60).content
    assert abs(Image.open(io.BytesIO(data)).size[0] - size[0]) <= 1
