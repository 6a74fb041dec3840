"""Where lines break: all ways into n lines compared by dynamic programming."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from gouache.engines.composer.typography.shaping import clusters, shape

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_WEAK = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "and", "or", "&", "with", "from"]
    + ["und", "der", "die", "das", "de", "la", "le", "el", "y", "di", "и", "в", "на", "с"]
)
_NO_START = "、。，．！？：；）」』】〉》"


def pieces(text: str) -> list[str]:
    """Unbreakable pieces; one that is followed by a space keeps it."""
    found: list[str] = []
    for word in re.findall(r"\S+\s*", text):
        found += _wide_pieces(word) if _WIDE.search(word) else re.findall(r"[^-–—/]+[-–—/]*\s*|[-–—/]+\s*", word)
    return found


def _wide_pieces(word: str) -> list[str]:
    found: list[str] = []
    for cluster in clusters(word):
        if found and (cluster in _NO_START or cluster.isspace()):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


@lru_cache(2048)
def break_lines(text: str, count: int, key: str, tracking: float = 0.0) -> tuple[str, ...]:
    """The text in at most `count` lines of widths as equal as can be; short joining words start a line, not end it."""
    words = pieces(text)
    count = min(count, len(words))
    if count <= 1:
        return (text.strip(),)
    widths = [shape(word, key, tracking).advance for word in words]
    gaps = [width - shape(word.rstrip(), key, tracking).advance for word, width in zip(words, widths, strict=True)]
    total = sum(widths)
    reach = [0.0]
    for width in widths:
        reach.append(reach[-1] + width)

    def cost(i: int, j: int) -> float:
        line = (reach[j] - reach[i] - gaps[j - 1]) / total * count
        weak = j < len(words) and words[j - 1].strip().lower() in _WEAK
        return float(line**6 * (1.7 if weak else 1.0))

    cuts = _cheapest(len(words), count, cost)
    return tuple("".join(words[a:b]).strip() for a, b in zip(cuts, cuts[1:], strict=False))


def _cheapest(n: int, count: int, cost: Callable[[int, int], float]) -> list[int]:
    """Cut points 0 … n of the cheapest way into exactly `count` lines."""
    best: list[list[tuple[float, int]]] = [[(cost(0, j), 0) if j else (0.0, 0) for j in range(n + 1)]]
    for line in range(1, count):
        row = [(float("inf"), 0)] * (n + 1)
        for j in range(line + 1, n + 1):
            row[j] = min((best[-1][i][0] + cost(i, j), i) for i in range(line, j))
        best.append(row)
    cuts = [n]
    for line in range(count - 1, -1, -1):
        cuts.append(best[line][cuts[-1]][1])
    return cuts[::-1]
