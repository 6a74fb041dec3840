"""A drawing without its ground: the layers marked as ground, else the shapes that fill the whole page first."""

from __future__ import annotations

from lxml import etree

from gouache.engines.composer.raster import pixels

_PLACE = {"background", "middle", "ground", "shadow", "light", "foreground"}  # roles of our own layers
_THINGS = {"subject", "prop"}
_PAINTED = ("path", "rect", "circle", "ellipse", "polygon", "polyline", "image", "use")
_GROUPS = ("g", "svg", "switch", "a")
_REFERRED = ("defs", "clipPath", "mask", "symbol", "pattern", "marker")
_SMALL = 64  # px of a side when a shape is looked at
_FULL = 0.985  # of the page that a ground covers


def without_ground(svg: str) -> tuple[str, str]:
    """The markup of a harmless drawing without its ground, and how it was found."""
    root = etree.fromstring(svg.encode())
    layers = [element for element in root.iter() if element.get("data-role")]
    roles = {str(layer.get("data-role")) for layer in layers}
    gone = _PLACE if roles & _THINGS else {"background"}
    dropped = [layer for layer in layers if layer.get("data-role") in gone]
    for layer in dropped:
        _drop(layer)
    while (first := _first_shape(root)) is not None and _fills_page(root, first):
        _drop(first)
        dropped.append(first)
    how = "its layers left out of the drawing" if layers else "full-page shapes left out of the drawing"
    return etree.tostring(root, encoding="unicode"), how if dropped else "the drawing has none"


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _first_shape(root: etree._Element) -> etree._Element | None:
    """What is painted first, however deep."""
    for child in root:
        name = etree.QName(child).localname
        if name in _PAINTED:
            return child
        if name in _GROUPS and (found := _first_shape(child)) is not None:
            return found
    return None


def _fills_page(root: etree._Element, shape: etree._Element) -> bool:
    """Whether a shape alone, where it stands, covers nearly the whole page and is not all there is."""
    place = list(root.iter()).index(shape)
    alone = etree.fromstring(etree.tostring(root))
    elements = list(alone.iter())
    kept = elements[place]
    keep = {kept, *kept.iterancestors(), *kept.iter()}
    others = [element for element in elements if element not in keep and _painted(element)]
    for element in others:
        _drop(element)
    seen = pixels(etree.tostring(alone, encoding="unicode"), _SMALL, _SMALL)
    return bool(others) and float((seen[..., 3] > 250).mean()) > _FULL


def _painted(element: etree._Element) -> bool:
    """Whether it is drawn where it stands, not only referred to."""
    if etree.QName(element).localname not in (*_PAINTED, "text"):
        return False
    return not any(etree.QName(above).localname in _REFERRED for above in element.iterancestors())
