"""One reader for every encoding: what clients send, and what is refused."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.requests import Request

from gouache.api.body import Limits
from gouache.api.forms import Form, read
from gouache.errors import GouacheError

NESTED = {
    "controls": {"colors": [{"rgb": [1, 2, 3]}, {"rgb": [4, 5, 6]}], "background_color": {"rgb": [7, 8, 9]}},
    "text_layout": [{"text": "HI", "bbox": [[0, 0], [1, 0], [1, 0.5], [0, 0.5]]}],
}
COLORS = [("controls[colors][][rgb][]", str(v)) for v in range(1, 7)]
SQUARE = [("text_layout[][bbox][][]", v) for v in ("0", "0", "1", "0", "1", "0.5", "0", "0.5")]


def parse(content_type: str | None, data: bytes, limits: Limits | None = None, **headers: str) -> Form:
    """What the reader makes of a body sent in pieces."""
    pieces = [data[at : at + 100] for at in range(0, len(data), 100)] or [b""]
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    if content_type is not None:
        raw.append((b"content-type", content_type.encode()))
    messages = iter([{"type": "http.request", "body": p, "more_body": p is not pieces[-1]} for p in pieces])

    async def receive() -> dict[str, Any]:
        return next(messages)

    request = Request({"type": "http", "method": "POST", "path": "/", "headers": raw}, receive)
    return asyncio.run(read(request, limits) if limits else read(request))


def multipart(parts: list[tuple[str, Any]]) -> tuple[str, bytes]:
    """The content type and body of parts; a value is text or (filename, bytes, type)."""
    files = [(name, value if isinstance(value, tuple) else (None, value)) for name, value in parts]
    request = httpx.Request("POST", "http://x", files=files)
    return request.headers["content-type"], request.read()


def numbers(value: Any) -> Any:
    """Strings of forms as the numbers they mean."""
    if isinstance(value, dict):
        return {key: numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [numbers(item) for item in value]
    try:
        return float(value)
    except ValueError:
        return value


def brackets() -> list[tuple[str, str]]:
    background = [("controls[background_color][rgb][]", v) for v in ("7", "8", "9")]
    return [("prompt", "a"), *COLORS, *background, ("text_layout[][text]", "HI"), *SQUARE]


def strings() -> list[tuple[str, str]]:
    return [("prompt", "a"), *((name, json.dumps(value)) for name, value in NESTED.items())]


def blobs() -> list[tuple[str, Any]]:
    parts = [(name, ("blob", json.dumps(value).encode(), "application/json")) for name, value in NESTED.items()]
    return [("prompt", "a"), *parts]


def indices() -> list[tuple[str, str]]:
    pairs = [(f"controls[colors][{at}][rgb][]", str(v)) for at in (0, 1) for v in range(3 * at + 1, 3 * at + 4)]
    pairs += [("controls[background_color][rgb][]", v) for v in ("7", "8", "9")]
    bbox = [("text_layout[0][bbox][][]", value) for _, value in SQUARE]
    return [("prompt", "a"), *pairs, ("text_layout[0][text]", "HI"), *bbox]


JSON = json.dumps({"prompt": "a", **NESTED}).encode()
SAME = {
    "json": ("application/json", JSON),
    "json without a type": (None, JSON),
    "json with a mark": ("application/json; charset=utf-8", b"\xef\xbb\xbf" + JSON),
    "json as curl -d sends it": ("application/x-www-form-urlencoded", JSON),
    "multipart brackets": multipart(brackets()),
    "multipart indices": multipart(indices()),
    "multipart strings": multipart(strings()),
    "multipart blobs": multipart(blobs()),
    "multipart without a boundary": ("multipart/form-data", multipart(brackets())[1]),
    "urlencoded brackets": ("application/x-www-form-urlencoded", urlencode(brackets()).encode()),
    "urlencoded strings": ("application/x-www-form-urlencoded", urlencode(strings()).encode()),
}


@pytest.mark.parametrize("encoding", SAME)
def test_every_encoding_gives_the_same_fields(encoding: str) -> None:
    assert numbers(parse(*SAME[encoding]).fields) == {"prompt": "a", **NESTED}


def test_weights_belong_to_the_colours_in_order() -> None:
    kind, data = multipart([*COLORS, ("controls[colors][][weight]", "0.4")])
    colors = numbers(parse(kind, data).fields["controls"]["colors"])
    assert colors == [{"rgb": [1, 2, 3], "weight": 0.4}, {"rgb": [4, 5, 6]}]


def test_a_colour_of_its_own_order_of_keys() -> None:
    pairs = [("controls[colors][][std][]", "0"), *COLORS, ("controls[colors][][std][]", "1")]
    colors = numbers(parse(*multipart(pairs)).fields["controls"]["colors"])
    assert colors == [{"rgb": [1, 2, 3], "std": [0]}, {"rgb": [4, 5, 6], "std": [1]}]


def test_object_object_is_left_out_and_said() -> None:
    form = parse(*multipart([("prompt", "a"), ("text_layout", "[object Object],[object Object]")]))
    assert form.fields == {"prompt": "a"}
    assert form.notes == ["text_layout: '[object Object]' says nothing"]


def test_empty_values_of_forms_are_not_given() -> None:
    assert parse(*multipart([("prompt", "a"), ("size", "")])).fields == {"prompt": "a"}


def test_nulls_stay_nulls() -> None:
    assert parse("application/json", b'{"prompt": "a", "n": null}').fields == {"prompt": "a", "n": None}


def test_a_prompt_that_looks_like_json_stays_text() -> None:
    assert parse(*multipart([("prompt", '{"a": 1}')])).fields == {"prompt": '{"a": 1}'}


def test_other_files_are_noted_and_let_go() -> None:
    form = parse(*multipart([("prompt", "a"), ("image", ("blob", b"PNG", "application/octet-stream"))]))
    assert form.fields == {"prompt": "a"}
    assert form.notes == ["'image': file part, not used by this operation"]
    assert form.files == []


DEEP = b"[" * 20 + b"]" * 20
MP = "multipart/form-data; boundary=x"
HALF = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'
NAMELESS = b"--x\r\nContent-Type: a/b\r\n\r\nb\r\n--x--\r\n"
REFUSED: dict[str, tuple[str | None, bytes, int, str]] = {
    "no json": ("application/json", b"{", 400, "invalid_json"),
    "a list": ("application/json", b"[]", 400, "invalid_json"),
    "empty": ("application/json", b"", 400, "invalid_json"),
    "NaN": ("application/json", b'{"a": NaN}', 400, "invalid_json"),
    "deep json": ("application/json", b'{"a": ' + DEEP + b"}", 400, "invalid_json"),
    "bytes": ("application/json", b"\xff\xfe\x00", 400, "invalid_json"),
    "a picture": ("image/png", b"PNG", 415, "unsupported_media_type"),
    "xml": ("text/xml", b"<a/>", 415, "unsupported_media_type"),
    "latin form": ("application/x-www-form-urlencoded", b"prompt=%ff", 400, "invalid_form"),
    "no multipart": (MP, b"hello", 400, "invalid_form"),
    "no boundary": ("multipart/form-data", b"hello", 400, "invalid_form"),
    "half a part": (MP, HALF, 400, "invalid_form"),
    "a part without a name": (MP, NAMELESS, 400, "invalid_form"),
    "bad json in a field": (*multipart([("controls", "{")]), 400, "invalid_json"),
    "deep json in a field": (*multipart([("controls", DEEP.decode())]), 400, "invalid_json"),
    "bad json in a part": (*multipart([("controls", ("blob", b"{", "application/json"))]), 400, "invalid_json"),
    "colours not in threes": (*multipart(COLORS[:4]), 400, "invalid_value"),
    "boxes not in eights": (*multipart([("text_layout[][text]", "A"), *SQUARE[:6]]), 400, "invalid_value"),
    "value and list": (*multipart([("a[]", "1"), ("a[b]", "2")]), 400, "invalid_value"),
    "objects within objects": (*multipart([("a[][b][c]", "1")]), 400, "invalid_value"),
    "deep brackets": (*multipart([("a" + "[b]" * 20, "1")]), 400, "invalid_value"),
    "many fields": ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 600), 413, "request_too_large"),
    "many parts": (*multipart([("a", "1")] * 600), 413, "request_too_large"),
    "a long part": (*multipart([("a", "1" * 500_001)]), 413, "request_too_large"),
    "a long body": ("application/json", b" " * 1_000_001, 413, "request_too_large"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused_bodies(case: str) -> None:
    kind, data, status, code = REFUSED[case]
    with pytest.raises(GouacheError) as caught:
        parse(kind, data)
    assert (caught.value.status, caught.value.code) == (status, code)


def test_a_declared_length_is_enough_to_refuse() -> None:
    with pytest.raises(GouacheError) as caught:
        parse("application/json", b"{}", content_length="2000000")
    assert caught.value.status == 413


def test_compressed_bodies_are_refused() -> None:
    with pytest.raises(GouacheError) as caught:
        parse("application/json", b"{}", content_encoding="gzip")
    assert caught.value.status == 415
