"""Making a pipeline fast, each means on its own: attention, memory format, 8 bits, compilation."""

from __future__ import annotations

from typing import Any

import torch

from gouache.engines.diffusion.device import Device
from gouache.engines.diffusion.settings import DiffusionSettings

_LEAST_FEATURES = 1024  # smaller matrices lose more to quantising than 8 bits win


def denoiser(pipe: Any) -> torch.nn.Module:
    """The network that is run at every step."""
    return pipe.transformer if getattr(pipe, "transformer", None) is not None else pipe.unet


def attend(pipe: Any, backend: str | None) -> list[str]:
    """Choose the attention kernels. Lossless."""
    network = denoiser(pipe)
    if backend is None or not hasattr(network, "set_attention_backend"):
        return []
    network.set_attention_backend(backend)
    return [f"attention {backend.lstrip('_')}"]


def channels_last(pipe: Any) -> None:
    """Put the VAE's convolutions into the order that tensor cores read. Lossless; not for 3-D convolutions."""
    if not any(isinstance(module, torch.nn.Conv3d) for module in pipe.vae.modules()):
        pipe.vae.to(memory_format=torch.channels_last)


def tile_above(pipe: Any, width: int, height: int, pixels: int = 2 * 2**20) -> None:
    """Decode in tiles above `pixels`: whole, the VAE would need more memory than the denoiser."""
    if not hasattr(pipe.vae, "enable_tiling"):
        return
    if width * height > pixels:
        pipe.vae.enable_tiling()
    else:
        pipe.vae.disable_tiling()


def big_linear(skip: tuple[str, ...]) -> Any:
    """Whether a module is worth 8 bits: a wide linear layer inside the blocks, and none of `skip`."""

    def chosen(module: torch.nn.Module, name: str) -> bool:
        wide = isinstance(module, torch.nn.Linear) and min(module.in_features, module.out_features) >= _LEAST_FEATURES
        inside = "block" in name or name.startswith(("layers.", "noise_refiner.", "context_refiner."))
        return wide and inside and not any(part in name for part in skip)

    return chosen


def to_fp8(network: torch.nn.Module, skip: tuple[str, ...], device: str) -> None:
    """Weights and activations of the big layers in 8-bit floats, scaled by row. Lossy; Ada and Hopper only.

    The network may be on the CPU: it goes to the device layer by layer, so that the whole never has to fit in 16 bits.
    """
    from torchao.quantization import Float8DynamicActivationFloat8WeightConfig, PerRow, quantize_

    config = Float8DynamicActivationFloat8WeightConfig(granularity=PerRow())
    quantize_(network, config, filter_fn=big_linear(skip), device=device)


def compile_blocks(pipe: Any, cuda_graphs: bool) -> None:
    """Compile the block that repeats, once: the speed of compiling all, in a seventh of the time. Lossless.

    Must come after quantising and after fusing adapters. Every new size is compiled once more, the second one with
    sizes left open, so the limit of recompilations, which is an error for whole graphs, is far away.
    """
    import torch._dynamo.config as dynamo
    import torch._inductor.config as inductor

    dynamo.recompile_limit = 64
    inductor.conv_1x1_as_mm = True
    inductor.coordinate_descent_tuning = True
    inductor.coordinate_descent_check_all_directions = True
    inductor.epilogue_fusion = False
    mode = "max-autotune" if cuda_graphs else "max-autotune-no-cudagraphs"
    network: Any = denoiser(pipe)
    network.compile_repeated_blocks(fullgraph=True, mode=mode)
    pipe.vae.decode = torch.compile(pipe.vae.decode, mode=mode)


def tune(pipe: Any, device: Device, settings: DiffusionSettings) -> list[str]:
    """What pays on this device and loses nothing, in the order that works; a word for each, for the report."""
    torch.set_float32_matmul_precision("high")
    done = attend(pipe, device.attention)
    channels_last(pipe)
    if settings.compile and device.cuda:
        compile_blocks(pipe, settings.cuda_graphs)
        done.append("compiled blocks")
    return done
