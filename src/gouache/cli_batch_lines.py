"""The lines of a batch: read, checked, made, and written down in a journal."""

from __future__ import annotations

import csv
import hashlib
import inspect
import io
import json
import os
import re
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from gouache import functions
from gouache.errors import GouacheError, Invalid
from gouache.operations import MAX_SEED, Format, TextPlacement
from gouache.picture import FORMATS, Picture
from gouache.requests import drawing
from gouache.styles.profile import profile_of

OPERATIONS = (
    "generate", "vectorize", "remove_background", "upscale", "erase", "inpaint", "outpaint", "replace_background",
    "generate_background", "image_to_image", "variate",
)  # fmt: skip
JOURNAL = "journal.jsonl"
_OURS = {"id", "output", "operation"}
_NAME = re.compile(r"[^/\0]+(/[^/\0]+)*")


class Wish(BaseModel):
    """What a line may say: the arguments of the functions of `gouache`, pictures and profiles as paths."""

    model_config = ConfigDict(extra="forbid")

    id: str | None = None
    output: str | None = None
    operation: str = "generate"
    format: Literal["svg", "png", "webp", "jpeg"] | None = None
    prompt: str | None = None
    style: str | None = None
    substyle: str | None = None
    profile: str | None = None
    size: str | None = None
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)
    n: int | None = Field(default=None, ge=1, le=30)
    colors: tuple[str, ...] | None = None
    background_color: str | None = None
    negative_prompt: str | None = None
    no_text: bool | None = None
    artistic_level: int | None = None
    text_layout: tuple[TextPlacement, ...] | None = None
    image: str | None = None
    mask: str | None = None
    max_shapes: int | None = None
    max_colors: int | None = None
    gradients: bool | None = None
    cut_out: bool | None = None
    small_shape_filter: bool | None = None
    factor: int | None = None
    creative: bool | None = None
    strength: float | None = None
    left: int | None = None
    right: int | None = None
    top: int | None = None
    bottom: int | None = None
    zoom_out: float | None = None

    @field_validator("id", mode="before")
    @classmethod
    def _text(cls, value: object) -> object:
        return str(value) if isinstance(value, int) else value

    @field_validator("id", "output")
    @classmethod
    def _inside(cls, value: str | None) -> str | None:
        if value is not None and (not _NAME.fullmatch(value) or {".", ".."} & set(value.split("/"))):
            raise ValueError("must be a name inside the output folder")
        return value

    @field_validator("colors", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Of a CSV cell: colours apart by semicolons."""
        return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value

    @field_validator("operation")
    @classmethod
    def _known(cls, value: str) -> str:
        name = value.replace("-", "_")
        if name not in OPERATIONS:
            raise ValueError(f"unknown; known: {', '.join(OPERATIONS)}")
        return name

    @model_validator(mode="after")
    def _fitting(self) -> Wish:
        known, needed = _arguments(self.operation)
        given = self.model_dump(exclude_none=True).keys() - _OURS
        strange, missing = sorted(given - known - {"format"}), sorted(needed - given)
        if strange:
            raise ValueError(f"{self.operation} takes no {strange[0]}")
        if missing:
            raise ValueError(f"{self.operation} needs {missing[0]}")
        return self


@lru_cache(len(OPERATIONS))
def _arguments(operation: str) -> tuple[frozenset[str], frozenset[str]]:
    """The arguments that a function of gouache knows, and those that it needs."""
    parameters = inspect.signature(getattr(functions, operation)).parameters.values()
    known = {one.name for one in parameters if one.kind is not one.VAR_KEYWORD}
    if len(known) < len(parameters):
        known |= inspect.signature(drawing).parameters.keys()
    needed = {one.name for one in parameters if one.default is one.empty and one.kind is not one.VAR_KEYWORD}
    return frozenset(known), frozenset(needed)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: what it wishes, or why it cannot be read. `key` changes with all that decides the picture."""

    number: int
    stem: str
    suffix: str
    folder: Path
    key: str
    wish: Wish | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    line: Line
    files: tuple[str, ...] = ()
    reports: tuple[dict[str, Any], ...] = ()
    error: str | None = None

    def record(self) -> dict[str, Any]:
        """The line of the journal."""
        outcome = {"error": self.error} if self.error else {"files": self.files, "reports": self.reports}
        return {"line": self.line.number, "key": self.line.key, **outcome}


def read(name: str, format: str) -> list[Line]:
    """The lines of a JSONL or CSV file; those that are wrong say so. Raises Invalid for a file that cannot be read."""
    if format not in FORMATS.values():
        raise Invalid(f"unknown format {format!r}; known: svg, png, webp, jpeg", field="format")
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Invalid(f"cannot read {name}: {error.strerror}", field="jobs") from error
    except UnicodeDecodeError as error:
        raise Invalid(f"{name} is no text in UTF-8", field="jobs") from error
    folder = Path() if name == "-" else Path(name).parent
    found = _csv(text) if name.lower().endswith(".csv") else _jsonl(text)
    lines = [_line(number, values, folder, cast(Format, format)) for number, values in found]
    _distinct(lines)
    return lines


def _jsonl(text: str) -> list[tuple[int, object]]:
    def parsed(line: str) -> object:
        try:
            return json.loads(line)
        except ValueError as error:
            return error

    return [(number, parsed(line)) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _csv(text: str) -> list[tuple[int, object]]:
    """Rows by their header; an empty cell says nothing. What goes beyond the header has the key None."""
    table = csv.DictReader(io.StringIO(text))
    return [(table.line_num, {name: cell for name, cell in row.items() if cell}) for row in table]


def _line(number: int, values: object, folder: Path, format: Format) -> Line:
    plain = Line(number, f"{number:04}", "", folder, "")
    if isinstance(values, ValueError):
        return _with_error(plain, f"no JSON: {values}")
    if not isinstance(values, dict):
        return _with_error(plain, "must be a JSON object")
    if None in values:
        return _with_error(plain, "more cells than the header has names")
    try:
        wish = Wish.model_validate(values)
        stem, suffix = _named(wish, number, format)
        return Line(number, stem, suffix, folder, _key(wish, suffix, folder), wish)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        return _with_error(plain, f"{where}: {said}" if where else said)
    except GouacheError as error:
        return _with_error(plain, error.message)


def _with_error(line: Line, error: str) -> Line:
    return Line(line.number, line.stem, line.suffix, line.folder, line.key, None, error)


def _named(wish: Wish, number: int, format: Format) -> tuple[str, str]:
    """Where a line's picture goes, inside the folder: the name without its suffix, and the suffix. Raises Invalid."""
    if wish.output is None:
        chosen = wish.format or ("svg" if wish.operation == "vectorize" else format)
        return wish.id or f"{number:04}", f".{chosen}"
    path = Path(wish.output)
    if path.suffix.lower() not in FORMATS:
        raise Invalid(f"output: {wish.output!r}: the name must end in one of {', '.join(FORMATS)}", field="output")
    if wish.format not in (None, FORMATS[path.suffix.lower()]):
        raise Invalid(f"format: {wish.format}, but output says {path.suffix}", field="format")
    return str(path.with_suffix("")), path.suffix


def _key(wish: Wish, suffix: str, folder: Path) -> str:
    """A digest of the wish, the pictures it names included; raises Invalid for one that cannot be read."""
    parts: dict[str, Any] = wish.model_dump(mode="json", exclude_none=True)
    for name in ("image", "mask", "profile"):
        if name in parts:
            parts[name] = hashlib.sha256(_bytes(folder / parts[name], name)).hexdigest()
    return hashlib.sha256(json.dumps([parts, suffix], sort_keys=True).encode()).hexdigest()


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid(f"{field}: {error.strerror}: {path}", field=field) from error


def _distinct(lines: list[Line]) -> None:
    """Raises Invalid when two lines would write the same file."""
    taken: dict[str, int] = {}
    for line in (one for one in lines if one.wish):
        for name in _files(line):
            if name in taken:
                raise Invalid(f"lines {taken[name]} and {line.number} both write {name}", field="output")
            taken[name] = line.number


def _files(line: Line) -> list[str]:
    """The names of what a line will write."""
    count = line.wish.n if line.wish else None
    if count is None:
        return [f"{line.stem}{line.suffix}"]
    return [f"{line.stem}-{position}{line.suffix}" for position in range(1, count + 1)]


def make(line: Line, folder: Path) -> Done:
    """Draw a line and write its files; whatever goes wrong is told in what it returns."""
    if line.wish is None:
        return Done(line, error=line.error)
    try:
        pictures = _drawn(line.wish, line.folder, FORMATS[line.suffix.lower()])
        for picture, name in zip(pictures, _files(line), strict=True):
            _replace(folder / name, picture.encoded(FORMATS[line.suffix.lower()]).data)
        return Done(line, tuple(_files(line)), tuple(picture.report for picture in pictures))
    except GouacheError as error:
        return Done(line, error=error.message)
    except Exception as error:  # one line must not take the others along
        return Done(line, error=f"{type(error).__name__}: {error}")


def _drawn(wish: Wish, folder: Path, format: Format) -> list[Picture]:
    arguments: dict[str, Any] = {name: getattr(wish, name) for name in wish.model_dump(exclude_none=True)}
    operation = arguments.pop("operation", "generate")
    for name in ("id", "output", "format"):
        arguments.pop(name, None)
    for name in ("image", "mask"):
        if name in arguments:
            arguments[name] = folder / arguments[name]
    if "profile" in arguments:
        arguments["profile"] = profile_of(_bytes(folder / arguments["profile"], "profile").decode())
    if "format" in _arguments(operation)[0]:
        arguments["format"] = format
    made = getattr(functions, operation)(**arguments)
    return made if isinstance(made, list) else [made]


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(data)
    half.replace(path)


@dataclass(slots=True)
class Journal:
    """What is done, a line each, in the folder of the pictures."""

    folder: Path
    _done: dict[str, list[str]] = field(default_factory=dict)
    _file: io.TextIOWrapper | None = None

    def __post_init__(self) -> None:
        path = self.folder / JOURNAL
        for line in path.read_text().splitlines() if path.exists() else ():
            record = _record(line)
            if "files" in record:
                self._done[record["key"]] = record["files"]

    def __enter__(self) -> Journal:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file = (self.folder / JOURNAL).open("a", encoding="utf-8")
        except OSError as error:
            raise Invalid(f"cannot write into {self.folder}: {error.strerror}", field="output") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def has(self, line: Line) -> bool:
        """Whether a line was done, under these names, and its files are still there."""
        files = self._done.get(line.key)
        return files == _files(line) and all((self.folder / name).is_file() for name in files)

    def write(self, done: Done) -> None:
        """Note down a line, on the disk before the next one begins."""
        assert self._file is not None
        self._file.write(json.dumps(done.record(), ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def _record(line: str) -> dict[str, Any]:
    """A line of the journal; nothing for the half line that a killed run left."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
