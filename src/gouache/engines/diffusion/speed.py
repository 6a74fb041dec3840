"""Making a pipeline fast, each means on its own: attention, memory format, 8 bits, compilation."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

from gouache.engines.diffusion.device import Device
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.unmasked import unmask
from gouache.engines.diffusion.vae import channels_last, one_frame

_log = logging.getLogger(__name__)
_LEAST_FEATURES = 1024  # smaller matrices lose more to quantising than 8 bits win
_MODULATION = ("_mod.", "adaLN_modulation", "norm.linear", "norm1.linear", "norm1_context.linear", "time_emb")
_RECOMPILATIONS = 64  # of a block: kinds of blocks, masks, one picture or several; the default of 8 is soon used up


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


def big_linear(skip: tuple[str, ...]) -> Any:
    """Whether a module is worth 8 bits: a wide linear layer inside the blocks that runs over all tokens.

    Neither what modulates the blocks (one token, and every error is multiplied into all of them) nor any of `skip`.
    """

    def chosen(module: torch.nn.Module, name: str) -> bool:
        wide = isinstance(module, torch.nn.Linear) and min(module.in_features, module.out_features) >= _LEAST_FEATURES
        inside = "block" in name or name.startswith(("layers.", "noise_refiner.", "context_refiner."))
        return wide and inside and not any(part in name for part in (*_MODULATION, *skip))

    return chosen


def to_fp8(network: torch.nn.Module, skip: tuple[str, ...], device: str) -> None:
    """Weights and activations of the big layers in 8-bit floats, scaled by row. Lossy; Ada and Hopper only.

    The network may be on the CPU: it goes to the device layer by layer, so that the whole never has to fit in 16 bits.
    """
    from torchao.quantization import Float8DynamicActivationFloat8WeightConfig, PerRow, quantize_

    # how kernels are compiled is for compile_blocks to say, in one place
    config = Float8DynamicActivationFloat8WeightConfig(granularity=PerRow(), set_inductor_config=False)
    quantize_(network, config, filter_fn=big_linear(skip), device=device)


def repeated_blocks(network: torch.nn.Module) -> Iterator[torch.nn.Module]:
    """The blocks that a network of diffusers is a stack of. Older classes do not name them as such (SD 3, SANA)."""
    whole = getattr(network, "_no_split_modules", None) or ()
    names = getattr(network, "_repeated_blocks", None) or [name for name in whole if name.endswith("Block")]
    return (module for module in network.modules() if type(module).__name__ in names)


def compile_blocks(pipe: Any, settings: DiffusionSettings, **options: Any) -> None:
    """Compile the blocks that repeat, once each kind, and the decoder: as fast as compiling all, in a seventh of the
    time (diffusers, "Regional compilation"). Lossless.

    Must come after quantising and after fusing adapters, and before step caches: their hooks then wrap the compiled
    blocks instead of breaking them. With sizes left open from the start no later size or prompt waits for a compiler.
    `options` go to torch.compile.
    """
    import torch._dynamo.config as dynamo
    import torch._inductor.config as inductor
    import torch.fx.experimental._config as shapes

    dynamo.recompile_limit = _RECOMPILATIONS
    shapes.use_duck_shape = False  # tokens of text and image that are as many by chance are not so for ever
    inductor.conv_1x1_as_mm = True
    if settings.autotune:
        inductor.coordinate_descent_tuning = True
        inductor.coordinate_descent_check_all_directions = True
        inductor.epilogue_fusion = False
    _keep_kernels(settings.models_dir)
    chosen = {"mode": _mode(settings), **options}
    blocks = list(repeated_blocks(denoiser(pipe)))
    for block in blocks:
        block.forward = torch.compile(block.forward, fullgraph=True, dynamic=settings.dynamic_shapes or None, **chosen)
    for first in blocks[:1]:
        first.register_forward_pre_hook(_own_inputs, with_kwargs=True)
    pipe.vae.decoder.forward = _compiled_by_size(pipe.vae.decoder.forward, chosen)


def _own_inputs(_block: Any, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Copies of views: to the compiler a first block that is given views is another kind of block than the others."""
    return tuple(map(_own, given)), {name: _own(value) for name, value in named.items()}


def _own(value: Any) -> Any:
    return value.clone() if isinstance(value, torch.Tensor) and value._is_view() else value


def _compiled_by_size(forward: Callable[..., Any], options: dict[str, Any]) -> Callable[..., Any]:
    """Compiled for the size that comes first, and once more for all others: convolutions know better kernels for known
    sizes, but no third size shall wait. What does not compile is run as it is; the blocks are worth more."""
    ways = {other: torch.compile(forward, dynamic=other, **options) for other in (False, True)}
    sizes: list[torch.Size] = []

    def decode(latents: torch.Tensor, *rest: Any, **more: Any) -> Any:
        if not sizes:
            sizes.append(latents.shape)
        other = latents.shape != sizes[0]
        try:
            return ways[other](latents, *rest, **more)
        except Exception as error:
            if ways[other] is forward or not failed_to_compile(error):
                raise
            _log.warning("the decoder is not compiled: %s", str(error).strip().partition("\n")[0])
        ways[other] = forward
        return decode(latents, *rest, **more)

    decode._torchdynamo_orig_callable = forward  # type: ignore[attr-defined]  # as torch.compile says it
    return decode


def uncompile(pipe: Any) -> bool:
    """Back to running layer by layer, for machines on which compiling fails; False when nothing was compiled."""
    network: Any = denoiser(pipe)
    if getattr(network, "is_cache_enabled", False):
        network.disable_cache()  # its hooks hold on to the compiled blocks
    parts = [*repeated_blocks(network), pipe.vae.decoder]
    plain = [(part, getattr(part.forward, "_torchdynamo_orig_callable", None)) for part in parts]
    for part, forward in plain:
        if forward is not None:
            part.forward = forward
    return any(forward is not None for _, forward in plain)


def failed_to_compile(error: BaseException) -> bool:
    """Whether an error is the compiler's, not the picture's."""
    from torch._dynamo.exc import FailOnRecompileLimitHit, TorchDynamoException

    return isinstance(error, TorchDynamoException | FailOnRecompileLimitHit)


def _mode(settings: DiffusionSettings) -> str | None:
    if settings.cuda_graphs:
        return "max-autotune" if settings.autotune else "reduce-overhead"
    return "max-autotune-no-cudagraphs" if settings.autotune else None


def _keep_kernels(models_dir: Path) -> None:
    """Compiled kernels beside the models, not in /tmp: the next start finds them."""
    if models_dir.is_dir() and os.access(models_dir, os.W_OK):
        os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(models_dir / ".compiled"))


def tune(pipe: Any, device: Device, settings: DiffusionSettings) -> list[str]:
    """What pays on this device and loses nothing, in the order that works; a word for each, for the report."""
    torch.set_float32_matmul_precision("high")
    done = attend(pipe, device.attention)
    unmask(denoiser(pipe))
    one_frame(pipe.vae)
    channels_last(pipe.vae)
    if settings.compile and device.cuda:
        from gouache.engines.diffusion.rotary import real

        real(denoiser(pipe))
        compile_blocks(pipe, settings)
        done.append("compiled blocks")
    return done
