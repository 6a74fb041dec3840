"""Which drawings enter the pack, and what they are called: icon sets joined with the Unicode names and keywords."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gouache.engines.composer.art.fetch import Files

COLLECTIONS = ("noto", "fluent-emoji-flat", "fluent-emoji-high-contrast")
SKIPPED_GROUPS = {"component", "flags"}
SKIPPED_SUBGROUPS = {"family", "person-symbol", "keycap", "alphanum"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One emoji: its CLDR label, keywords and class."""

    code: str  # code points, lower case, joined by dashes, without variation selectors
    label: str
    keywords: tuple[str, ...]
    group: str
    subgroup: str


@dataclass(frozen=True, slots=True)
class Icon:
    collection: str
    name: str
    sign: Sign
    body: str
    width: float
    height: float


def signs(sources: Files) -> dict[str, Sign]:
    """Every wanted emoji by its code."""
    data = json.loads(sources["emojibase-data/en/data.json"])
    messages = json.loads(sources["emojibase-data/en/messages.json"])
    groups = {row["order"]: row["key"] for row in messages["groups"]}
    subgroups = {row["order"]: row["key"] for row in messages["subgroups"]}
    return {sign.code: sign for sign in (_sign(row, groups, subgroups) for row in data) if _wanted(sign)}


def _sign(row: dict[str, Any], groups: dict[int, str], subgroups: dict[int, str]) -> Sign:
    label = str(row["label"]).lower().replace("’", "'")
    return Sign(
        code=normal(str(row["hexcode"])),
        label=label,
        keywords=tuple(str(tag).lower() for tag in row.get("tags", ())),
        group=groups.get(row.get("group", -1), ""),
        subgroup=subgroups.get(row.get("subgroup", -1), ""),
    )


def _wanted(sign: Sign) -> bool:
    return bool(sign.group) and sign.group not in SKIPPED_GROUPS and sign.subgroup not in SKIPPED_SUBGROUPS


def normal(code: str) -> str:
    return code.lower().replace("-fe0f", "")


def icons(sources: Files, known: dict[str, Sign]) -> Iterator[Icon]:
    """All wanted drawings of all collections, sorted by name."""
    for collection in COLLECTIONS:
        icons_ = json.loads(sources[f"@iconify-json/{collection}/icons.json"])
        chars = json.loads(sources[f"@iconify-json/{collection}/chars.json"])
        codes = {name: normal(code) for code, name in chars.items() if normal(code) in known}
        for name in sorted(codes):
            if name in icons_["icons"]:
                yield _icon(collection, name, known[codes[name]], icons_)


def _icon(collection: str, name: str, sign: Sign, icons_: dict[str, Any]) -> Icon:
    icon = icons_["icons"][name]
    size = [float(icon.get(side) or icons_.get(side) or 16) for side in ("width", "height")]
    return Icon(collection, name, sign, tidy(icon["body"], f"{collection[0]}-{name}"), *size)


_SHAPE = re.compile(r"<(?:path|circle|ellipse|rect|polygon)\b(?![^>]*\bfill=)")


def tidy(body: str, prefix: str) -> str:
    """Ids made short and the drawing's own, and the silent default black said aloud, so that it can be recoloured."""
    names = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', body)))
    for number, name in enumerate(names):
        new = f"{prefix}-{number}"
        body = re.sub(rf'\bid="{re.escape(name)}"', f'id="{new}"', body)
        body = re.sub(rf"url\(#{re.escape(name)}\)", f"url(#{new})", body)
        body = re.sub(rf'href="#{re.escape(name)}"', f'href="#{new}"', body)
    return f'<g fill="#000000">{body}</g>' if _SHAPE.search(body) else body
