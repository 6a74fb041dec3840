"""The Python samples of a dialect's page, to be run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

_PAGES = Path(__file__).parents[2] / "docs" / "dialects"


def page(name: str) -> str:
    """The text of a dialect's page."""
    return (_PAGES / f"{name}.md").read_text()


def samples(name: str, language: str = "python") -> list[str]:
    """The code blocks of a page, top to bottom."""
    return re.findall(rf"^```{language}\n(.*?)^```", page(name), re.DOTALL | re.MULTILINE)


def run(sample: str, url: str) -> dict[str, object]:
    """Run a block against the server at `url` instead of the page's; its variables afterwards."""
    variables: dict[str, object] = {"__name__": "__main__"}
    exec(compile(sample.replace("http://127.0.0.1:8000", url), "sample", "exec"), variables)  # noqa: S102
    return variables
