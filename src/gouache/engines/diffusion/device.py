"""The device that draws: which one, how large, what it can do."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from gouache.engines.diffusion.errors import DeviceLost, OutOfMemory, UnsupportedDevice
from gouache.engines.diffusion.settings import DiffusionSettings

_LEAST_CAPABILITY = (7, 0)  # Volta: the oldest that torch still builds for
_BF16 = (8, 0)
_FP8 = (8, 9)  # Ada; Hopper is 9.0
_CUDNN_ATTENTION = ((9, 0), (10, 0))  # where cuDNN's attention beats the others
_CPU_GIGABYTES = 4.0
_LOST = ("illegal memory access", "device-side assert", "unspecified launch failure", "uncorrectable", "driver shut")
_NO_KERNEL = ("no available kernel", "cudnn frontend error", "no valid execution plans", "no execution plans")
_MEMORY = ("out of memory", "cublas_status_alloc_failed", "not enough memory")


@dataclass(frozen=True, slots=True)
class Device:
    """A place to draw; `gigabytes` of memory that models may fill, `capability` of CUDA, (0, 0) for a CPU."""

    name: str
    title: str
    gigabytes: float
    capability: tuple[int, int]

    @property
    def cuda(self) -> bool:
        return self.name.startswith("cuda")

    @property
    def dtype(self) -> torch.dtype:
        """bfloat16 where the card has it, else float16; float32 on a CPU."""
        if not self.cuda:
            return torch.float32
        return torch.bfloat16 if self.capability >= _BF16 else torch.float16

    @property
    def fp8(self) -> bool:
        return self.cuda and self.capability >= _FP8

    @property
    def attention(self) -> str | None:
        """The attention backend to ask diffusers for; None = its own choice."""
        return "_native_cudnn" if self.capability in _CUDNN_ATTENTION else None


def find(settings: DiffusionSettings) -> Device:
    """The device of the settings; raises UnsupportedDevice."""
    wanted = settings.device
    if wanted == "cpu":
        return Device("cpu", "CPU", settings.vram_gigabytes or _CPU_GIGABYTES, (0, 0))
    if not (wanted == "auto" or wanted.partition(":")[0] == "cuda"):
        raise UnsupportedDevice(f"GOUACHE_DIFFUSION_DEVICE is {wanted!r}; known: auto, cpu, cuda, cuda:N")
    if not torch.cuda.is_available():
        raise UnsupportedDevice("no GPU that torch can use; GOUACHE_DIFFUSION_DEVICE=cpu draws on the CPU, slowly")
    return _card(int(wanted.partition(":")[2] or 0), settings)


def _card(index: int, settings: DiffusionSettings) -> Device:
    count = torch.cuda.device_count()
    if index >= count:
        raise UnsupportedDevice(f"no GPU {index}: there are {count}")
    try:
        found = torch.cuda.get_device_properties(index)
    except RuntimeError as error:
        raise UnsupportedDevice(f"the driver does not answer: {str(error).splitlines()[0]}") from error
    capability = (found.major, found.minor)
    if capability < _LEAST_CAPABILITY:
        raise UnsupportedDevice(f"{found.name} is too old: compute capability {found.major}.{found.minor} < 7.0")
    gigabytes = settings.vram_gigabytes or 0.85 * found.total_memory / 1e9
    return Device(f"cuda:{index}", found.name, gigabytes, capability)


def diagnosed(error: BaseException) -> OutOfMemory | DeviceLost | None:
    """What an error of torch means; None when it is not the device's fault."""
    text = str(error).lower()
    if isinstance(error, torch.OutOfMemoryError | MemoryError) or any(sign in text for sign in _MEMORY):
        return OutOfMemory("the picture does not fit into the memory of the GPU; ask for a smaller one")
    if isinstance(error, RuntimeError) and any(sign in text for sign in _LOST):
        return DeviceLost(f"the GPU failed: {str(error).splitlines()[0]}")
    return None


def no_kernel(error: BaseException) -> bool:
    """Whether the chosen attention backend cannot do these shapes or masks."""
    text = str(error).lower()
    return any(sign in text for sign in _NO_KERNEL)


def free_memory() -> None:
    """Give cached blocks back to the driver."""
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
