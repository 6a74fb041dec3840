"""One request through every dialect that takes a seed is one picture, one kind of job, one price."""

from __future__ import annotations

from typing import Any

import httpx
import psycopg
import pytest

from tests.conftest import Server

PROMPT, SEED = "two red bears under a tree", 11
STYLES = [("vector_illustration/line_art", "recraft-v3-svg", "line_art"),
          ("digital_illustration/grain", "recraft-v3", "digital_illustration/grain")]  # fmt: skip


def post(server: Server, path: str, body: dict[str, Any]) -> Any:
    response = httpx.post(server.url + path, json=body, headers={"Prefer": "wait"}, timeout=70)
    assert response.status_code in (200, 201), response.text
    return response.json()


def doors(server: Server, style: str, model: str, value: str) -> dict[str, str]:
    """The picture's URL by each dialect."""
    same: dict[str, Any] = {"prompt": PROMPT, "seed": SEED, "size": "1280x1024", "style": value}
    recraft = {"prompt": PROMPT, "size": "1280x1024", "style": style, "random_seed": SEED}
    fal = {"prompt": PROMPT, "image_size": {"width": 1280, "height": 1024}, "style": style, "seed": SEED}
    predict = f"/replicate/v1/models/recraft-ai/{model}/predictions"
    return {
        "recraft": post(server, "/v1/images/generations", recraft)["data"][0]["url"],
        "segmind": post(server, f"/v1/{model}", same)["output"],
        "replicate": post(server, predict, {"input": same})["output"],
        "fal": post(server, "/fal/run/fal-ai/recraft/v3/text-to-image", fal)["images"][0]["url"],
    }


@pytest.mark.parametrize(("style", "model", "value"), STYLES)
def test_the_same_picture_through_every_door(server: Server, style: str, model: str, value: str) -> None:
    urls = doors(server, style, model, value)
    files = {name: httpx.get(url) for name, url in urls.items()}
    assert {file.status_code for file in files.values()} == {200}
    assert len({file.content for file in files.values()}) == 1
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        jobs = connection.execute(
            """select dialect, operation - 'notes', charged from job
               where dialect = any(%s) order by created_at desc limit 4""",
            (list(urls),),
        ).fetchall()
    assert {dialect for dialect, _, _ in jobs} == set(urls)
    assert len({str(operation) for _, operation, _ in jobs}) == 1
    assert len({charged for _, _, charged in jobs}) == 1
