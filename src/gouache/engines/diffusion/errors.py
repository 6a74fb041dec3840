"""What goes wrong on a GPU, each a clear error on its own job."""

from __future__ import annotations

from gouache.errors import GouacheError, Unavailable


class WeightsMissing(Unavailable):
    """The checkpoint is not here, or not whole."""

    code = "weights_missing"


class LicenseNotAccepted(Unavailable):
    """The operator has not accepted the licence of a checkpoint."""

    code = "license_not_accepted"


class UnsupportedDevice(Unavailable):
    """No device here can run the checkpoint, or the driver does not answer."""

    code = "gpu_unavailable"


class OutOfMemory(Unavailable):
    """The picture does not fit into the device's memory."""

    code = "out_of_memory"


class DeviceLost(Unavailable):
    """The device failed for good: only a new process can use it again."""

    code = "gpu_lost"


class SamplingFailed(GouacheError):
    """The pipeline broke on a request."""

    code = "engine_error"
