"""The three situations of use: own phone, waiting-room tablet, beside a physiotherapist."""

from typing import Literal

Mode = Literal["personal", "kiosk", "consult"]

MODE_DEFAULT: Mode = "personal"
