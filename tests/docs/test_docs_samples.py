"""What the pages say to type works as it stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Server
from tests.docs.pages import ROOT, run, samples

PAGES = [page for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))] if samples(page)]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_samples(page: Path, server: Server, tmp_path: Path) -> None:
    for sample in samples(page):
        run(sample, tmp_path, server)


def test_a_sample_that_fails_is_told(server: Server, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```sh\nfalse | cat\n```\n```bash\nrm -rf /\n```\n")
    [sample] = samples(page)
    with pytest.raises(AssertionError, match="false"):
        run(sample, tmp_path, server)


def test_every_door_has_samples() -> None:
    assert {"README", "index", "shell", "python", "mcp", "operations", "writing-an-engine"} <= {p.stem for p in PAGES}
