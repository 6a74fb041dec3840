from __future__ import annotations

from gouache.engines.composer.art.mend import mended

INSIDE = '<path fill="#ff0000" d="M10 10h80v80h-80z"/>'
FAR = '<path fill="#00ff00" d="M310 10h80v80h-80z"/>'
ACROSS = '<path fill="#0000ff" d="M50 50h150v20h-150z"/>'


def test_leftovers_outside_go() -> None:
    assert mended(INSIDE + FAR, 100, 100) == INSIDE


def test_what_is_seen_stays() -> None:
    assert mended(INSIDE, 100, 100) == INSIDE
    assert mended(INSIDE + ACROSS, 100, 100) == INSIDE + ACROSS
