"""The one error of the tool: what happened, where, and what to do about it."""

from enum import StrEnum


class Reason(StrEnum):
    """Reason codes of an input that cannot be turned into a registry; part of the public contract."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    UNKNOWN_ENCODING = "unknown_encoding"
    UNSUPPORTED = "unsupported"
    NOT_AN_ORDER = "not_an_order"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    NO_TEXT_LAYER = "no_text_layer"
    MISSING_TOOL = "missing_tool"
    TIMEOUT = "timeout"
    WORKER_DIED = "worker_died"
    UNREADABLE = "unreadable"
    BAD_DATA = "bad_data"
    BAD_VALUE = "bad_value"
    OUTPUT = "output"
    INTERNAL = "internal"


class ReestrError(Exception):
    """An input or a value that cannot be used.

    ``reason`` is a stable code, ``message`` says what is wrong, ``advice`` what to do.

    >>> str(ReestrError(Reason.EMPTY, "the file holds no text", "check the export"))
    'empty: the file holds no text; check the export'
    """

    def __init__(self, reason: Reason, message: str, advice: str = "") -> None:
        super().__init__(reason, message, advice)
        self.reason = reason
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}" + (f"; {self.advice}" if self.advice else "")
