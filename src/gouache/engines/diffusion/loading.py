"""From a checked folder to a pipeline on the device, and its siblings for the other modes."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers

from gouache.engines.diffusion import weights
from gouache.engines.diffusion.device import Device, free_memory
from gouache.engines.diffusion.errors import UnsupportedDevice, WeightsMissing
from gouache.engines.diffusion.families import Family, family
from gouache.engines.diffusion.processors import stand_ins
from gouache.engines.diffusion.registry import Checkpoint, Mode, checkpoint
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.speed import denoiser, to_fp8, tune, uncompile

# What the schedules of few steps change in a checkpoint's own, each from the model cards of those who distilled it.
SCHEDULES: dict[str, tuple[str, dict[str, object]]] = {
    "lightning": ("FlowMatchEulerDiscreteScheduler", {  # Qwen-Image-Lightning
        "base_image_seq_len": 256, "base_shift": math.log(3), "max_image_seq_len": 8192, "max_shift": math.log(3),
        "shift": 1.0, "shift_terminal": None, "time_shift_type": "exponential", "use_dynamic_shifting": True,
        "num_train_timesteps": 1000, "invert_sigmas": False, "stochastic_sampling": False,
    }),
    "trailing": ("EulerDiscreteScheduler", {"timestep_spacing": "trailing"}),  # SDXL-Lightning
}  # fmt: skip

_NOT_COMPILED = "not compiled: the compiler fails on this machine"


@dataclass(slots=True)
class Loaded:
    """A checkpoint on the device: its pipeline and those of its other modes, which share the same modules."""

    checkpoint: Checkpoint
    family: Family
    pipe: Any
    revision: str
    means: list[str]  # what makes it fast, for the report
    forget: Callable[[str], None] = lambda _name: None
    size: int = 0  # bytes
    _modes: dict[str, Any] = field(default_factory=dict)

    def for_mode(self, mode: Mode) -> Any:
        """The pipeline of a mode; raises UnsupportedDevice when the family has none."""
        if mode not in self.family.pipelines:
            raise UnsupportedDevice(f"{self.checkpoint.name} has no {mode} mode")
        name = self.family.pipelines[mode]
        if name == type(self.pipe).__name__:
            return self.pipe
        if name not in self._modes:
            made = getattr(diffusers, name).from_pipe(self.pipe)
            made.set_progress_bar_config(disable=True)
            self._modes[name] = made
        return self._modes[name]

    def plain_attention(self) -> bool:
        """Go back to torch's own choice of attention kernels; False when that is what is used."""
        fast = [word for word in self.means if word.startswith("attention ")]
        if not fast:
            return False
        denoiser(self.pipe).set_attention_backend("native")
        self.means = [word for word in self.means if word not in fast]
        return True

    def uncompiled(self) -> bool:
        """Go back to running layer by layer; False when that is what is done."""
        if not uncompile(self.pipe):
            return False
        self.means = [_NOT_COMPILED if word == "compiled blocks" else word for word in self.means]
        return True

    def release(self) -> None:
        """Drop the weights and give their memory back."""
        self.forget(self.checkpoint.name)
        self._modes.clear()
        self.pipe = None
        gc.collect()
        free_memory()


class Loader:
    """Loads checkpoints by name onto one device."""

    def __init__(self, settings: DiffusionSettings, device: Device, forget: Callable[[str], None]) -> None:
        self._settings = settings
        self._device = device
        self._forget = forget

    def expected(self, name: str) -> int:
        """The bytes that a checkpoint will take."""
        chosen = checkpoint(name, self._settings.registry)
        return int(1e9 * (chosen.gigabytes_fp8 if self._fp8(chosen) else chosen.gigabytes))

    def load(self, name: str) -> Loaded:
        """Raises WeightsMissing, LicenseNotAccepted, UnsupportedDevice, and what torch raises for want of memory."""
        chosen = checkpoint(name, self._settings.registry)
        manifest = weights.ready(chosen, self._settings)
        root = weights.folder(chosen, self._settings)
        weights.check(chosen, root)
        kind = family(chosen.family)
        fp8 = self._fp8(chosen)
        pipe = self._pipeline(chosen, root)
        pipe.set_progress_bar_config(disable=True)
        if fp8:
            to_fp8(denoiser(pipe), kind.skip_fp8, self._device.name)
        means = ["fp8 (lossy)"] if fp8 else []
        if self.expected(name) > self._device.gigabytes * 1e9 and self._device.cuda:
            pipe.enable_model_cpu_offload(device=self._device.name)
            means.append("parts wait in main memory (slow): the card is too small")
        else:
            pipe = pipe.to(self._device.name)
            means += tune(pipe, self._device, self._settings)
        size = self.expected(name) if fp8 else None
        return Loaded(chosen, kind, pipe, manifest.revision, means, self._forget, size or _bytes(pipe))

    def _pipeline(self, chosen: Checkpoint, root: Path) -> Any:
        kind = family(chosen.family)
        for library in (diffusers, transformers):
            library.utils.logging.disable_progress_bar()
        try:
            index = weights.index_of(root)
            own = stand_ins(index, root)
            without = dict.fromkeys((*kind.unused, *own))
            # its own class: asked of DiffusionPipeline, parts that may be missing are loaded all the same
            pipe = getattr(diffusers, index["_class_name"]).from_pretrained(
                root, dtype=self._dtype(), local_files_only=True, use_safetensors=True, **without
            )
            pipe.register_modules(**own)
            if kind.ip_adapter is not None:
                _show_pictures(pipe, chosen, root, kind.ip_adapter)
            else:
                _fuse(pipe, chosen, root)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise WeightsMissing(f"{chosen.name} cannot be loaded: {str(error).splitlines()[0]}") from error
        return pipe

    def _dtype(self) -> torch.dtype:
        return torch.float32 if self._settings.precision == "fp32" else self._device.dtype

    def _fp8(self, chosen: Checkpoint) -> bool:
        """Whether the checkpoint is loaded in 8 bits; raises UnsupportedDevice when asked for and not possible."""
        if self._settings.precision == "fp8" and not self._device.fp8:
            raise UnsupportedDevice(f"{self._device.title} has no 8-bit floats: they came with Ada and Hopper")
        if self._settings.precision != "auto":
            return self._settings.precision == "fp8"
        return self._device.fp8 and chosen.gigabytes > self._device.gigabytes


def _fuse(pipe: Any, chosen: Checkpoint, root: Path) -> None:
    """Lay the low-rank adapters of a checkpoint into its weights, and bring the schedule that they ask for."""
    for adapter in chosen.adapters:
        file = weights.adapter_file(adapter, chosen, root)
        pipe.load_lora_weights(str(file.parent), weight_name=file.name)
        if not any(pipe.get_list_adapters().values()):
            raise ValueError(f"{file.name} fits nothing in it: was it made for another network?")
        pipe.fuse_lora(lora_scale=adapter.weight)
        pipe.unload_lora_weights()
        if adapter.schedule:
            if adapter.schedule not in SCHEDULES:
                raise ValueError(f"no schedule {adapter.schedule!r}; known: {', '.join(SCHEDULES)}")
            kind, changes = SCHEDULES[adapter.schedule]
            pipe.scheduler = getattr(diffusers, kind).from_config(pipe.scheduler.config, **changes)


def _show_pictures(pipe: Any, chosen: Checkpoint, root: Path, strength: object) -> None:
    """Give a pipeline its IP-Adapter: the first of the checkpoint's adapters, the second is its picture encoder."""
    here = root / weights.ADAPTERS
    file, encoder = (weights.adapter_file(adapter, chosen, root).relative_to(here) for adapter in chosen.adapters)
    pipe.load_ip_adapter(
        str(here), subfolder=str(file.parent), weight_name=file.name, image_encoder_folder=str(encoder.parent),
        local_files_only=True,
    )  # fmt: skip
    pipe.set_ip_adapter_scale(strength)


def _bytes(pipe: Any) -> int:
    modules = [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]
    return sum(tensor.nbytes for part in modules for tensor in (*part.parameters(), *part.buffers()))
