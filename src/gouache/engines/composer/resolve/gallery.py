"""What can be drawn: house drawings and the pack's art, by name, with faces and badges left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from gouache.engines.composer.art import Pack
from gouache.engines.composer.house.registry import house_drawings
from gouache.engines.composer.lexicon import Concept
from gouache.engines.composer.resolve.tables import Group, excluded, subgroups

PREFERENCE = {"soft": ("noto", "fluent-emoji-flat"), "flat": ("fluent-emoji-flat", "noto")}
EXACT_ONLY = ("body-parts", "heart", "emotion", "other-symbol", "geometric", "religion", "punctuation", "hand-prop")


def house_name(names: Iterable[str]) -> str | None:
    """The first of some names that a house drawing has."""
    drawings = house_drawings()
    return next((name for name in names if name in drawings), None)


def concept_names(entry: Concept) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


@lru_cache(4)
def _labels(art: Pack) -> Mapping[str, str]:
    """Every way to write a label -> the label."""
    table: dict[str, str] = {}
    for label in art.signs:
        for way in (label, label.replace("-", " "), label.replace("'s", "s")):
            table.setdefault(way, label)
    return table


@lru_cache(4)
def _keywords(art: Pack) -> Mapping[str, tuple[str, ...]]:
    """Keyword -> labels that may be found by meaning."""
    table: dict[str, list[str]] = {}
    for label, sign in art.signs.items():
        for keyword in sign.keywords if retrievable(art, label) else ():
            table.setdefault(keyword, []).append(label)
    return {keyword: tuple(labels) for keyword, labels in table.items()}


def retrievable(art: Pack, label: str) -> bool:
    """Whether a label may be reached without being named: no faces, gestures, signs, clock faces."""
    sign = art.signs.get(label)
    if sign is None or sign.subgroup not in subgroups() or "o'clock" in label or label.endswith("-thirty"):
        return False
    return bool(usable(art, label))


def usable(art: Pack, label: str) -> dict[str, str]:
    """The drawings of a label that show the whole thing: collection -> name."""
    names = art.names.get(label, {})
    return {c: n for c, n in names.items() if (c, n) not in excluded() and not c.endswith("high-contrast")}


def choose(art: Pack, label: str, look: str) -> str | None:
    """`collection:name` of a label in the collection that a look prefers."""
    found = usable(art, label)
    return next((f"{c}:{found[c]}" for c in PREFERENCE[look] if c in found), None)


def exact(art: Pack, name: str) -> str | None:
    """The label that is written like this; people and faces are not drawn from the pack."""
    label = _labels(art).get(name)
    if label is None or not usable(art, label):
        return None
    sign = art.signs[label]
    return label if sign.subgroup in subgroups() or sign.subgroup in EXACT_ONLY else None


def tagged(art: Pack, keyword: str) -> tuple[str, ...]:
    return _keywords(art).get(keyword, ())


def group_of(art: Pack, label: str) -> Group | None:
    return subgroups().get(art.signs[label].subgroup)


def written(art: Pack | None, drawing: str, look: str) -> str | None:
    """A drawing named in a table: a house drawing's name, or `collection:name`, turned to the look's collection."""
    collection, _, name = drawing.partition(":")
    if collection == "house":
        return drawing if house_name([name]) else None
    label = art.label(collection, name) if art else None
    return choose(art, label, look) if art and label else None
