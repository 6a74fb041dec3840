"""What a GPU worker needs, looked at: libraries, device, weights."""

from __future__ import annotations

import os
import shutil
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from gouache.engines.diffusion import weights
from gouache.engines.diffusion.extra import gpus, missing
from gouache.engines.diffusion.registry import Checkpoint, checkpoints, tier
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.errors import GouacheError

_LIBRARIES = ("torch", "diffusers", "transformers", "accelerate", "torchao", "peft")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `note` is no fault, but worth knowing."""

    name: str
    state: Literal["ok", "note", "fail"]
    detail: str


def examine(settings: DiffusionSettings, full: bool = False) -> Iterator[Finding]:
    """Every finding; with `full` each byte of the weights is compared with what was pulled."""
    yield _libraries()
    if not missing():
        yield _device(settings)
    if settings.compile and gpus():
        yield _compiler()
    here = [known for known in checkpoints(settings.registry).values() if weights.installed(known, settings)]
    if not here:
        yield Finding("weights", "note", f"none in {settings.models_dir}; `gouache models pull NAME` brings some")
    for known in here:
        yield _weights(known, settings, full)


def summary(settings: DiffusionSettings) -> str:
    """The GPU engine in one line."""
    if missing():
        return "the diffusion extra is not installed"
    found = _device(settings)
    here = [known.name for known in checkpoints(settings.registry).values() if weights.installed(known, settings)]
    return f"{found.detail}; checkpoints: {', '.join(here) or 'none pulled'}"


def _libraries() -> Finding:
    if missing():
        lacking = ", ".join(missing())
        return Finding("libraries", "note", f"{lacking} not installed: `pip install gouache[diffusion]`")
    return Finding("libraries", "ok", ", ".join(filter(None, map(_version, _LIBRARIES))))


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


def _device(settings: DiffusionSettings) -> Finding:
    from gouache.engines.diffusion.device import find

    try:
        device = find(settings)
    except GouacheError as error:
        return Finding("device", "note", error.message)
    means = [str(device.dtype).removeprefix("torch."), *(["fp8"] if device.fp8 else []), device.attention or ""]
    names = ", ".join(tier(device.gigabytes / 0.85).names)
    capable = ", ".join(filter(None, means))
    return Finding("device", "ok", f"{device.title}, {device.gigabytes:.0f} GB for models, {capable}; best: {names}")


def _compiler() -> Finding:
    """What Triton makes the starters of its kernels with."""
    program = os.environ.get("CC") or shutil.which("gcc") or shutil.which("clang")
    header = Path(sysconfig.get_paths()["include"], "Python.h")
    lacking = [*([] if program else ["a C compiler"]), *([] if header.is_file() else [str(header)])]
    if lacking:
        return Finding("compiler", "note", f"{' and '.join(lacking)} missing: networks run uncompiled, slower")
    return Finding("compiler", "ok", str(program))


def _weights(known: Checkpoint, settings: DiffusionSettings, full: bool) -> Finding:
    try:
        found = weights.ready(known, settings)
        weights.check(known, weights.folder(known, settings))
        wrong = list(weights.verify(known, settings)) if full else []
    except GouacheError as error:
        return Finding(known.name, "fail", error.message)
    if wrong:
        return Finding(known.name, "fail", "; ".join(wrong[:3]))
    checked = "every byte as it was pulled" if full else "sizes and headers checked"
    return Finding(known.name, "ok", f"{found.repository} at {found.revision}, {found.licence}, {checked}")
