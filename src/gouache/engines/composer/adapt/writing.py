"""Words that no thing carries: they are kept as lettering, and letters are no things."""

from __future__ import annotations

import re

from gouache.engines.composer.adapt.places import remove
from gouache.engines.composer.scene import Kind, Scene

_SPACED = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
_LETTERS = re.compile(r"(?:[a-z] )*[a-z]$")
_SHOPS = frozenset({"store", "shop", "storefront", "shopfront", "bakery", "cafe", "restaurant", "bar", "building",
                    "supermarket", "museum", "bookstore", "bookshop", "diner", "front"})  # fmt: skip
_WRITING = frozenset({"word", "letter", "lettering", "text", "saying", "phrase", "number", "writing", "graffiti letter",
                      "words", "letters", "sentence", "caption", "message", "inscription", "title", "font", "color",
                      "headline", "movie title", "name", "quote", "slogan"})  # fmt: skip


def gather_words(scene: Scene) -> None:
    """Texts of places, and words spelt with spaces, become lettering of the scene."""
    spaced = _SPACED.search(scene.prompt)
    if spaced and not scene.texts:
        scene.texts = [spaced.group().replace(" ", "")]
    for node in list(scene.nodes):
        if node.kind is Kind.SETTING and node.text and node.concept.split()[-1] in _SHOPS:
            node.concept, node.kind = "shop", Kind.BUILDING  # a shop front is seen from the street
            scene.setting = "city_street"
        elif node.kind is Kind.SETTING and node.text:
            scene.texts = [*scene.texts, node.text]
            node.text = None
        elif spaced and _LETTERS.match(node.concept) or (scene.texts and node.concept in _WRITING and not node.text):
            remove(scene, node)
        elif node.text and node.concept in _WRITING:
            scene.texts = [*scene.texts, node.text]
            remove(scene, node)
