"""Words that no thing carries: they are kept as lettering, and letters are no things."""

from __future__ import annotations

import re

from gouache.engines.composer.adapt.places import remove
from gouache.engines.composer.scene import Kind, Node, Rel, Scene

_SPACED = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
_LETTERS = re.compile(r"(?:[a-z] )*[a-z]$")
_FRONT = re.compile(
    r"\b(?:shop|store|storefront|bookstore|bookshop|bakery|cafe|café|restaurant|diner|florist|boutique|pub|bar|bistro|salon)"
    r"(?: front)? with (?:a|the|an|its) (?:\w+ ){0,2}(?:sign|signboard|awning)\b"
)
_INITIAL = re.compile(r"\b(?:[Ll]etters?|[Ii]nitials?)\s+[\"\u201c']?([A-Z](?:\s?[A-Z])?)\b")
_WORD = re.compile(r"\b(?:image|picture|photo|photograph) of|\b(?:word|letters|lettering|text)\b")
_INDOORS = ("shop", "cafe", "restaurant", "bar", "supermarket", "museum", "office")
_SHOPS = frozenset({"store", "shop", "storefront", "shopfront", "bakery", "cafe", "restaurant", "bar", "building",
                    "supermarket", "museum", "bookstore", "bookshop", "diner", "front"})  # fmt: skip
_DECORATION = frozenset({"paint", "splash", "splotch", "splatter", "drip", "stroke", "paint palette", "spray paint"})
_SIGNS = frozenset({"sign", "signboard", "banner", "awning", "nameplate"})
_LABELS = frozenset({"label", "name tag", "nameplate", "inscription"})
_LABELLED = frozenset({Kind.CONTAINER, Kind.THING, Kind.FOOD, Kind.FURNITURE})
_WRITING = frozenset({"word", "letter", "lettering", "text", "saying", "phrase", "number", "writing", "graffiti letter",
                      "words", "letters", "sentence", "caption", "message", "inscription", "title", "font", "color",
                      "headline", "movie title", "name", "quote", "slogan"})  # fmt: skip


def gather_words(scene: Scene) -> None:
    """Texts of places, and words spelt with spaces, become lettering of the scene; what only says so goes."""
    spaced = _SPACED.search(scene.prompt)
    if spaced and not scene.texts:
        scene.texts = [spaced.group()]
    scene.texts = [text.replace(" ", "") if _SPACED.fullmatch(text.strip()) else text for text in scene.texts]
    for node in list(scene.nodes):
        if node.text:
            _carried(scene, node)
        elif spaced and _LETTERS.match(node.concept):
            remove(scene, node)
    _shop_front(scene)
    _initials(scene)
    _labels(scene)
    for node in list(scene.nodes):
        if scene.texts and not node.text and _only_writing(node):
            remove(scene, node)


def _shop_front(scene: Scene) -> None:
    """A shop that has a sign is seen from the street, with its name over the door."""
    for node in scene.nodes:
        named = node.text and node.concept in _SIGNS and _FRONT.search(scene.prompt.lower())
        if named and not any(n.kind is Kind.BUILDING for n in scene.nodes):
            node.concept, node.kind = "store", Kind.BUILDING
            scene.setting = "city_street"
            return


def _initials(scene: Scene) -> None:
    """ "The letter N" is written, not drawn as an envelope."""
    found = _INITIAL.search(scene.prompt)
    for node in list(scene.nodes):
        if found and node.phrase.lower().startswith(("letter", "the letter", "initial")) and not node.text:
            remove(scene, node)
            scene.texts = scene.texts or [found.group(1)]


def _labels(scene: Scene) -> None:
    """A label is written on what it is stuck on, which brings its own."""
    for relation in [*scene.related(Rel.WITH), *scene.related(Rel.ON)]:
        known = {node.id: node for node in scene.nodes}
        shop, sign = known.get(relation.subject), known.get(relation.object)
        if relation.kind is Rel.ON:
            shop, sign = sign, shop
        fits = shop is not None and shop.kind is Kind.BUILDING and shop.concept.split()[-1] in _SHOPS
        if fits and shop is not None and sign is not None and sign.text and sign.concept.split()[-1] in _SIGNS:
            shop.text = shop.text or sign.text
            remove(scene, sign)
    for relation in list(scene.related(Rel.ON)):
        known = {node.id: node for node in scene.nodes}
        label, host = known.get(relation.subject), known.get(relation.object)
        if label is None or host is None or label.concept not in _LABELS or host.kind not in _LABELLED:
            continue
        host.text = host.text or label.text
        remove(scene, label)


def _carried(scene: Scene, node: Node) -> None:
    """A text on a place or on a mere word: a shop front carries it, otherwise it is lettering."""
    shop = node.concept.split()[-1] in _SHOPS
    if node.kind is Kind.SETTING and shop:
        node.concept, node.kind, scene.setting = "store", Kind.BUILDING, "city_street"  # seen from the street
    elif node.kind is Kind.BUILDING and scene.setting in _INDOORS:
        scene.setting = "city_street"
    elif node.kind is Kind.SETTING:
        scene.texts, node.text = [*scene.texts, str(node.text)], None
    elif node.concept in _WRITING or _WORD.search(node.phrase.lower()):
        scene.texts = [*scene.texts, str(node.text)]
        remove(scene, node)


def _only_writing(node: Node) -> bool:
    letters = node.concept in _WRITING or node.concept.split()[-1] in ("letter", "lettering", "letters")
    return letters or (node.kind in (Kind.THING, Kind.EFFECT) and node.concept in _DECORATION)
