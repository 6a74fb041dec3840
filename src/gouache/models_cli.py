"""`gouache models`: the open weights of the GPU engine on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from gouache.admin import PANEL, Json, table

if TYPE_CHECKING:
    from gouache.engines.diffusion.registry import Checkpoint
    from gouache.engines.diffusion.settings import DiffusionSettings

models = typer.Typer(no_args_is_help=True, help="Open weights for the GPU engine.")
Name = Annotated[str, typer.Argument(help="A checkpoint of `gouache models list`.")]


def mount(app: typer.Typer) -> None:
    """Add these commands to the shell."""
    app.add_typer(models, name="models", rich_help_panel=PANEL)


@models.command("list")
def list_models(as_json: Json = False) -> None:
    """List the checkpoints, and which of them are here."""
    from gouache.engines.diffusion.registry import checkpoints
    from gouache.engines.diffusion.settings import DiffusionSettings

    settings = DiffusionSettings()
    header = ("NAME", "STATE", "LICENCE", "GB", "FP8", "STEPS", "MODES", "FOR")
    table(header, [_row(known, settings) for known in checkpoints(settings.registry).values()], as_json)
    if not as_json:
        typer.echo("* not free for every use: read the licence, then pull with --accept-license")


def _row(known: Checkpoint, settings: DiffusionSettings) -> tuple[object, ...]:
    from gouache.engines.diffusion.registry import Mode
    from gouache.engines.diffusion.weights import installed

    licence = known.licence if known.permissive else f"{known.licence} *"
    modes = " ".join(mode for mode in get_args(Mode) if mode in known.modes)
    state = "here" if installed(known, settings) else "-"
    gigabytes = (f"{known.gigabytes:g}", f"{known.gigabytes_fp8:g}")
    return (known.name, state, licence, *gigabytes, known.steps, modes, known.purpose)


@models.command("pull")
def pull(
    name: Name,
    source: Annotated[Path | None, typer.Option("--from", help="A folder that holds them; else the hub.")] = None,
    revision: Annotated[str | None, typer.Option(help="A commit or tag of the hub; the registry's by default.")] = None,
    accept_license: Annotated[
        bool, typer.Option("--accept-license", help="You have read its licence and may use it so.")
    ] = False,
) -> None:
    """Bring a checkpoint here and check it; taken up again where it broke off."""
    from gouache.engines.diffusion import weights

    known, settings = _known(name)
    typer.echo(f"{known.name}: {known.repository}, {known.licence}", err=True)
    made = weights.pull(known, settings, source, revision, accept_license)
    size = sum(size for size, _ in made.files.values())
    typer.echo(f"{len(made.files)} files, {size / 1e9:.2f} GB at {made.revision}, checked")


@models.command("remove")
def remove(name: Name) -> None:
    """Delete a checkpoint from this machine."""
    from gouache.engines.diffusion import weights

    known, settings = _known(name)
    typer.echo(f"{weights.remove(known, settings) / 1e9:.2f} GB freed")


@models.command("doctor")
def doctor(
    full: Annotated[bool, typer.Option("--full", help="Compare every byte of the weights; takes minutes.")] = False,
) -> None:
    """Look at the extra, the GPU and the weights; the exit code is 1 when something is broken."""
    from gouache.engines.diffusion.health import examine
    from gouache.engines.diffusion.settings import DiffusionSettings

    broken = False
    for finding in examine(DiffusionSettings(), full):
        typer.echo(f"{finding.state:<5} {finding.name:<26} {finding.detail}")
        broken |= finding.state == "fail"
    if broken:
        raise typer.Exit(1)


def _known(name: str) -> tuple[Checkpoint, DiffusionSettings]:
    from gouache.engines.diffusion.registry import checkpoint
    from gouache.engines.diffusion.settings import DiffusionSettings

    settings = DiffusionSettings()
    return checkpoint(name, settings.registry), settings
