"""What can go wrong, said once; every dialect renders it in its own shape."""

from __future__ import annotations


class GouacheError(Exception):
    """A request that cannot be done. `code` is for programs, `message` for people, `field` names the culprit."""

    status = 500
    code = "internal_error"

    def __init__(self, message: str, *, field: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code or type(self).code


class Invalid(GouacheError):
    """The request itself is wrong."""

    status = 400
    code = "invalid_value"


class Unauthorized(GouacheError):
    status = 401
    code = "unauthorized"


class NotFound(GouacheError):
    status = 404
    code = "not_found"


class NoPage(NotFound):
    """Nothing is served under this path."""

    code = "page_not_found"

    def __init__(self) -> None:
        super().__init__("page not found")


class NotEnoughCredits(GouacheError):
    """The account cannot pay for the request."""

    status = 402
    code = "not_enough_credits"


class Busy(GouacheError):
    """Too much at once; `retry_after` in seconds."""

    status = 429
    code = "rate_limit_exceeded"

    def __init__(self, message: str, retry_after: int, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.headers = headers or {}


class Canceled(GouacheError):
    """The job was called off before it was done."""

    status = 409
    code = "canceled"


class TooLate(GouacheError):
    """The job, or the wait for it, was not over in time."""

    status = 504
    code = "timeout"


class Unavailable(GouacheError):
    """The engine cannot do it now (its worker died)."""

    status = 503
    code = "engine_unavailable"
