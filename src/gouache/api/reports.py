"""The report of a request as a response header."""

from __future__ import annotations

import json

from gouache.artifacts.store import Artifact

_LIMIT = 4000  # proxies cut or refuse longer headers


def report_header(pictures: list[Artifact]) -> dict[str, str]:
    """`X-Gouache-Report`: the reports as a JSON list in ASCII; the whole ones are kept with each picture."""
    reports = [picture.report for picture in pictures]
    text = json.dumps(reports)
    if len(text) > _LIMIT:
        text = json.dumps([{key: report[key] for key in ("engine", "seed", "style")} for report in reports])
    return {"X-Gouache-Report": text}
