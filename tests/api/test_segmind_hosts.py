"""Scripts for Segmind's own hosts, run unmodified: only the client's transport leads their requests here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import segmind
from segmind import SegmindClient, SegmindError

from tests.conftest import Server

SCRIPT = """
# pip install "segmind>=1.1.0"
# export SEGMIND_API_KEY="YOUR_API_KEY"
import segmind

# Async (v2): submit to the queue and block until COMPLETED.
# run() returns the final result dict (600s deadline, 1.0s poll by default).
result = segmind.run(
    "{slug}",
    size="1024x1024",
    style="any",
    prompt="{prompt}",
)
print(result["status"])                      # COMPLETED
print(result.get("output"))                  # model output (e.g. media URL)
print(result["metrics"]["inference_time"])   # server compute seconds

# --- Or submit + poll manually (track request_id, control the cadence) ---
from segmind import SegmindClient, InferenceFailed, InferenceTimeout

client = SegmindClient()                      # reads SEGMIND_API_KEY
payload = {{
    "size": "1024x1024",
    "style": "any",
    "prompt": "{prompt}",
}}
job = client.submit_async("{slug}", **payload)
print(job.request_id)                         # available immediately
try:
    result = job.wait(timeout=600, interval=1.0)
except InferenceTimeout as e:
    print("still running:", e.request_id)
except InferenceFailed as e:
    print("failed:", e.detail)
"""
PANDA = (
    "a cute red panda cartoon character, holding a prize cup with one hand and a sign with another hand "
    "saying 'recraft FTW', happy and joyful"
)
SIGN = (
    'a portrait of a cute red panda, smiling, holding a sign that has the title \\"recraft-it\\", '
    "against a red background"
)


class Led(httpx.BaseTransport):
    """Leads every request, whatever its host, to one server; other headers and the path stay."""

    def __init__(self, url: str) -> None:
        self._url = httpx.URL(url)
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host != self._url.host:
            request.url = request.url.copy_with(scheme="http", host=self._url.host, port=self._url.port)
            request.headers["host"] = f"{self._url.host}:{self._url.port}"
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


@pytest.fixture
def led(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every client of the vendor is led to the open server, and closed afterwards."""
    opened: list[httpx.Client] = []
    build = SegmindClient._build_client

    def built(self: Any) -> httpx.Client:
        one: httpx.Client = build(self)
        opened.append(one)
        one._transport.close()
        one._transport = Led(server.url)
        return one

    monkeypatch.setenv("SEGMIND_API_KEY", "SG_0123456789abcdef")
    monkeypatch.setattr(SegmindClient, "_build_client", built)
    monkeypatch.setattr(segmind, "_default_client", None)
    yield
    for one in opened:
        one.close()


@pytest.mark.usefixtures("led")
@pytest.mark.parametrize(
    ("slug", "prompt", "kind"), [("recraft-v3", PANDA, "image/webp"), ("recraft-v3-svg", SIGN, "image/svg+xml")]
)
def test_the_vendors_script(
    server: Server, capsys: pytest.CaptureFixture[str], slug: str, prompt: str, kind: str
) -> None:
    variables: dict[str, Any] = {}
    exec(SCRIPT.format(slug=slug, prompt=prompt), variables)  # noqa: S102
    status, output, seconds, request_id = capsys.readouterr().out.splitlines()
    assert (status, len(request_id)) == ("COMPLETED", 36)
    assert float(seconds) > 0
    assert variables["result"]["status"] == "COMPLETED"
    for url in (output, variables["result"]["output"]):
        assert httpx.get(url).headers["content-type"] == kind


@pytest.mark.usefixtures("led")
def test_the_account_and_what_it_asked_for() -> None:
    client = SegmindClient()
    made = client.run("recraft-v3-svg", prompt="a pear", seed=5)
    row = client.generations.get(made["request_id"])
    assert (row["model_name"], row["model_status"], row["generation_url"]) == (
        "recraft-v3-svg", "COMPLETED", made["output"],
    )  # fmt: skip
    assert row["request_body"] == {"prompt": "a pear", "seed": 5}
    assert row["credits_deduction"] == made["metrics"]["cost"]
    assert client.accounts.current()["credits"] > 0
    assert {model["slug"] for model in client.models.list()["models"]} == {"recraft-v3", "recraft-v3-svg"}
    for page in (
        client.generations.recent("recraft-v3-svg"), client.generations.list(model_name="recraft-v3-svg"),
        client.generations.history(per_page=1, status="COMPLETED", model_name="svg"),
    ):  # fmt: skip
        assert page["data"][0]["request_id"] == made["request_id"]
    failed = client.generations.history(status="FAILED", model_name="svg")["data"]
    assert made["request_id"] not in [row["request_id"] for row in failed]


@pytest.mark.usefixtures("led")
def test_other_peoples_requests() -> None:
    client = SegmindClient()
    for user in ({"user_id": "x"}, {"user_email": "a@example.com"}):
        with pytest.raises(SegmindError) as caught:
            client.generations.history(**user)
        assert caught.value.status == 403
    with pytest.raises(SegmindError) as caught:
        client.generations.get("nothing")
    assert caught.value.status == 404


def test_the_account_api_has_errors_of_its_own(closed_server: Server) -> None:
    refused = httpx.get(f"{closed_server.url}/api/auth/authenticate")
    assert (refused.status_code, refused.json()["error"], refused.json()["status_code"]) == (
        401,
        "invalid_api_key",
        401,
    )
    assert "x-api-key" in refused.json()["error_description"]
