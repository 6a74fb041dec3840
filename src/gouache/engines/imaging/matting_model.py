"""Where the subject of a photograph is, by U²-Net-p (Qin et al., U²-Net, Pattern Recognition 2020)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.imaging.weights import MATTING, weights

SIDE = 320  # px, what the model takes
Floats = npt.NDArray[np.float32]
_MEAN, _SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet


@lru_cache(1)
def _session() -> Any:
    """One session a process, kept: loading it costs more than using it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # workers share the cores
    return onnxruntime.InferenceSession(str(weights(MATTING)), options, providers=["CPUExecutionProvider"])


def saliency(rgb: npt.NDArray[np.uint8]) -> Floats:
    """How much each of 320 x 320 cells belongs to the subject, 0..1, of a picture (height, width, 3).

    Raises Unavailable when the weights are missing.
    """
    session = _session()
    small = cv2.resize(rgb, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    small /= max(1.0, float(small.max()))
    normal = (small - np.asarray(_MEAN, np.float32)) / np.asarray(_SPREAD, np.float32)
    planes = np.ascontiguousarray(normal.transpose(2, 0, 1)[None])
    names = [session.get_outputs()[0].name]
    found = session.run(names, {session.get_inputs()[0].name: planes})[0][0, 0]
    low, high = float(found.min()), float(found.max())
    return cast(Floats, (found - low) / max(1e-6, high - low))
