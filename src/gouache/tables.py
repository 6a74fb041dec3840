"""Reading the tab-separated tables that packages carry in their `data/` folder."""

from __future__ import annotations

from importlib.resources import files


def rows(package: str, table: str) -> list[list[str]]:
    """The cells of `data/<table>` of a package, stripped; comment lines (#) and blank lines left out."""
    return cells((files(package) / "data" / table).read_text(encoding="utf-8"))


def cells(text: str) -> list[list[str]]:
    """The cells of a tab-separated table in the same way."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [[cell.strip() for cell in line.split("\t")] for line in lines]
