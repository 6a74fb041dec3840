"""The imaging tools beside what else is there, one table a tool: vtracer, rembg, Lanczos, plain ncnn, OpenCV.

    python benchmarks/tools.py [vectorize matting upscale erase]

Each table is a script of its own, with more options: tools_vectorize.py, tools_matting.py, tools_upscale.py,
tools_erase.py.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

TABLES = ("vectorize", "matting", "upscale", "erase")


def main() -> None:
    wanted = sys.argv[1:] or list(TABLES)
    unknown = sorted({*wanted} - {*TABLES})
    if unknown:
        sys.exit(f"no table {', '.join(unknown)}; known: {', '.join(TABLES)}")
    for table in wanted:
        print(f"\n{table}", flush=True)
        sys.argv[1:] = []
        runpy.run_path(str(Path(__file__).with_name(f"tools_{table}.py")), run_name="__main__")


if __name__ == "__main__":
    main()
