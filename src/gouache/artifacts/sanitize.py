"""SVG from outside made harmless: no script, no events, nothing fetched, no entities, bounded in size and depth.

What is known to be inert stays, everything else goes (an allowlist). Texts keep their words but are drawn only where a
font is given to the renderer.
"""

from __future__ import annotations

import base64
import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree
from PIL import Image as Pillow

from gouache.artifacts.svg_filters import Filters
from gouache.artifacts.svg_patterns import check_patterns
from gouache.errors import Invalid
from gouache.tables import rows

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
SMALLEST = 256  # px; a drawing whose shorter side is below is rendered larger
_DEPTH = 96  # levels
_ELEMENTS = 50_000
_DRAWN = 200_000  # elements after every <use> is followed; those that need a canvas of their own count for many
_COSTS = {"mask": 40, "clip-path": 10}
_PIXELS = 320  # of a picture inside that count as much as an element
_MOST_PIXELS = 1 << 24  # that are counted of one picture: a larger one is refused as such
_FARTHEST = 1e6  # units from the origin
_OCTAVES = 8  # of feTurbulence
_KERNEL = 15  # px a side of feConvolveMatrix
_ENCODINGS = {"utf-8", "ascii", "iso8859-1", "cp1252", "utf-16"}
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[\]<>]*>", re.IGNORECASE)
_LENGTH = re.compile(
    r"^\s*([+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex|)\s*$", re.IGNORECASE | re.ASCII
)
_BOX = re.compile(
    r"^\s*{0}(?:[\s,]+{0}){{3}}\s*$".format(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"), re.IGNORECASE | re.ASCII
)
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}
_LOCAL = re.compile(r"""url\(\s*(["']?)#[\w.:-]+\1\s*\)""", re.IGNORECASE)
_FETCHING = re.compile(
    r"""url|src\s*\(|image-set|image\s*\(|import|expression|binding|behavior|@|\\|<""", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_FRAGMENT = re.compile(r"^\s*#[^\s]+$")
_DATA = re.compile(r"^\s*data:image/(?:png|jpe?g|webp|gif);base64,([A-Za-z0-9+/=\s]+)$")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A harmless SVG and the size in px at which it is rendered."""

    svg: str
    width: int
    height: int
    lettered: bool = False  # it holds text that is no outline

    @property
    def root(self) -> etree._Element:
        """The document's element, parsed anew."""
        return _parsed(self.svg, "image")


def svg_size(data: bytes, field: str) -> tuple[int, int]:
    """Width and height in px at which an SVG is rendered, from its root element alone; raises Invalid."""
    head = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True, load_dtd=False)
    text = _text(data, field)
    try:
        for start in range(0, len(text), 1 << 16):
            head.feed(text[start : start + (1 << 16)])
            for _, element in head.read_events():
                return _size(cast(etree._Element, element), field)
    except etree.XMLSyntaxError as error:
        raise _broken(field, str(error)) from error
    raise _broken(field, "no root element")


def sanitized(data: bytes, field: str = "image") -> Drawing:
    """The drawing of an SVG file's bytes, without anything that could act or fetch.

    Raises Invalid: not well-formed, not SVG, entities, too many elements or levels, no size.
    """
    root = _parsed(_text(data, field), field)
    width, height = _size(root, field)
    _bound(root, field)
    root = _clean(root)
    lettered = next(root.iter(f"{{{SVG}}}text"), None) is not None
    if root.get("viewBox") is None:
        own = _lengths(root)
        root.set("viewBox", f"0 0 {own[0] or width:g} {own[1] or height:g}")
    filters = Filters.of(root, width, height)
    _check_uses(root, filters, field)
    check_patterns(root, filters.scale, field)
    root.set("width", str(width))
    root.set("height", str(height))
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})  # type: ignore[dict-item]
    return Drawing(etree.tostring(root, encoding="unicode"), width, height, lettered)


def embedded(root: etree._Element) -> Iterator[bytes]:
    """The bytes of every picture inside a drawing."""
    for image in root.iter(f"{{{SVG}}}image"):
        match = _DATA.match(_href(image) or "")
        if match:
            yield base64.b64decode(match[1] + "==")  # surplus padding is allowed, missing is not


def _parsed(text: str, field: str) -> etree._Element:
    reader = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), reader)
    except etree.XMLSyntaxError as error:
        raise _broken(field, str(error)) from error


def _text(data: bytes, field: str) -> str:
    """The markup without its XML declaration and document type; raises Invalid for entities."""
    try:
        text = data.decode(_encoding(data))
    except (UnicodeDecodeError, LookupError) as error:
        raise _broken(field, "its character encoding is wrong or unknown") from error
    text = _DECLARATION.sub("", text.removeprefix("\ufeff"), count=1)
    if "<!ENTITY" in text or "<!entity" in text:
        raise Invalid("the SVG declares entities, which are not read here", field=field, code="unsafe_svg")
    text = _PLAIN_DOCTYPE.sub("", text, count=1)
    if _DOCTYPE.search(text):
        raise Invalid("the SVG carries a document type of its own", field=field, code="unsafe_svg")
    if "xlink:" in text and "xmlns:xlink" not in text:  # as drawings inside HTML have it
        text = text.replace("<svg", f'<svg xmlns:xlink="{XLINK}"', 1)
    return text


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = _ENCODING.match(data.removeprefix(codecs.BOM_UTF8))
    name = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    if name not in _ENCODINGS:
        raise LookupError(name)
    return name


def _broken(field: str, why: str) -> Invalid:
    return Invalid(f"the SVG cannot be read: {why}", field=field, code="invalid_image")


def _size(root: etree._Element, field: str) -> tuple[int, int]:
    if root.tag not in (f"{{{SVG}}}svg", "svg"):
        raise _broken(field, "its root element is not <svg>")
    box = _view_box(root, field)
    width, height = _lengths(root)
    if box:
        width, height = _completed(width, height, box[2] / box[3], box)
    if not width or not height or not (width < 1e6 and height < 1e6):
        raise _broken(field, "it has neither a size nor a viewBox")
    grow = max(1.0, SMALLEST / min(width, height))
    return max(1, round(width * grow)), max(1, round(height * grow))


def _completed(
    width: float | None, height: float | None, aspect: float, box: tuple[float, float, float, float]
) -> tuple[float, float]:
    """The missing sides after the viewBox (CSS sizing of replaced elements, CSS2 10.3.2)."""
    if width and height:
        return width, height
    if width:
        return width, width / aspect
    if height:
        return height * aspect, height
    return box[2], box[3]


def _lengths(root: etree._Element) -> tuple[float | None, float | None]:
    return _length(root.get("width")), _length(root.get("height"))


def _length(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    if not match:
        return None  # missing, a percentage or nonsense: the viewBox decides
    return float(match[1]) * _UNITS.get(match[2].lower(), 8.0) or None


def _view_box(element: etree._Element, field: str) -> tuple[float, float, float, float] | None:
    """x, y, width and height; None when there is none. Raises Invalid."""
    value = element.get("viewBox")
    if value is None or not value.strip():
        return None
    if not _BOX.match(value):
        raise _broken(field, f'its viewBox "{value[:60]}" is not four numbers')
    x, y, width, height = (float(part) for part in re.split(r"[\s,]+", value.strip()))
    if not 0 < width < _FARTHEST or not 0 < height < _FARTHEST or max(abs(x), abs(y)) > _FARTHEST:
        raise _broken(field, f'its viewBox "{value[:60]}" is empty or too large')
    return x, y, width, height


def _bound(root: etree._Element, field: str) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEPTH or elements > _ELEMENTS:
            raise Invalid(
                f"the SVG has more than {_DEPTH} levels or {_ELEMENTS} elements", field=field, code="image_too_big"
            )


def _clean(root: etree._Element) -> etree._Element:
    """The root of the document without what is not on the list; elements without a namespace are taken as SVG."""
    allowed = frozenset(name for row in rows(__package__ or "", "svg_elements.tsv") for name in row)
    for element in list(root.iter()):
        name = _svg_name(element)
        if name == "a":
            name = "g"  # a link becomes a group
        if name not in allowed:
            _drop(element)
            continue
        element.tag = f"{{{SVG}}}{name}"
        _clean_attributes(element, name)
        if name in ("feTurbulence", "feConvolveMatrix"):
            _tame(element, name)
        if name == "style":
            element.text = _clean_sheet("".join(str(part) for part in element.itertext()))
            del element[:]
    return _named(root)


def _named(root: etree._Element) -> etree._Element:
    """The root with SVG as its default namespace, so that no prefix has to be made up when it is written."""
    if root.nsmap.get(None) == SVG:
        return root
    made = etree.Element(root.tag, {str(k): str(v) for k, v in root.attrib.items()}, nsmap={None: SVG})  # type: ignore[dict-item]
    made.text = root.text
    made.extend(list(root))
    return made


def _tame(element: etree._Element, name: str) -> None:
    """Bound what a filter does for every pixel."""
    key, most = ("numOctaves", _OCTAVES) if name == "feTurbulence" else ("order", _KERNEL)
    values = re.findall(r"[\d.]+(?:e[+]?\d+)?", element.get(key) or "")
    if any(float(value) > most for value in values if value.strip(".")):
        element.set(key, str(most))


def _svg_name(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""  # an entity reference
    tag = etree.QName(element)
    return tag.localname if tag.namespace in (SVG, None) else ""


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_attributes(element: etree._Element, name: str) -> None:
    href = _href(element)
    for key in list(element.attrib):
        value, plain = str(element.attrib[key]), str(key)
        kept = value if plain != "style" else _clean_style(value)
        if plain.lower().startswith(("{", "on")) or plain == "href" or not _inert(kept):
            del element.attrib[key]
        elif kept != value:
            element.set(plain, kept)
    if name != "svg" or element.getparent() is not None:
        _drop_box(element)
    pattern = _DATA if name == "image" else _FRAGMENT
    if href and pattern.match(href):
        element.set("href", href.strip())


def _drop_box(element: etree._Element) -> None:
    """Without a viewBox that says nothing: of the root it is an error, of others it is ignored (SVG 2, 8.6)."""
    try:
        _view_box(element, "")
    except Invalid:
        del element.attrib["viewBox"]


def _href(element: etree._Element) -> str | None:
    return element.get("href") or element.get(f"{{{XLINK}}}href")


def _inert(value: str) -> bool:
    """Whether an attribute's value fetches nothing: every url() in it names something inside the document."""
    rest = _LOCAL.sub("", value)
    return not re.search(r"url\s*\(|\\|javascript:", rest, re.IGNORECASE)


def _clean_style(value: str) -> str:
    parts = (part.strip() for part in _COMMENT.sub("", value).split(";"))
    return ";".join(part for part in parts if part and not _FETCHING.search(_LOCAL.sub("", part)))


def _clean_sheet(sheet: str) -> str:
    """Only rules without at-signs, escapes and references to elsewhere."""
    found = (rule.strip() for rule in _COMMENT.sub("", sheet).split("}"))
    return "".join(f"{rule}}}" for rule in found if "{" in rule and not _FETCHING.search(_LOCAL.sub("", rule)))


def _pixels(element: etree._Element) -> int:
    """How many pixels the picture of an <image> has, after its header; 0 of everything else."""
    match = _DATA.match(_href(element) or "") if element.tag == f"{{{SVG}}}image" else None
    if match is None:
        return 0
    try:
        with Pillow.open(io.BytesIO(base64.b64decode(match[1] + "=="))) as picture:
            return min(picture.width * picture.height, _MOST_PIXELS)
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        return 0  # the reader of pictures inside says what is wrong with it


def _check_uses(root: etree._Element, filters: Filters, field: str) -> None:
    """Raise Invalid when the drawing grows without bounds, or in circles, once its <use> elements are followed."""
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[etree._Element, int] = {}
    open_: set[etree._Element] = set()

    def weight(element: etree._Element) -> int:
        if element in known:
            return known[element]
        if element in open_ or len(open_) > 2 * _DEPTH:
            raise Invalid("the SVG uses itself in a circle", field=field, code="unsafe_svg")
        open_.add(element)
        own = sum(cost for key, cost in _COSTS.items() if element.get(key) or key in (element.get("style") or ""))
        own += _pixels(element) // _PIXELS + filters.units(element)
        total = 1 + own + sum(weight(child) for child in element)
        target = targets.get((_href(element) or "").removeprefix("#"))
        if target is not None and element.tag == f"{{{SVG}}}use":
            total += weight(target)
        open_.discard(element)
        known[element] = min(total, _DRAWN + 1)
        return known[element]

    if weight(root) > _DRAWN:
        raise Invalid(
            f"the SVG draws more than {_DRAWN} elements, or filters and pictures that cost as much",
            field=field,
            code="image_too_big",
        )
