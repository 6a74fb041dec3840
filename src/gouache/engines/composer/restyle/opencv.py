"""OpenCV without its own type hints, which know no element types; callers state the types of what they keep."""

from __future__ import annotations

from typing import Any

import cv2 as _cv2

cv2: Any = _cv2
