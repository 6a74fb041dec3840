"""What adjectives say of a thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gouache.engines.composer.lexicon.morphology import Form, singular, verb_forms
from gouache.engines.composer.lexicon.tables import colors, conditions, keyed, listed, materials, numbers, sizes
from gouache.engines.composer.lexicon.vocabulary import Vocabulary, named
from gouache.engines.composer.parse.tagging import Tag, Unit

COUNTED_PARTS = {
    "one": "one",
    "two": "two",
    "three": "three",
    "four": "four",
    "six": "six",
    "eight": "eight",
    "multi": "many",
}


class Role(StrEnum):
    """What a word in front of a noun can be."""

    COLOR = "color"
    MATERIAL = "material"
    PATTERN = "pattern"
    SIZE = "size"
    EXPRESSION = "expression"
    CONDITION = "condition"
    PART = "part"  # three-headed, long-haired
    POSE = "pose"
    ADJECTIVE = "adjective"


@dataclass(slots=True)
class Attributes:
    colors: list[str] = field(default_factory=list)
    material: str | None = None
    pattern: str | None = None
    size: float = 1.0
    expression: str | None = None
    pose: str | None = None
    deeds: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    conditions: list[tuple[str, str]] = field(default_factory=list)

    def merge(self, other: Attributes) -> None:
        """Add what another phrase says of the same thing; the later word wins."""
        self.colors += [c for c in other.colors if c not in self.colors]
        self.material = other.material or self.material
        self.pattern = other.pattern or self.pattern
        self.size = other.size if other.size != 1.0 else self.size
        self.expression = other.expression or self.expression
        self.pose = other.pose or self.pose
        lists = ((self.modifiers, other.modifiers), (self.parts, other.parts), (self.deeds, other.deeds))
        for mine, theirs in lists:
            mine += [word for word in theirs if word not in mine]
        self.conditions += other.conditions

    def add(self, role: Role, unit: Unit) -> None:
        """Read one word in a role."""
        low = unit.low
        match role:
            case Role.COLOR:
                self._add_color(unit)
            case Role.MATERIAL:
                self.material = materials()[low][0]
                if self.material in ("gold", "silver") or low in ("golden",):
                    self._add_color(Unit(Tag.COLOR, low, low, colors()[self.material].hex))
            case Role.PATTERN:
                self.pattern = keyed("patterns.tsv")[low]
            case Role.SIZE:
                self.size = sizes()[low]
                self.modifiers.append(low)
            case Role.EXPRESSION:
                self.expression = keyed("expressions.tsv")[low]
            case Role.CONDITION:
                self.conditions.append(conditions()[low])
                self.modifiers.append(low)
            case Role.PART:
                self.parts.append(part_of(low) or low)
            case Role.POSE:
                self.pose = verb_forms()[low].pose
                self.deeds.append(verb_forms()[low].lemma)
            case Role.ADJECTIVE:
                self.modifiers.append(low)

    def _add_color(self, unit: Unit) -> None:
        if unit.value not in self.colors:
            self.colors.append(unit.value)
        if unit.low in ("golden", "gold", "silver") and self.material is None:
            self.material = "gold" if unit.low.startswith("gold") else "silver"


def part_of(word: str) -> str | None:
    """ "three heads" of "three-headed", "red hair" of "red-haired"."""
    first, hyphen, last = word.rpartition("-")
    if not hyphen or not last.endswith("ed") or len(last) < 4:
        return None
    for stem in (last[:-2], last[:-1], last[:-3]):
        if stem in listed("parts.tsv"):
            plural = first in COUNTED_PARTS and first != "one"
            return f"{COUNTED_PARTS.get(first, first)} {stem}{'s' if plural else ''}".replace("foots", "feet")
    return None


def roles(unit: Unit, vocabulary: Vocabulary) -> list[Role]:
    """Everything a unit can say of a noun after it, the likeliest first; empty for a plain noun."""
    low = unit.low
    found: list[Role] = []
    if unit.tag is Tag.COLOR:
        found.append(Role.COLOR)
    if low in materials():
        found.append(Role.MATERIAL)
    if low in keyed("patterns.tsv"):
        found.append(Role.PATTERN)
    if low in sizes():
        found.append(Role.SIZE)
    if low in keyed("expressions.tsv"):
        found.append(Role.EXPRESSION)
    if unit.tag is Tag.WORD and low in conditions() and conditions()[low][0] != "time":
        found.append(Role.CONDITION)
    if part_of(low):
        found.append(Role.PART)
    return found or _open_roles(low, vocabulary)


def _open_roles(low: str, vocabulary: Vocabulary) -> list[Role]:
    verb = verb_forms().get(low)
    if low in keyed_ing():
        return []
    if verb is not None and verb.form is Form.GERUND:
        return [Role.POSE if verb.pose else Role.ADJECTIVE]
    if low in listed("adjectives.tsv"):
        return [Role.ADJECTIVE]
    if verb is not None and verb.form in (Form.PAST, Form.PARTICIPLE) and not (named(low) or named(singular(low)[0])):
        return [Role.ADJECTIVE]
    if named(low) or named(singular(low)[0]):
        return []
    if vocabulary.is_adjective(low) or _participle(low) or _hyphenated(low):
        return [Role.ADJECTIVE]
    return []


def keyed_ing() -> frozenset[str]:
    return listed("ing_nouns.tsv")


def _hyphenated(low: str) -> bool:
    """Whether a word such as "two-story", "snow-capped" or "dark-eyed" describes what follows."""
    first, hyphen, last = low.partition("-")
    known = first in numbers() or first in listed("adjectives.tsv") or first in colors()
    return bool(hyphen) and (known or last.endswith(("ed", "ing", "en", "style", "free", "like")))


def _participle(low: str) -> bool:
    return len(low) > 5 and low.endswith("ed") or len(low) > 6 and low.endswith("ly")


def describe(units: Sequence[tuple[Unit, Role]]) -> Attributes:
    attributes = Attributes()
    for unit, role in units:
        attributes.add(role, unit)
    return attributes
