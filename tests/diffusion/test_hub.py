"""Pulling from a hub, by the shell, against a small hub of our own on this machine."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.diffusion.conftest import row

_COMMIT = "c0ffee" + "0" * 34


@dataclass
class Hub:
    """Serves one repository the way hubs do: what it holds, and each file at its commit."""

    root: Path
    asked: list[str]
    url: str = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path.partition("?")[0]
        self.asked.append(path)
        names = sorted(str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file())
        if path.startswith("/api/models/tiny/z-image/revision/"):
            listed = {"id": "tiny/z-image", "sha": _COMMIT, "siblings": [{"rfilename": name} for name in names]}
            self._send(request, json.dumps(listed).encode())
        elif path.startswith("/api/models/tiny/z-image/tree/"):
            tree = [self._entry(name) for name in names]
            self._send(request, json.dumps(tree).encode())
        elif path.startswith(f"/tiny/z-image/resolve/{_COMMIT}/") and path.split(f"{_COMMIT}/")[1] in names:
            self._send(request, (self.root / path.split(f"{_COMMIT}/")[1]).read_bytes())
        else:
            request.send_error(404)

    def _entry(self, name: str) -> dict[str, object]:
        data = (self.root / name).read_bytes()
        return {"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(data).hexdigest()}  # noqa: S324

    def _send(self, request: BaseHTTPRequestHandler, body: bytes) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.send_header("ETag", f'"{hashlib.sha1(body).hexdigest()}"')  # noqa: S324
        request.send_header("X-Repo-Commit", _COMMIT)
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(body)


@pytest.fixture
def hub(folders: dict[str, Path], tmp_path: Path) -> Iterator[Hub]:
    made = Hub(tmp_path / "hub", [])
    made.root.mkdir()
    for file in folders["z-image"].rglob("*"):
        if file.is_file():
            target = made.root / file.relative_to(folders["z-image"])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    (made.root / "pipeline.py").write_text("raise SystemExit")
    (made.root / "vae" / "diffusion_pytorch_model.bin").write_bytes(b"pickle")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.answer(self)

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def shell(tmp_path: Path, url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "own.tsv").write_text(row("mine", "z-image", lora="tiny/z-image:vae/*"), encoding="utf-8")
    variables = {
        "GOUACHE_DATA_DIR": str(tmp_path / "data"), "GOUACHE_DIFFUSION_REGISTRY": str(tmp_path / "own.tsv"),
        "HF_ENDPOINT": url, "HF_HUB_OFFLINE": "0", "HF_HUB_DISABLE_XET": "1", "HF_HOME": str(tmp_path / "hf"),
    }  # fmt: skip
    command = [sys.executable, "-m", "gouache", "models", *arguments]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, timeout=100)


def test_a_checkpoint_is_pulled_checked_and_removed(hub: Hub, tmp_path: Path) -> None:
    pulled = shell(tmp_path, hub.url, "pull", "mine")
    assert pulled.returncode == 0, pulled.stderr
    assert _COMMIT in pulled.stdout
    assert not [path for path in hub.asked if path.endswith((".py", ".bin"))]
    assert (tmp_path / "data" / "models" / "mine" / "lora" / "vae" / "diffusion_pytorch_model.safetensors").is_file()
    looked = shell(tmp_path, hub.url, "doctor", "--full")
    assert f"tiny/z-image at {_COMMIT}, CC0-1.0, every byte as it was pulled" in looked.stdout
    weights = tmp_path / "data" / "models" / "mine" / "vae" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    spoilt = shell(tmp_path, hub.url, "doctor", "--full")
    assert spoilt.returncode == 1
    assert "its bytes have changed" in spoilt.stdout
    assert "GB freed" in shell(tmp_path, hub.url, "remove", "mine").stdout


def test_a_hub_that_does_not_answer_is_told(tmp_path: Path) -> None:
    result = shell(tmp_path, "http://127.0.0.1:9", "pull", "mine")
    assert result.returncode == 1
    assert "tiny/z-image could not be fetched" in result.stderr
    assert "Traceback" not in result.stderr
