"""The pictures of a style: carried in the style itself, or read from where they are kept."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from gouache.artifacts.decode import decode
from gouache.errors import Invalid
from gouache.operations import Source
from gouache.styles.profile import Reference, StyleProfile

_SIDE = 768  # px of the longer side; models look at references at about this size
_QUALITY = 90

Read = Callable[[Source], bytes]


def carrying(profile: StyleProfile, read: Read) -> StyleProfile:
    """The profile with its pictures in it, so that it stands alone as a file; raises what `read` raises."""
    carried = [reference.model_copy(update={"data": _small(data(reference, read))}) for reference in profile.references]
    return profile.model_copy(update={"references": tuple(carried)})


def data(reference: Reference, read: Read) -> bytes:
    """The bytes of a reference; raises NotFound when it is no longer kept, Invalid when what it carries is broken."""
    if reference.data is None:
        return read(Source(**reference.model_dump(exclude={"data"})))
    try:
        return base64.b64decode(reference.data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("profile: a reference picture is not valid base64", field="profile") from error


def _small(picture: bytes) -> str:
    """WebP in base64, no larger than a model looks at."""
    shrunk = Image.fromarray(decode(picture, "image").pixels)
    shrunk.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    file = BytesIO()
    shrunk.save(file, "WEBP", quality=_QUALITY, method=4)
    return base64.b64encode(file.getvalue()).decode()
