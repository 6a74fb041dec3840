"""The table of settings, from the code: `python docs/make_settings.py` writes `docs/settings.md`.

A setting's description is the comment behind it, or the comment lines above it.
"""

from __future__ import annotations

import inspect
import json
import re
import types
import typing
from pathlib import Path

from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from gouache.config import Settings
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.routing import Routing
from gouache.engines.upstream.settings import UpstreamSettings

PAGE = Path(__file__).parent / "settings.md"
GROUPS: tuple[tuple[str, type[BaseSettings]], ...] = (
    ("The server", Settings), ("Which engine draws", Routing), ("The GPU engine", DiffusionSettings),
    ("The upstream engine", UpstreamSettings),
)  # fmt: skip
ELSEWHERE = (
    ("GOUACHE_ART_PACK", "path", "in the package", "the composer's art pack"),
    ("GOUACHE_SHOW", "`kitty`, `iterm`, `sixel`, `blocks`", "by the terminal", "how `--show` draws in the terminal"),
)
_MADE = {"data_dir": "the user's data directory", "models_dir": "`models` in the data directory"}  # by factories
_HEAD = """# Settings

All of them are variables of the environment. Lists and objects are JSON, networks are separated by commas. A wrong
value stops the start with a line that names it. This page is written by `docs/make_settings.py` from the code.
"""
_COMMENT = re.compile(r"^    (\w+): .*?  # (.+)$", re.MULTILINE)


def page() -> str:
    """The text of the page."""
    parts = [_HEAD]
    for title, group in GROUPS:
        parts.append(f"\n## {title}\n\n{_table(_rows(group))}")
    parts.append(f"\n## The rest\n\n{_table(list(ELSEWHERE))}")
    return "".join(parts)


def _table(rows: list[tuple[str, str, str, str]]) -> str:
    lines = [f"| `{name}` | {kind} | {default} | {said} |" for name, kind, default, said in rows]
    return "\n".join(["| setting | value | default | |", "|---|---|---|---|", *lines, ""])


def _rows(group: type[BaseSettings]) -> list[tuple[str, str, str, str]]:
    said = dict(_COMMENT.findall(inspect.getsource(group)))
    prefix = group.model_config["env_prefix"]
    return [
        (
            f"{prefix}{name}".upper(),
            _kind(field.annotation),
            _MADE.get(name) or _default(field.default),
            _escaped(said[name]),
        )
        for name, field in group.model_fields.items()
    ]


def _default(value: object) -> str:
    if value is PydanticUndefined or value is None or value in ((), {}, ""):
        return "–"
    return f"`{json.dumps(value).strip(chr(34))}`"


def _kind(kind: object) -> str:
    """A type in the words of people who set variables."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return _kind(next(one for one in typing.get_args(kind) if one is not type(None)))
    if typing.get_origin(kind) is typing.Annotated:
        return _kind(typing.get_args(kind)[0])
    if typing.get_origin(kind) is typing.Literal:
        return ", ".join(f"`{one}`" for one in typing.get_args(kind))
    plain = {bool: "true or false", int: "whole number", float: "number", str: "text", Path: "path"}
    if isinstance(kind, type) and kind in plain:
        return plain[kind]
    outer = typing.get_origin(kind)
    if outer is tuple:
        return "networks" if "Network" in str(kind) else "list"
    return "object" if outer is dict else "text"


def _escaped(text: str) -> str:
    return text.replace("None = ", "without: ").replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page())
