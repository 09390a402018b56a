"""The three situations of use: own phone, waiting-room tablet, beside a physiotherapist."""

from typing import Literal, get_args

Mode = Literal["personal", "kiosk", "consult"]

MODE_DEFAULT: Mode = "personal"


def shared(mode: Mode) -> bool:
    """Tell whether others use this device too, in a waiting room or beside a therapist: nothing of a person is kept."""
    return mode != MODE_DEFAULT


def mode_of(asked: str | None, kept: str | None, *, locked: bool) -> Mode:
    """Return the mode of a device: the one asked for in the address, else the one that it keeps, else the default.

    locked: this device keeps the waiting-room mode until somebody gives the clinic's PIN.
    """
    if locked and kept == "kiosk":
        return "kiosk"
    for wanted in (asked, kept):
        if wanted in get_args(Mode):
            return wanted  # type: ignore[return-value]
    return MODE_DEFAULT
