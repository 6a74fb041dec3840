"""An SVG of ours that was uploaded: its scene is read back from its own layers and metadata (composer/metadata.py).

Only the markup's harmless part is taken over; what the metadata say is checked like any other input.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

from lxml import etree
from pydantic import TypeAdapter, ValidationError

from gouache.artifacts.decode import decode
from gouache.engines.composer.engine import Draft
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.looks import Look, Medium
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.request import Composition, Report
from gouache.engines.composer.restyle import RASTER
from gouache.engines.composer.scene import Scene
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.editor.own import Own
from gouache.engines.editor.things import tight
from gouache.operations import MAX_SEED, Generate

_SCENE = re.compile(r'<scene xmlns="urn:gouache:scene">([^<]*)</scene>')
_S = f"{{{NAMESPACE}}}"
_SPACES = re.compile(r' xmlns(:\w+)?="[^"]*"')
_LEAST, _MOST = 64, 4096  # px


def uploaded(data: bytes) -> Own | None:
    """The scene of an SVG of ours; None for all others.

    What is there keeps its markup, whatever hand drew it; what is added comes as a plain illustration.
    """
    told = _told(data)
    svg = decode(data, "image").svg if told else None
    if told is None or svg is None:
        return None
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    picture = _picture(root)
    if picture is None:
        return None
    report = told["report"]
    style, seed = str(report.get("style", "")), report.get("seed")
    if style in RASTER or not isinstance(seed, int) or not 0 <= seed <= MAX_SEED:
        return None
    try:
        scene = TypeAdapter(Scene).validate_python({"prompt": picture.title, **told["scene"]})
    except ValidationError:  # of another version: the picture can still be traced
        return None
    picture = replace(picture, setting=scene.setting or "studio", background=None)
    asked = Generate(prompt=picture.title, width=picture.width, height=picture.height, seed=seed, format="svg")
    look = Look(style, Medium.PAINT, "flat" if style == "flat" else "soft", None, None, None)
    return Own(asked, Draft(look, seed, Composition(picture, scene, Report())))


def _told(data: bytes) -> dict[str, dict[str, Any]] | None:
    """The scene graph and the report in the metadata."""
    found = _SCENE.search(data.decode("utf-8", "replace"))
    try:
        told = json.loads(unescape(found.group(1))) if found else None
    except (ValueError, RecursionError):
        return None
    good = isinstance(told, dict) and all(isinstance(told.get(key), dict) for key in ("scene", "report"))
    return told if good else None


def _picture(root: etree._Element) -> Picture | None:
    """The layers as elements with their boxes; None when the page or its layers are not as we write them."""
    view = (root.get("viewBox") or "").split()
    if len(view) != 4 or view[:2] != ["0", "0"] or not all(side.isdigit() for side in view[2:]):
        return None
    width, height = int(view[2]), int(view[3])
    layers = [node for node in root if node.tag == f"{_S}g"]
    roles = {role.value for role in Role}
    if not layers or any(layer.get("data-role") not in roles for layer in layers):
        return None
    if min(width, height) < _LEAST or max(width, height) > _MOST:
        return None
    defs = "".join(_inner(node) for node in root if node.tag == f"{_S}defs")
    title = "".join(node.text or "" for node in root if node.tag == f"{_S}title")
    picture = Picture(width, height, defs=defs, title=title)
    for layer in layers:
        role = Role(str(layer.get("data-role")))
        picture.elements += [_element(node, role, number, picture) for number, node in enumerate(layer)]
    ground = next((e for e in picture.elements if e.role is Role.GROUND and e.label != "page"), None)
    picture.horizon = ground.box.y / height if ground and 0 < ground.box.y < height else picture.horizon
    return picture


def _element(node: etree._Element, role: Role, number: int, picture: Picture) -> Element:
    label = node.get("aria-label") or ""
    name = node.get("id") or f"{role}-{number}"
    bare = Element(name, role, _inner(node), Box(0, 0, 0, 0), label, node.get("data-node"))
    text = label if role is Role.TEXT else None
    return replace(bare, box=tight(replace(picture, elements=[bare])) or bare.box, text=text)


def _inner(node: etree._Element) -> str:
    return "".join(_SPACES.sub("", etree.tostring(child, encoding="unicode", with_tail=False)) for child in node)
