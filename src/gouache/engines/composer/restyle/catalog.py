"""Which hand draws which of the vendor's styles."""

from __future__ import annotations

from functools import lru_cache

from gouache.tables import rows


@lru_cache(1)
def _table() -> dict[tuple[str, str], tuple[str, bool]]:
    """(style, substyle or "-") to (hand, exact) from `data/substyles.tsv`."""
    return {(r[0], r[1]): (r[2], r[3] == "exact") for r in rows("gouache.engines.composer.restyle", "substyles.tsv")}


def hands_of(style: str) -> set[str]:
    """The hands that draw a style and its substyles; those of every style for `any`."""
    return {hand for (name, _), (hand, _) in _table().items() if style in ("any", name)}


def hands() -> dict[str, tuple[str, str | None]]:
    """Every hand with the first (style, substyle) that it draws."""
    found: dict[str, tuple[str, str | None]] = {}
    for (style, substyle), (hand, _) in _table().items():
        found.setdefault(hand, (style, None if substyle == "-" else substyle))
    return found


def nearest(style: str, substyle: str | None) -> tuple[str, bool]:
    """The hand for a style: a key of VECTOR or RASTER, "illustration" or "realistic"; and whether it is that style.

    A substyle may be given alone, as `style`; names in no table fall to their style, then to "illustration".
    """
    table = _table()
    if found := table.get((style, substyle or "-")):
        return found
    alone = substyle or style
    for (_, name), (hand, exact) in table.items():
        if name == alone:
            return hand, exact
    return table.get((style, "-"), ("illustration", False))[0], False
