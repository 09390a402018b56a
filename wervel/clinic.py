"""The clinic's own settings: a YAML file that the environment variable WERVEL_CLINIC names. Without it: the defaults.

The PIN stands there as a hash of scrypt (RFC 7914) only; `python -m wervel pin` makes it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from wervel.content.load import load
from wervel.content.models import Model
from wervel.content.provenance_models import Declared

#: scrypt: about 50 ms and 16 MiB a try, the values for interactive use of RFC 7914.
_COST, _BLOCK, _PARALLEL, _BYTES = 2**14, 8, 1, 32
_PIN_LENGTHS = range(4, 13)

Seconds = Annotated[float, Field(ge=1, le=3600, strict=False)]
PinHash = Annotated[str, StringConstraints(pattern=r"^scrypt:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{43}$")]
#: Room is left for the answers: an address in a QR code is at most 300 characters.
Origin = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$", max_length=160)]


class Clinic(Model):
    """pin_hash: who knows the PIN leaves the waiting-room mode; None: anybody does. public_url: where a patient's phone
    finds the app; None: where the tablet found it. idle, countdown, veil: seconds without a touch until the countdown,
    its length, and until the screen is covered. languages_hidden_below: a language of which a safety text has not got
    as far is not offered (the default language always is)."""

    pin_hash: PinHash | None = None
    public_url: Origin | None = None
    idle: Seconds = 75
    countdown: Seconds = 15
    veil: Seconds = 30
    languages_hidden_below: Declared = "drafted"

    @property
    def locked(self) -> bool:
        """Tell whether leaving the waiting-room mode needs a PIN."""
        return self.pin_hash is not None


@lru_cache(maxsize=1)
def clinic() -> Clinic:
    """Return the settings, read once; raises ContentError when the file is missing or does not fit."""
    named = os.environ.get("WERVEL_CLINIC")
    return load(Path(named), Clinic) if named else Clinic()


def is_pin(text: str) -> bool:
    """Tell whether a text can be a PIN: 4 to 12 of the digits 0 to 9."""
    return text.isascii() and text.isdigit() and len(text) in _PIN_LENGTHS


def hash_pin(pin: str) -> str:
    """Return what stands in the clinic's file for a PIN; raises ValueError when it can be none."""
    if not is_pin(pin):
        raise ValueError("a PIN has 4 to 12 digits")
    salt = secrets.token_bytes(16)
    return f"scrypt:{_text(salt)}:{_text(_scrypt(pin, salt))}"


def fits(pin: str, pin_hash: str) -> bool:
    """Tell whether a PIN is the one of a hash; takes about 50 ms."""
    _, salt, wanted = pin_hash.split(":")
    return is_pin(pin) and hmac.compare_digest(_text(_scrypt(pin, _bytes(salt))), wanted)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, dklen=_BYTES)


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
