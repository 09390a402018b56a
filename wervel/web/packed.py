"""Compressed forms of what we serve: made once, by a thread that lets others go first, kept on disk.

A form stands in a folder of this machine (`folder()`), named by the digest of the plain file. It is written beside and
renamed, so two processes that make the same one never meet half a file; it is checked when it is read, so a form that
is damaged or not ours is made again.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
import os
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from queue import SimpleQueue

import brotli

from wervel.web.negotiation import IDENTITY

#: The compressed forms, the smaller one first.
ENCODINGS = ("br", "gzip")

_BEST: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda plain: brotli.compress(plain, quality=11, lgwin=22),
    "gzip": lambda plain: gzip.compress(plain, 9, mtime=0),
}
#: For a file whose best form is not there yet: a hundredth of the time, a fifth larger.
_QUICK: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda plain: brotli.compress(plain, quality=4),
    "gzip": lambda plain: gzip.compress(plain, 5, mtime=0),
}
_OPEN: Mapping[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}

_log = logging.getLogger(__name__)


def digest_of(plain: bytes) -> str:
    """Return the name of a version of a file: it changes with every byte."""
    return hashlib.sha256(plain).hexdigest()[:20]


def quick(encoding: str, plain: bytes) -> bytes:
    """Return a form that is made at once: for pages, and for files whose best form is not there yet."""
    return _QUICK[encoding](plain)


def folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where forms are kept: WERVEL_CACHE, else the user's folder for caches, in a part for this Streamlit."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or tempfile.gettempdir())
    if chosen := environment.get("WERVEL_CACHE"):
        base = Path(chosen)
    elif platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "wervel"
    elif platform == "darwin":
        base = home / "Library" / "Caches" / "wervel"
    else:
        base = Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "wervel"
    return base / f"streamlit-{version('streamlit')}"


class Packed:
    """The forms of all files of a process: in memory once used, on disk for the next process."""

    def __init__(self, kept: Path | None) -> None:
        """kept: the folder on disk; None keeps forms in memory only."""
        self._kept = kept
        self._forms: dict[tuple[str, str], bytes] = {}
        self._asked: set[str] = set()
        self._queue: SimpleQueue[tuple[str, Callable[[], bytes]]] = SimpleQueue()
        self._worker: threading.Thread | None = None
        self._lock = threading.Lock()

    def form(self, digest: str, encoding: str, plain: Callable[[], bytes]) -> bytes:
        """Return a file in an encoding of ENCODINGS or as it is; blocking, so call it in a thread.

        When the best form is not there yet, a larger one is made on the spot and the best one is put in the queue.
        """
        if encoding == IDENTITY:
            return plain()
        if (found := self._ready(digest, encoding)) is not None:
            return found
        self.later(digest, plain)
        return quick(encoding, plain())

    def in_memory(self, digest: str, encoding: str) -> bytes | None:
        """Return a form that needs no work at all, or None."""
        return self._forms.get((digest, encoding))

    def later(self, digest: str, plain: Callable[[], bytes]) -> None:
        """Put a file in the queue: its forms are made after those that were asked for before."""
        with self._lock:
            if digest in self._asked:
                return
            self._asked.add(digest)
            self._queue.put((digest, plain))
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="packing", daemon=True)
                self._worker.start()

    def pack(self, digest: str, plain: bytes) -> None:
        """Make every form of a file that is not there yet."""
        for encoding in ENCODINGS:
            if self._ready(digest, encoding) is None:
                best = _BEST[encoding](plain)
                self._keep(digest, encoding, best)
                self._forms[digest, encoding] = best

    def _work(self) -> None:
        if sys.platform == "linux":  # there a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        while True:
            digest, plain = self._queue.get()
            try:
                self.pack(digest, plain())
            except Exception:  # noqa: BLE001 a file that went away, a full disk: the quick form goes on serving
                _log.warning("no compressed form of %s", digest)

    def _ready(self, digest: str, encoding: str) -> bytes | None:
        if (found := self._forms.get((digest, encoding))) is not None:
            return found
        if self._kept is None:
            return None
        try:
            kept = (self._kept / f"{digest}.{encoding}").read_bytes()
            if digest_of(_OPEN[encoding](kept)) != digest:
                return None
        except (OSError, EOFError, ValueError, zlib.error, brotli.error):
            return None
        self._forms[digest, encoding] = kept
        return kept

    def _keep(self, digest: str, encoding: str, form: bytes) -> None:
        """Write a form for the next process; a folder that takes none (full, read-only) is no error."""
        if self._kept is None:
            return
        try:
            self._kept.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._kept, prefix=f".{digest}", delete=False) as beside:
                beside.write(form)
            try:
                os.replace(beside.name, self._kept / f"{digest}.{encoding}")
            except OSError:
                os.unlink(beside.name)
                raise
        except OSError:
            self._kept = None


#: The forms of this process.
PACKED = Packed(folder())
