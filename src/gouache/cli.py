"""The shell: `gouache generate`, `gouache serve`, and what admin.py adds."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.exceptions import TyperException

from gouache import __version__, admin, cli_batch, cli_jobs, cli_tools, doctor, models_cli
from gouache.cli_show import Show
from gouache.cli_tools import Json, saved, styles_known
from gouache.cli_watch import Watch, Watcher
from gouache.errors import GouacheError, Invalid, NotFound

if TYPE_CHECKING:
    from gouache.operations import Format, Generate
    from gouache.rendering import Rendered
    from gouache.styles.profile import StyleProfile

app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
    help="A self-hosted, open Recraft V3: pictures of prompts, as pixels or true SVG, and every edit around them.",
)  # fmt: skip
PICTURES, SERVER = "Pictures", "Server"
_FORMATS = {".svg": "svg", ".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg"}


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gouache {__version__}")
        raise typer.Exit


@app.callback()
def _gouache(
    version: Annotated[bool, typer.Option("--version", help="Print it.", is_eager=True, callback=_version)] = False,
) -> None: ...


def _say(line: str) -> None:
    typer.echo(line, err=True)


@app.command(rich_help_panel=PICTURES)
def generate(
    prompt: Annotated[str, typer.Argument(help="What the picture shows.")],
    output: Annotated[
        str, typer.Option("-o", "--output", help="File (.svg .png .webp .jpg), or - for stdout.")
    ] = "gouache.svg",
    style: Annotated[
        str, typer.Option(help="A style, style/substyle, or a substyle alone.", autocompletion=styles_known)
    ] = "any",
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
    json: Json = False,
    report: Annotated[bool, typer.Option("--report", help="The same as --json.", hidden=True)] = False,
    watch: Watch = None,
    show: Show = False,
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
    reports = _draw(operation, output, Watcher(watch), show)
    if json or report:
        typer.echo(dumps(reports, indent=2, ensure_ascii=False), err=output == "-")


def _profile(name: str | None) -> StyleProfile | None:
    if name is None:
        return None
    from gouache.styles.profile import profile_of

    try:
        return profile_of(Path(name).read_text())
    except OSError as error:
        raise Invalid(f"profile: {error.strerror}: {name}", field="profile") from error


def _draw(operation: Generate, output: str, watcher: Watcher, shown: bool) -> list[dict[str, Any]]:
    from gouache.engines.base import Context
    from gouache.rendering import render

    reports, kept = [], []
    with watcher:
        for index, rendered in enumerate(render(operation, Context(progress=watcher))):
            where = _write(rendered, output, index if operation.n > 1 else None)
            reports.append(rendered.report)
            _summary(rendered.report, where, watcher)
            kept.extend([rendered] if shown else [])
    for rendered in kept:  # not before: a bar would be drawn over them
        _show(rendered)
    return reports


def _show(rendered: Rendered) -> None:
    from PIL import Image as Pillow

    from gouache.artifacts.decode import decode
    from gouache.cli_show import show

    show(Pillow.fromarray(decode(rendered.file.data, "output").pixels))


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
    return saved(path, rendered.file.data)


def _summary(report: dict[str, Any], where: str, watcher: Watcher) -> None:
    watcher.say(f"{where}  seed {report['seed']}  style {report['style']}")
    for kind in ("approximated", "ignored"):
        for line in report[kind]:
            watcher.say(f"  {kind}: {line}")


@app.command(rich_help_panel=SERVER)
def serve(
    host: Annotated[str | None, typer.Option(help="Address to bind; loopback when --open, else all.")] = None,
    port: Annotated[int, typer.Option(help="Port to bind.", min=1, max=65535)] = 8000,
    open: Annotated[bool, typer.Option("--open", help="Accept ANY key: for tests and laptops.")] = False,
    workers: Annotated[int | None, typer.Option(help="Worker processes.", min=0)] = None,
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
    address = host or ("127.0.0.1" if settings.open else "0.0.0.0")  # noqa: S104
    _check_address(address, port)
    if settings.open:
        _say("WARNING: this server is OPEN: every key is accepted, none is needed. Do not expose it.")
    uvicorn.run(
        create_app(settings), host=address, port=port, log_level="info", access_log=False, proxy_headers=False,
        **_tls(settings.tls_cert, settings.tls_key),
    )  # fmt: skip


def _check_address(host: str, port: int) -> None:
    """Raise Invalid for what cannot be bound: uvicorn would tell it in several lines, after everything was started."""
    import socket

    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Invalid(f"cannot serve on {host}, port {port}: {error.strerror}", field="host") from error


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


@app.command(rich_help_panel=SERVER)
def mcp() -> None:
    """Tools for an agent on stdin and stdout (Model Context Protocol)."""
    import asyncio

    from gouache.mcp.doors import stdio

    asyncio.run(stdio())


cli_tools.mount(app, PICTURES)
cli_batch.mount(app, PICTURES)
doctor.mount(app)
admin.mount(app)
cli_jobs.mount(app)
models_cli.mount(app)
_REQUEST_IS_WRONG, _FAILED = 2, 1


def main() -> None:
    """Run the shell. Our own errors and wrong settings become a line each.

    Exit codes: 0 done; 1 it failed, or a part of it; 2 the request is wrong and nothing was done; 130 interrupted.
    """
    try:
        status = app(standalone_mode=False, prog_name="gouache")
        sys.exit(status if isinstance(status, int) else 0)
    except TyperException as error:
        _say(_misuse(error))
        sys.exit(_REQUEST_IS_WRONG)
    except typer.Abort:
        sys.exit(_FAILED)
    except GouacheError as error:
        _say(f"gouache: {error.message}")
        sys.exit(_REQUEST_IS_WRONG if error.status in (Invalid.status, NotFound.status) else _FAILED)
    except ValueError as error:
        wrong = _wrong_settings(error)
        if not wrong:
            raise
        _say("\n".join(wrong))
        sys.exit(_REQUEST_IS_WRONG)


def _misuse(error: TyperException) -> str:
    """What is wrong with a command line; without any command, the help."""
    context = getattr(error, "ctx", None)
    told = error.format_message() if hasattr(error, "format_message") else str(error)
    if context is None or type(error).__name__ == "NoArgsIsHelpError":
        return str(told)
    return f"gouache: {' '.join(str(told).split()).rstrip('.')}; see {context.command_path} --help"


_PREFIXES = {"Settings": "GOUACHE_", "Routing": "GOUACHE_", "DiffusionSettings": "GOUACHE_DIFFUSION_"}  # of variables


def _wrong_settings(error: ValueError) -> list[str]:
    """A line for each variable of the environment that the settings do not take."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    if isinstance(error, SettingsError):  # names the field, and that its JSON cannot be read
        return [f"gouache: settings: {error}"]
    if not isinstance(error, ValidationError) or error.title not in _PREFIXES:
        return []
    prefix = _PREFIXES[error.title]
    return [f"gouache: {prefix}{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors()]
