"""Display order of mixed left-to-right and right-to-left text: the usual cases of UAX #9, on one line."""

from __future__ import annotations

import unicodedata

_RIGHT = ("R", "AL")
_NUMBER = ("EN", "AN")


def base_level(text: str) -> int:
    """1 when the first strong letter is written right to left."""
    strong = next((k for k in map(unicodedata.bidirectional, text) if k == "L" or k in _RIGHT), "L")
    return int(strong in _RIGHT)


def levels(text: str) -> list[int]:
    """The embedding level of every character: even runs left to right, odd right to left."""
    base = base_level(text)
    kinds = [unicodedata.bidirectional(c) for c in text]
    if base == 0 and not any(k in _RIGHT for k in kinds):
        return [0] * len(text)
    found = [_strong(kinds, i, base) for i in range(len(text))]
    return [_neutral(found, i, base) if level is None else level for i, level in enumerate(found)]


def _strong(kinds: list[str], at: int, base: int) -> int | None:
    kind = kinds[at]
    if kind in _RIGHT:
        return 1
    if kind in _NUMBER:
        before = next((k for k in reversed(kinds[:at]) if k == "L" or k in _RIGHT), "R" if base else "L")
        return 0 if before == "L" and not base else 2
    if kind == "L":
        return 2 if base else 0
    if kind == "NSM" and at:
        return _strong(kinds, at - 1, base)
    return None


def _neutral(found: list[int | None], at: int, base: int) -> int:
    """Between two runs of one direction a neutral goes with them, else with the paragraph."""
    before = next((v for v in reversed(found[:at]) if v is not None), base)
    after = next((v for v in found[at + 1 :] if v is not None), base)
    if before % 2 == after % 2:
        return min(before, after) if before % 2 == base % 2 else before
    return base


def visual_order(run_levels: list[int]) -> list[int]:
    """Indices of runs from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        i = 0
        while i < len(order):
            j = i
            while j < len(order) and run_levels[order[j]] >= level:
                j += 1
            order[i:j] = reversed(order[i:j])
            i = max(j, i + 1)
    return order
