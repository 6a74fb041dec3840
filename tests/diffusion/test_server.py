"""From an HTTP request to a picture of the GPU worker and back."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from gouache.engines.diffusion.settings import DiffusionSettings
from tests.conftest import Server, launch

_RULES = {"realistic_image": "diffusion", "inpaint": "diffusion"}


@pytest.fixture(scope="module")
def gpu_server(settings: DiffusionSettings, scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """A server with one worker of each kind."""
    variables = {
        "GOUACHE_DATABASE_URL": fresh_database(),
        "GOUACHE_ENGINE_RULES": json.dumps(_RULES),
        "GOUACHE_DIFFUSION_MODELS_DIR": str(settings.models_dir),
        "GOUACHE_DIFFUSION_REGISTRY": str(settings.registry),
        "GOUACHE_DIFFUSION_DEVICE": "cpu",
        "GOUACHE_DIFFUSION_MODEL": "tiny-flux2-klein",
        "OMP_NUM_THREADS": "1",
    }
    running, process = launch(scratch / "gpu", "--open", "--workers", "1", port=None, verify=None, **variables)
    yield running
    process.terminate()
    process.wait(30)


def ask(server: Server, **fields: object) -> httpx.Response:
    body = {"prompt": "a red panda", "response_format": "b64_json", "random_seed": 5} | fields
    return httpx.post(f"{server.v1}/images/generations", json=body, headers={"Authorization": "Bearer x"}, timeout=90)


def picture(response: httpx.Response) -> bytes:
    response.raise_for_status()
    return base64.b64decode(response.json()["data"][0]["b64_json"])


def test_photographs_come_from_the_gpu_worker_and_icons_do_not(gpu_server: Server) -> None:
    first, again = (picture(ask(gpu_server, style="realistic_image", size="1365x1024")) for _ in range(2))
    assert first == again
    made = Image.open(io.BytesIO(first))
    assert made.size == (1365, 1024)
    assert b"diffusion/1" in first
    assert b"tiny/flux2-klein" in first
    assert b"composer/" in picture(ask(gpu_server, style="icon", model="recraft20b"))


def test_a_mask_is_filled_by_the_gpu_worker(gpu_server: Server) -> None:
    image, mask = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (512, 512), "#336699").save(image, "PNG")
    white = Image.new("L", (512, 512), 0)
    white.paste(255, (200, 200, 300, 300))
    white.save(mask, "PNG")
    response = httpx.post(
        f"{gpu_server.v1}/images/inpaint",
        data={"prompt": "a red ball", "style": "realistic_image", "response_format": "b64_json", "image_format": "png"},
        files={"image": ("a.png", image.getvalue(), "image/png"), "mask": ("m.png", mask.getvalue(), "image/png")},
        headers={"Authorization": "Bearer x"},
        timeout=90,
    )
    made = Image.open(io.BytesIO(picture(response))).convert("RGB")
    assert made.size == (512, 512)
    assert made.getpixel((10, 10)) == (0x33, 0x66, 0x99)
    assert made.getpixel((250, 250)) != (0x33, 0x66, 0x99)


def test_an_own_style_is_shown_to_the_model(gpu_server: Server) -> None:
    files = {}
    for name in ("red", "blue"):
        file = io.BytesIO()
        Image.new("RGB", (64, 64), name).save(file, "PNG")
        files[name] = (f"{name}.png", file.getvalue(), "image/png")
    head = {"Authorization": "Bearer x"}
    made = httpx.post(
        f"{gpu_server.v1}/styles", data={"style": "realistic_image"}, files=files, headers=head, timeout=90
    )
    style = made.raise_for_status().json()["id"]
    assert b"style: 2 of its 2 pictures shown" in picture(ask(gpu_server, style_id=style))
