"""The closed lists of style values in other vendors' catalogues, such as `digital_illustration/grain`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from gouache.errors import Invalid
from gouache.tables import rows
from gouache.vocabulary.models import MODELS
from gouache.vocabulary.styles import Style, resolve_style


@lru_cache(1)
def _lists() -> dict[str, dict[str, Style]]:
    lists: dict[str, dict[str, Style]] = {}
    for name, family, value, style, *substyle in rows(__package__, "slash_forms.tsv"):
        found = resolve_style(MODELS[family], style, "".join(substyle) or None)
        lists.setdefault(name, {})[value] = found
    return lists


def slash_forms(name: str) -> Mapping[str, Style]:
    """The values of a list (`recraft-v3`, `recraft-v3-svg`, `recraft-20b`, `recraft-20b-svg`, `fal-v3`, `fal-20b`)."""
    return MappingProxyType(_lists()[name])


def slash_style(name: str, value: str) -> Style:
    """The style that a value of a list means; raises Invalid for any other."""
    values = slash_forms(name)
    if value not in values:
        choices = ", ".join(f'"{choice}"' for choice in values)
        raise Invalid(f"style must be one of the following: {choices}", field="style")
    return values[value]
