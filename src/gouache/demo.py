"""The demonstration: the nine prompts of the seed documents as SVG and PNG, and one sheet of all."""

from __future__ import annotations

import io
import time
from pathlib import Path

from PIL import Image as Pillow

from gouache.rendering import render
from gouache.requests import request

PROMPTS = {
    "red-panda-prize": "a cute red panda cartoon character, holding a prize cup with one hand and a sign with another "
    "hand saying 'recraft FTW', happy and joyful",
    "red-panda-sign": 'a portrait of a cute red panda, smiling, holding a sign that has the title "recraft-it", '
    "against a red background",
    "t-rex-beach": "A T-Rex relaxing on a beach, lying on a sun lounger and wearing sunglasses.",
    "race-car": "race car on a track",
    "two-race-cars": "two race cars on a track",
    "siamese-cat": "red point siamese cat",
    "monster": "a monster with lots of hands",
    "potato-masher": "wood potato masher",
    "red-panda-laptop": "a wildlife photography photo of a red panda using a laptop in a snowy forest",
}
STYLES = (
    "digital_illustration", "vector_illustration", "vector_illustration/line_art", "vector_illustration/engraving",
    "vector_illustration/linocut", "vector_illustration/line_circuit", "digital_illustration/pixel_art",
    "digital_illustration/hand_drawn", "digital_illustration/watercolor", "digital_illustration/grain",
    "digital_illustration/2d_art_poster", "digital_illustration/handmade_3d", "realistic_image",
)  # fmt: skip
SEED = 5
_TILE = 420


def draw(folder: Path) -> None:
    """Write every demo picture into a folder and print where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    sheet = [_prompt(folder, name, prompt) for name, prompt in PROMPTS.items()]
    _sheet(folder / "contact-sheet.png", sheet, 3)
    (folder / "styles").mkdir(exist_ok=True)
    styles = [_style(folder / "styles", style) for style in STYLES]
    _sheet(folder / "styles-sheet.png", styles, 5)


def _prompt(folder: Path, name: str, prompt: str) -> bytes:
    started = time.perf_counter()
    [vector] = render(request(prompt, seed=SEED, format="svg"))
    (folder / f"{name}.svg").write_bytes(vector.file.data)
    [picture] = render(request(prompt, seed=SEED, format="png", style="digital_illustration"))
    (folder / f"{name}.png").write_bytes(picture.file.data)
    print(f"{folder / name}.svg, .png  {time.perf_counter() - started:.2f} s")
    return picture.file.data


def _style(folder: Path, style: str) -> bytes:
    prompt = PROMPTS["red-panda-prize"]
    [picture] = render(request(prompt, seed=SEED, format="png", style=style))
    path = folder / f"{style.replace('/', '-')}.png"
    path.write_bytes(picture.file.data)
    print(path)
    return picture.file.data


def _sheet(path: Path, pictures: list[bytes], columns: int) -> None:
    rows = -(-len(pictures) // columns)
    sheet = Pillow.new("RGB", (columns * _TILE, rows * _TILE), "white")
    for index, data in enumerate(pictures):
        tile = Pillow.open(io.BytesIO(data)).convert("RGB")
        tile.thumbnail((_TILE - 8, _TILE - 8))
        sheet.paste(tile, (index % columns * _TILE + 4, index // columns * _TILE + 4))
    sheet.save(path)
    print(path)


if __name__ == "__main__":
    draw(Path("demo"))
