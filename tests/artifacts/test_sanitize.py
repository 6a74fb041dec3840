"""Drawings from outside: what acts or fetches is gone, what is drawn looks the same."""

from __future__ import annotations

import base64
import gzip
import io
from pathlib import Path

import pytest
from PIL import Image

from gouache.artifacts.decode import decode, look
from gouache.artifacts.sanitize import sanitized
from gouache.errors import Invalid
from gouache.rendering import render
from gouache.requests import request

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, attributes: str = 'width="300" height="300"') -> bytes:
    return f"<svg {NS} {attributes}>{body}</svg>".encode()


ACTING = [
    "<script>alert(1)</script>",
    '<script xlink:href="https://example.com/x.js"/>',
    '<rect width="9" height="9" onclick="alert(1)"/>',
    '<rect width="9" height="9" OnLoad="alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
    '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>',
    '<image href="https://example.com/a.png" width="9" height="9"/>',
    '<image xlink:href="file:///etc/passwd.png" width="9" height="9"/>',
    '<image href="/etc/passwd.png" width="9" height="9"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>',
    '<use href="https://example.com/a.svg#x"/>',
    '<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
    '<rect width="9" height="9" fill="url(https://example.com/a.svg#g)"/>',
    """<rect width="9" height="9" filter="url('//example.com/a.svg#g')"/>""",
    '<rect width="9" height="9" style="fill:red;background:url(https://example.com/x)"/>',
    '<rect width="9" height="9" style="fill:u\\72l(https://example.com/x)"/>',
    "<style>@import url(https://example.com/a.css);</style>",
    "<style>@font-face{font-family:x;src:url(https://example.com/a.woff)}</style>",
    "<style>rect{fill:url(https://example.com/a.svg#g)}</style>",
    "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<metadata><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></metadata>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.com"/>',
    '<feImage href="https://example.com/a.png"/>',
    '<?xml-stylesheet href="https://example.com/a.css"?>',
    '<handler type="text/ecmascript">alert(1)</handler>',
    "<!-- https://example.com -->",
]


@pytest.mark.parametrize("body", ACTING)
def test_nothing_acts_or_fetches(body: str) -> None:
    clean = sanitized(svg(body)).svg
    for trace in ("alert", "example.com", "script", "passwd", "javascript", "onload", "data:", "@import", "foreign"):
        assert trace not in clean.lower()


def _inside() -> str:
    buffer = io.BytesIO()
    Image.new("1", (4000, 4000)).save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"


INSIDE = _inside()

REFUSED = {
    "billion laughs": b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("<text>&b;</text>"),
    "file entity": b'<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + svg("<text>&f;</text>"),
    "internal subset": b"<!DOCTYPE svg [<!ATTLIST rect fill CDATA 'red'>]>" + svg(""),
    "not well-formed": svg("<g>"),
    "unknown entity": svg("<text>&nbsp;</text>"),
    "another root": b'<html><svg xmlns="http://www.w3.org/2000/svg"/></html>',
    "no size": svg("", ""),
    "negative size": svg("", 'width="-5" height="-5"'),
    "endless size": svg("", 'width="1e300" height="1e300"'),
    "too large": svg("", 'width="100000" height="100000"'),
    "too long": svg("", 'viewBox="0 0 1 100000"'),
    "deep": svg("<g>" * 200 + "</g>" * 200),
    "many": svg("<g/>" * 60_000),
    "utf-7": b'<?xml version="1.0" encoding="utf-7"?>' + svg(""),
    "not utf-8": svg("<title>\u00e9</title>").decode().encode("latin-1"),
    "circle": svg('<g id="a"><use href="#a"/></g>'),
    "longer circle": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "filter bomb": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="99"/></filter>'
        + '<rect width="300" height="300" filter="url(#f)"/>' * 400
    ),
    "styled filter bomb": svg(
        '<style>rect{filter:url(#f)}</style><filter id="f"><feGaussianBlur stdDeviation="99"/></filter>'
        + '<rect width="300" height="300"/>' * 400
    ),
    "thick morphology": svg(
        '<filter id="f"><feMorphology operator="dilate" radius="5000"/></filter>'
        '<rect width="300" height="300" filter="url(#f)"/>'
    ),
    "giant tile": svg(
        '<pattern id="p" width="1e7" height="1e7" patternUnits="userSpaceOnUse"><path d="M0 0h9v9z"/></pattern>'
        '<rect width="300" height="300" fill="url(#p)"/>'
    ),
    "scaled tile": svg(
        '<pattern id="p" width="1" height="1"><path d="M0 0h9v9z"/></pattern><g transform="scale(1e4)">'
        '<g style="transform:scale(1000)"><rect width="300" height="300" fill="url(#p)"/></g></g>'
    ),
    "many large pictures": svg(f'<image href="{INSIDE}" width="9" height="9"/>' * 60),
    "one large picture used often": svg(
        f'<defs><image id="i" href="{INSIDE}" width="9" height="9"/></defs>' + '<use href="#i"/>' * 60
    ),
    "numbers beyond any page": svg('<rect x="-1e30" y="-1e30" width="2e30" height="2e30"/>'),
    "compressed": gzip.compress(svg("")),
    "long chain": svg("".join(f'<g id="c{k}"><use href="#c{k + 1}"/></g>' for k in range(3000))),
    "use bomb": svg(
        '<g id="l0"><path d="M0 0h9v9z"/></g>'
        + "".join(f'<g id="l{k + 1}">' + f'<use href="#l{k}"/>' * 10 + "</g>" for k in range(9))
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.timeout(10)
def test_refused(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        decode(REFUSED[name], "image")
    assert caught.value.code in ("invalid_image", "image_too_big", "unsafe_svg")
    assert caught.value.field == "image"


@pytest.mark.parametrize(
    "box", ["0 0 nan inf", "nan nan 9 9", "0 0 -9 9", "0 0 0 9", "0 0 9", "0 0 9 9 9", "0 0 9% 9%", "0 0 1e9 1e9",
            "1e300 0 9 9", "0 0 1_0 9", "a b c d"],
)  # fmt: skip
@pytest.mark.parametrize("size", ["", 'width="90" height="90" '])
def test_a_view_box_that_says_nothing_is_named(box: str, size: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {size}viewBox="{box}"><path d="M0 0h9v9z"/></svg>'.encode()
    for read in (look, decode):
        with pytest.raises(Invalid, match="viewBox"):
            read(data)


def test_a_view_box_inside_that_says_nothing_is_ignored() -> None:
    made = decode(svg('<svg viewBox="0 0 nan inf"><rect width="300" height="300" fill="#f00"/></svg>'))
    assert made.svg is not None
    assert "nan" not in made.svg
    assert made.pixels[150, 150].tolist() == [255, 0, 0, 255]


@pytest.mark.parametrize(
    "markup",
    [
        '<svg width="300" height="300"><rect id="a" width="9" height="9"/><use xlink:href="#a" x="200"/></svg>',
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="300" height="300"><s:rect id="a" width="9" height="9"/>'
        '<s:use href="#a" x="200"/></s:svg>',
    ],
)
def test_no_prefix_is_made_up(markup: str) -> None:
    made = decode(markup.encode())
    assert made.svg is not None
    assert made.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert ":" not in made.svg.replace("http://www.w3.org/2000/svg", "")
    assert made.pixels[4, 204, 3] == 255


def test_shadows_as_drawing_programs_write_them_are_drawn() -> None:
    shadow = '<filter id="f"><feDropShadow dx="2" dy="2" stdDeviation="4"/></filter>'
    made = decode(svg(shadow + '<rect width="30" height="30" filter="url(#f)"/>' * 40))
    assert made.pixels[15, 15].tolist() == [0, 0, 0, 255]


@pytest.mark.timeout(10)
def test_costly_filters_are_bounded() -> None:
    body = (
        '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="1e9"/>'
        f'<feConvolveMatrix order="999" kernelMatrix="{"1 " * 998001}"/></filter>'
        '<rect width="300" height="300" filter="url(#f)"/>'
    )
    made = decode(svg(body))
    assert made.svg is not None
    assert "1e9" not in made.svg
    assert 'order="999"' not in made.svg


def test_a_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (9, 9), "red").save(secret)
    made = decode(svg(f'<image href="{secret}" width="300" height="300"/>'))
    assert made.pixels[..., 3].max() == 0


def test_embedded_picture_is_measured_too() -> None:
    def inside(size: tuple[int, int]) -> bytes:
        buffer = io.BytesIO()
        Image.new("1", size).save(buffer, "PNG")
        return svg(f'<image href="data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}" width="300"/>')

    assert decode(inside((32, 32))).pixels[150, 150].tolist() == [0, 0, 0, 255]
    with pytest.raises(Invalid, match="at most"):
        decode(inside((9000, 9000)))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="640" height="480"', (640, 480)),
        ('width="640px" viewBox="0 0 2 1"', (640, 320)),
        ('height="10in" viewBox="0 0 2 1"', (1920, 960)),
        ('width="100%" height="100%" viewBox="0 0 300 600"', (300, 600)),
        ('width="24" height="24" viewBox="0 0 24 24"', (256, 256)),
        ('viewBox="0 0 32,16"', (512, 256)),
    ],
)
def test_sizes(attributes: str, size: tuple[int, int]) -> None:
    data = svg('<rect width="9999" height="9999" fill="#ff0000"/>', attributes)
    seen = look(data)
    made = decode(data)
    assert (seen.width, seen.height) == size == made.pixels.shape[1::-1]
    assert made.pixels[5, 5].tolist() == [255, 0, 0, 255]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_encodings_and_a_plain_doctype(encoding: str) -> None:
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    accented = svg("<title>\u00e9</title>")
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    text = f'<?xml version="1.0" encoding="{name}"?>\n{kind}\n{accented.decode()}'
    made = decode(text.encode(encoding))
    assert made.svg is not None
    assert "\u00e9" in made.svg


def test_gradients_styles_and_uses_stay() -> None:
    body = (
        '<defs><linearGradient id="g"><stop stop-color="#00ff00"/></linearGradient>'
        '<rect id="r" width="300" height="100" class="c"/></defs><style>.c{fill:#ff0000}</style>'
        '<use xlink:href="#r"/><rect y="100" width="300" height="100" fill="url(#g)"/>'
        '<rect y="200" width="300" height="100" style="fill:#0000ff"/>'
    )
    made = decode(svg(body)).pixels
    assert [made[y, 150].argmax() for y in (50, 150, 250)] == [0, 1, 2]


def test_words_are_said_to_be_missing() -> None:
    assert "texts" in decode(svg("<text>hello</text>")).notes[0]


def test_our_own_drawings_look_the_same() -> None:
    files = {}
    for kind in ("svg", "png"):
        [picture] = render(
            request("a red fox in a forest", size="512x512", seed=4, style="vector_illustration", format=kind)
        )
        files[kind] = decode(picture.file.data).pixels
    assert (files["svg"] == files["png"]).all()
