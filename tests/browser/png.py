"""A PNG of Playwright as an array of grey values: enough to read a QR code in it."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray


def grey(png: bytes) -> NDArray[np.uint8]:
    """Return the picture's grey values, rows by columns; for 8 bits a channel, RGB or RGBA, not interlaced."""
    place, data, size = 8, b"", (0, 0, 0)
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        chunk = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunk)
            assert (depth, interlaced) == (8, 0)
            size = (height, width, {2: 3, 6: 4}[colour])
        elif kind == b"IDAT":
            data += chunk
        place += length + 12
    rows = _rows(np.frombuffer(zlib.decompress(data), np.uint8), *size)
    return rows.reshape(size)[:, :, :3].mean(2).astype(np.uint8)


def _rows(raw: NDArray[np.uint8], height: int, width: int, channels: int) -> NDArray[np.uint8]:
    """Undo the filters of the PNG standard (W3C, section 9), row by row."""
    lines = raw.reshape(height, 1 + width * channels)
    above = np.zeros(width * channels, np.uint8)
    done = np.empty((height, width * channels), np.uint8)
    for number, line in enumerate(lines):
        kind, row = int(line[0]), line[1:].copy()
        if kind == 2:
            row += above
        elif kind:
            for start in range(channels):
                row[start::channels] = _filtered(kind, row[start::channels], above[start::channels])
        done[number] = above = row
    return done


def _filtered(kind: int, row: NDArray[np.uint8], above: NDArray[np.uint8]) -> NDArray[np.uint8]:
    left = corner = 0
    found = []
    for value, up in zip(row.tolist(), above.tolist(), strict=True):
        left = (value + (left, 0, (left + up) // 2, _paeth(left, up, corner))[kind - 1]) % 256
        found.append(left)
        corner = up
    return np.array(found, np.uint8)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))
