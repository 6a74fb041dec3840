"""Bracketed form names back into nested values: `controls[colors][][rgb][]` and its relatives.

`a[b]` is a key, `a[]` an item of a list, `a[0]` the item at a place. A list of objects arrives as columns: all `rgb`
numbers of all colours in a row, all `text` values, all `bbox` numbers. Columns are cut into rows by the known length
of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from gouache.errors import Invalid

_NAME = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])+)$")
_CELL = {"rgb": 3, "bbox": 8}  # numbers that one object's column holds
_ROW = {"bbox": 2, "strict_color_palette": 3}  # lists of lists: numbers in each inner list

Path = tuple[str, ...]
Columns = dict[Path, list[str]]


def unflatten(pairs: Iterable[tuple[str, str]], depth: int) -> dict[str, Any]:
    """The nested value of form fields; a plain name given twice keeps its last value. Raises Invalid."""
    plain: dict[str, Any] = {}
    nested: dict[str, Columns] = {}
    for name, value in pairs:
        match = _NAME.match(name)
        if match is None:
            plain[name] = value
            continue
        path = tuple(match[2][1:-1].split("]["))
        if len(path) > depth:
            raise _wrong(match[1], f"nested more than {depth} levels deep")
        nested.setdefault(match[1], {}).setdefault(path, []).append(value)
    return plain | {name: _build(columns, name, name) for name, columns in nested.items()}


def _build(columns: Columns, name: str, root: str) -> Any:
    """The value of some paths; `name` is the key they hang under, `root` the field to name in errors."""
    if () in columns:
        if len(columns) > 1:
            raise _wrong(root, "mixes a value with a list or an object")
        return columns[()][-1]
    heads = {path[0] for path in columns}
    if heads == {""}:
        return _list({path[1:]: values for path, values in columns.items()}, name, root)
    if "" in heads:
        raise _wrong(root, "mixes list items with named keys")
    groups: dict[str, Columns] = {}
    for path, values in columns.items():
        groups.setdefault(path[0], {})[path[1:]] = values
    if all(head.isdecimal() and head.isascii() and len(head) < 6 for head in heads):
        return [_build(groups[head], name, root) for head in sorted(groups, key=int)]
    return {head: _build(group, head, root) for head, group in groups.items()}


def _list(columns: Columns, name: str, root: str) -> list[Any]:
    bare = [values for path, values in columns.items() if not any(path)]
    if bare and len(columns) > 1:
        raise _wrong(root, "mixes plain items with objects")
    if bare:
        return _nest(bare[0], name, root)
    return _rows(columns, root)


def _nest(values: list[str], name: str, root: str) -> list[Any]:
    size = _ROW.get(name)
    return list(values) if size is None else _cut(values, size, root)


def _rows(columns: Columns, root: str) -> list[dict[str, Any]]:
    """Objects from their columns; a column of single values may be shorter than the others."""
    count = max(_count(path, values, root) for path, values in columns.items())
    rows: list[dict[str, Any]] = [{} for _ in range(count)]
    for path, values in columns.items():
        many = path[-1] == ""
        cells = _cut(values, _CELL.get(path[0]) or _even(values, count, root), root) if many else values
        for row, cell in zip(rows, cells, strict=False):
            row[path[0]] = _nest(list(cell), path[0], root) if many else cell
    return rows


def _count(path: Path, values: list[str], root: str) -> int:
    if len([part for part in path if part]) != 1:
        raise _wrong(root, "objects inside a list of objects must be sent as JSON")
    if path[-1] != "":
        return len(values)
    return len(_cut(values, _CELL[path[0]], root)) if path[0] in _CELL else 1


def _even(values: list[str], count: int, root: str) -> int:
    if len(values) % count:
        raise _wrong(root, f"{len(values)} values cannot be shared among {count} items")
    return len(values) // count


def _cut(values: list[str], size: int, root: str) -> list[list[str]]:
    if len(values) % size:
        raise _wrong(root, f"numbers must come in groups of {size}, got {len(values)}")
    return [values[at : at + size] for at in range(0, len(values), size)]


def _wrong(root: str, why: str) -> Invalid:
    return Invalid(f"{root}: {why}", field=root)
