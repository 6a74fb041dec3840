"""`gouache doctor`: what runs where, and why it would not."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gouache import __version__
from gouache.errors import GouacheError

if TYPE_CHECKING:
    from gouache.config import Settings

State = Literal["ok", "note", "fail"]
_LIBRARIES = (
    "fastapi", "pydantic", "procrastinate", "psycopg", "obstore", "resvg_py", "numpy", "pillow", "c2pa-python",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `note` is no fault, but worth knowing."""

    name: str
    state: State
    detail: str


def mount(app: typer.Typer) -> None:
    """Add the command to the shell."""
    app.command("doctor", rich_help_panel="Server")(doctor)


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Look at everything a server needs; the exit code is 1 when something is broken."""
    from gouache.config import Settings

    found = list(examine(Settings()))
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], indent=2))
    else:
        for finding in found:
            typer.echo(f"{finding.state:<5} {finding.name:<10} {finding.detail}")
    if any(finding.state == "fail" for finding in found):
        raise typer.Exit(1)


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order of a picture's way."""
    yield Finding("gouache", "ok", f"{__version__}, {'open: any key opens it' if settings.open else 'keys are needed'}")
    yield Finding("python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield Finding("libraries", "ok", ", ".join(f"{name} {version(name)}" for name in _LIBRARIES))
    yield Finding("cpu", "ok", f"{os.cpu_count()} cores, {settings.workers} worker processes beside the server")
    checks: tuple[tuple[str, Callable[[Settings], Finding]], ...] = (
        ("gpu", _gpu), ("engine", _engine), ("art", _art), ("fonts", _fonts), ("database", _database),
        ("store", _store), ("c2pa", _signing), ("url", _url),
    )  # fmt: skip
    for name, check in checks:
        yield _guarded(name, check, settings)


def _guarded(name: str, check: Callable[[Settings], Finding], settings: Settings) -> Finding:
    """What a check found; whatever it raises is the finding."""
    try:
        return check(settings)
    except Exception as error:  # a doctor must not die of what he looks for
        message = error.message if isinstance(error, GouacheError) else f"{type(error).__name__}: {error}"
        return Finding(name, "fail", message.splitlines()[0] if message else type(error).__name__)


def _gpu(_settings: Settings) -> Finding:
    from gouache.engines.diffusion.health import summary
    from gouache.engines.diffusion.settings import DiffusionSettings

    program = shutil.which("nvidia-smi")
    if program is None:
        return Finding("gpu", "note", "none found; the composer draws on the CPU and needs none")
    asked = [program, "--query-gpu=name,memory.total", "--format=csv,noheader"]
    lines = subprocess.run(asked, capture_output=True, text=True, timeout=10, check=True).stdout.strip()  # noqa: S603
    return Finding("gpu", "note", f"{lines.replace(chr(10), '; ')}; {summary(DiffusionSettings())}")


def _engine(_settings: Settings) -> Finding:
    from gouache.engines.composer.engine import Composer
    from gouache.rendering import render
    from gouache.requests import request

    def draw() -> float:
        began = time.perf_counter()
        list(render(request("a red ball on a table", size="256x256", seed=1, format="png")))
        return 1000 * (time.perf_counter() - began)

    cold, warm = draw(), draw()
    return Finding("engine", "ok", f"composer/{Composer.version}: first picture {cold:.0f} ms, next {warm:.0f} ms")


def _art(_settings: Settings) -> Finding:
    from gouache.engines.composer.art.pack import pack, pack_path

    art = pack()
    if art is None:
        return Finding("art", "note", f"no pack at {pack_path()}: house art serves alone; `make art` builds it")
    count = sum(len(names) for names in art.names.values())
    return Finding("art", "ok", f"{count} names in {pack_path()} ({pack_path().stat().st_size / 2**20:.0f} MB)")


def _fonts(_settings: Settings) -> Finding:
    from gouache.engines.composer.typography.fonts import faces, font

    broken = [key for key in faces() if not _opens(lambda key=key: font(key))]  # type: ignore[misc]
    if broken:
        return Finding("fonts", "fail", f"cannot be opened: {', '.join(broken)}")
    return Finding("fonts", "ok", f"{len(faces())} faces")


def _opens(load: Callable[[], object]) -> bool:
    try:
        load()
    except (OSError, ValueError, ImportError):
        return False
    return True


def _database(settings: Settings) -> Finding:
    import psycopg

    from gouache.db import Home

    if settings.database_url:
        psycopg.connect(settings.database_url, connect_timeout=5).close()  # one that is away is told of at once
    home = Home(settings)
    began = time.perf_counter()
    try:
        url = home.start()
        with psycopg.connect(url) as connection:
            row = connection.execute(
                "select current_setting('server_version'), (select count(*) from account),"
                " (select count(*) from job where state in ('queued', 'running'))"
            ).fetchone()
    finally:
        home.leave()
    assert row is not None  # a select without from has one row
    where = "at GOUACHE_DATABASE_URL" if settings.database_url else f"embedded, in {settings.data_dir / 'postgres'}"
    took = 1000 * (time.perf_counter() - began)
    return Finding(
        "database", "ok", f"PostgreSQL {row[0]} {where}: {row[1]} accounts, {row[2]} open jobs, ready in {took:.0f} ms"
    )


def _store(settings: Settings) -> Finding:
    from gouache.artifacts.store import object_store

    store = object_store(settings)
    store.put("doctor", b"ok")  # not put_async: its threads may abort a process that ends right after it
    store.delete("doctor")
    return Finding("store", "ok", settings.store_url or str(settings.data_dir / "artifacts"))


def _signing(settings: Settings) -> Finding:
    from gouache.artifacts.manifest import signer_of

    if settings.c2pa_key is None or settings.c2pa_cert is None:
        return Finding("c2pa", "note", "no signing key: files carry metadata, but no signed manifest")
    signer_of(settings.c2pa_key, settings.c2pa_cert)
    return Finding("c2pa", "ok", f"manifests are signed with {settings.c2pa_key}")


def _url(settings: Settings) -> Finding:
    if settings.public_url is None:
        return Finding("url", "note", "picture URLs follow the Host header; set GOUACHE_PUBLIC_URL behind a proxy")
    return Finding("url", "ok", settings.public_url)
