"""Arrays that the tracer's steps share."""

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]  # (h, w, 4)
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Planes = npt.NDArray[np.float32]  # (channels, n)
Labels = npt.NDArray[np.int32]  # (h, w)
