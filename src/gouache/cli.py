"""The shell: `gouache generate`, `gouache serve`, and what admin.py adds."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from gouache import admin, cli_tools, doctor, models_cli
from gouache.errors import GouacheError, Invalid

if TYPE_CHECKING:
    from gouache.operations import Format, Generate
    from gouache.rendering import Rendered
    from gouache.styles.profile import StyleProfile

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="A self-hosted, open Recraft V3."
)
admin.mount(app)
doctor.mount(app)
cli_tools.mount(app)
models_cli.mount(app)
_FORMATS = {".svg": "svg", ".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg"}


def _say(line: str) -> None:
    typer.echo(line, err=True)


@app.command()
def generate(
    prompt: Annotated[str, typer.Argument(help="What the picture shows.")],
    output: Annotated[
        str, typer.Option("-o", "--output", help="File (.svg .png .webp .jpg), or - for stdout.")
    ] = "gouache.svg",
    style: Annotated[str, typer.Option(help="A style, style/substyle, or a substyle alone.")] = "any",
    substyle: Annotated[str | None, typer.Option(help="A substyle of the style.")] = None,
    size: Annotated[str, typer.Option(help="WxH in pixels, or a ratio such as 16:9.")] = "1024x1024",
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same bytes.")] = None,
    n: Annotated[int, typer.Option("-n", help="How many pictures.")] = 1,
    color: Annotated[list[str] | None, typer.Option(help="A palette colour; repeat for more.")] = None,
    background_color: Annotated[str | None, typer.Option(help="An exact flat background.")] = None,
    negative_prompt: Annotated[str | None, typer.Option(help="What must not be in it.")] = None,
    profile: Annotated[str | None, typer.Option(help="A style file that `gouache style` made.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="No lettering at all.")] = False,
    format: Annotated[str | None, typer.Option(help="svg, png, webp or jpeg; by default what the name says.")] = None,
    report: Annotated[bool, typer.Option("--report", help="Print the full report as JSON.")] = False,
) -> None:
    """Draw pictures of a prompt."""
    from gouache.requests import request

    operation = request(
        prompt, style=style, substyle=substyle, size=size, seed=seed, n=n, format=_format(output, format),
        colors=tuple(color or ()), background_color=background_color, no_text=no_text, negative_prompt=negative_prompt,
        profile=_profile(profile),
    )  # fmt: skip
    if output == "-" and n > 1:
        raise Invalid("one picture at most goes to stdout", field="n")
    reports = _draw(operation, output)
    if report:
        typer.echo(json.dumps(reports, indent=2, ensure_ascii=False), err=output == "-")


def _profile(name: str | None) -> StyleProfile | None:
    if name is None:
        return None
    from gouache.styles.profile import profile_of

    try:
        return profile_of(Path(name).read_text())
    except OSError as error:
        raise Invalid(f"profile: {error.strerror}: {name}", field="profile") from error


def _draw(operation: Generate, output: str) -> list[dict[str, Any]]:
    from gouache.rendering import render

    reports = []
    with _progress(operation.n) as step:
        for index, rendered in enumerate(render(operation)):
            where = _write(rendered, output, index if operation.n > 1 else None)
            step()
            reports.append(rendered.report)
            _summary(rendered.report, where)
    return reports


def _progress(total: int) -> Any:
    """A bar for several pictures on a terminal; nothing for one, or when piped."""
    if total == 1 or not sys.stderr.isatty():
        return nullcontext(lambda: None)
    return _bar(total)


class _bar:
    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("drawing", total=total)

    def __enter__(self) -> Any:
        self._bar.start()
        return lambda: self._bar.advance(self._task)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _format(output: str, format: str | None) -> Format:
    if format is not None:
        if format not in _FORMATS.values():
            raise Invalid(f"unknown format {format!r}; known: svg, png, webp, jpeg", field="format")
        return cast("Format", format)
    if output == "-":
        return "svg"
    suffix = Path(output).suffix.lower()
    if suffix not in _FORMATS:
        raise Invalid(f"{output!r}: the name must end in one of {', '.join(_FORMATS)}", field="output")
    return cast("Format", _FORMATS[suffix])


def _write(rendered: Rendered, output: str, index: int | None) -> str:
    if output == "-":
        sys.stdout.buffer.write(rendered.file.data)
        return "stdout"
    path = Path(output)
    if index is not None:
        path = path.with_stem(f"{path.stem}-{index + 1}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(rendered.file.data)
    return str(path)


def _summary(report: dict[str, Any], where: str) -> None:
    _say(f"{where}  seed {report['seed']}  style {report['style']}")
    for kind in ("approximated", "ignored"):
        for line in report[kind]:
            _say(f"  {kind}: {line}")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to bind; loopback when --open, else all.")] = None,
    port: Annotated[int, typer.Option(help="Port to bind.")] = 8000,
    open: Annotated[bool, typer.Option("--open", help="Accept ANY key: for tests and laptops.")] = False,
    workers: Annotated[int | None, typer.Option(help="Worker processes.")] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="PEM certificate chain: serve https.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="PEM private key of the certificate.")] = None,
) -> None:
    """Start the server."""
    import uvicorn

    from gouache.api.app import create_app
    from gouache.config import Settings

    settings = Settings()
    chosen = {"open": open or None, "workers": workers, "tls_cert": tls_cert, "tls_key": tls_key}
    settings = settings.model_copy(update={name: value for name, value in chosen.items() if value is not None})
    if settings.open:
        _say("WARNING: this server is OPEN: every key is accepted, none is needed. Do not expose it.")
    address = host or ("127.0.0.1" if settings.open else "0.0.0.0")  # noqa: S104
    uvicorn.run(
        create_app(settings), host=address, port=port, log_level="info", access_log=False, proxy_headers=False,
        **_tls(settings.tls_cert, settings.tls_key),
    )  # fmt: skip


def _tls(cert: Path | None, key: Path | None) -> dict[str, Any]:
    """What uvicorn must know to serve https; nothing for http. Raises Invalid when the pair cannot be used."""
    if cert is None and key is None:
        return {}
    import ssl

    if cert is None or key is None:
        raise Invalid("a TLS certificate needs its key, and a key its certificate", field="tls_cert")
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(cert, key)
    except OSError as error:  # ssl.SSLError is one
        raise Invalid(f"cannot serve https with {cert} and {key}: {error}", field="tls_cert") from error
    return {"ssl_certfile": str(cert), "ssl_keyfile": str(key)}


@app.command()
def mcp() -> None:
    """Tools for an agent on stdin and stdout (Model Context Protocol)."""
    import asyncio

    from gouache.mcp.doors import stdio

    asyncio.run(stdio())


def main() -> None:
    """Run the shell; our own errors and wrong settings become one line each and exit code 2."""
    try:
        app()
    except GouacheError as error:
        _say(f"gouache: {error.message}")
        sys.exit(2)
    except ValueError as error:
        wrong = _wrong_settings(error)
        if not wrong:
            raise
        _say("\n".join(wrong))
        sys.exit(2)


def _wrong_settings(error: ValueError) -> list[str]:
    """A line for each variable of the environment that the settings do not take."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError) or error.title != "Settings":
        return []
    return [f"gouache: GOUACHE_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors()]
