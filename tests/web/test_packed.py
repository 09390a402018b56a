"""Compressed forms: the same bytes come out, on disk they outlive a process, and nothing odd there is served."""

from __future__ import annotations

import gzip
import multiprocessing
import time
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wervel.web.packed import ENCODINGS, Packed, digest_of, folder, quick

OPEN = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
TEXT = b"the back is strong. " * 400


@given(plain=st.binary(max_size=2000), encoding=st.sampled_from(["br", "gzip", "identity"]))
def test_what_comes_out_is_what_went_in(plain: bytes, encoding: str):
    packed = Packed(None)
    assert OPEN[encoding](packed.form(digest_of(plain), encoding, lambda: plain)) == plain
    packed.pack(digest_of(plain), plain)
    assert OPEN[encoding](packed.form(digest_of(plain), encoding, lambda: plain)) == plain


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_next_process_finds_the_best_form(tmp_path: Path, encoding: str):
    Packed(tmp_path).pack(digest_of(TEXT), TEXT)
    found = Packed(tmp_path).form(digest_of(TEXT), encoding, lambda: pytest.fail("it need not read the file"))
    assert OPEN[encoding](found) == TEXT
    assert len(found) <= len(quick(encoding, TEXT))


@pytest.mark.parametrize(
    "damaged", [b"", b"\x1f\x8b", b"<html>", gzip.compress(b"other", mtime=0), brotli.compress(b"other")]
)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_damaged_form_is_made_again(tmp_path: Path, encoding: str, damaged: bytes):
    digest = digest_of(TEXT)
    (tmp_path / f"{digest}.{encoding}").write_bytes(damaged)
    assert OPEN[encoding](Packed(tmp_path).form(digest, encoding, lambda: TEXT)) == TEXT
    Packed(tmp_path).pack(digest, TEXT)
    assert OPEN[encoding]((tmp_path / f"{digest}.{encoding}").read_bytes()) == TEXT


def test_a_form_that_was_asked_for_is_made_aside(tmp_path: Path):
    packed, digest = Packed(tmp_path), digest_of(TEXT)
    packed.form(digest, "br", lambda: TEXT)
    end = time.monotonic() + 20
    while packed.in_memory(digest, "gzip") is None:  # made after the other one
        assert time.monotonic() < end
        time.sleep(0.01)
    assert {each.name for each in tmp_path.iterdir()} == {f"{digest}.br", f"{digest}.gzip"}


def test_a_file_that_goes_away_stops_nobody(tmp_path: Path):
    packed = Packed(tmp_path)
    packed.later("gone", (tmp_path / "gone").read_bytes)
    packed.later(digest_of(TEXT), lambda: TEXT)
    end = time.monotonic() + 20
    while packed.in_memory(digest_of(TEXT), "gzip") is None:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_folder_that_takes_nothing_is_no_error(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    packed = Packed(blocked / "cache")
    packed.pack(digest_of(TEXT), TEXT)
    assert packed.in_memory(digest_of(TEXT), "br")


def _pack(where: Path, files: list[bytes]) -> None:
    packed = Packed(where)
    for each in files:
        packed.pack(digest_of(each), each)


def test_two_processes_at_once_leave_whole_forms(tmp_path: Path):
    files = [TEXT + bytes([number]) * 50 for number in range(20)]
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_pack, args=(tmp_path, files)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(30)
        assert each.exitcode == 0
    assert len(list(tmp_path.iterdir())) == len(files) * len(ENCODINGS)
    for each in files:
        for encoding in ENCODINGS:
            assert OPEN[encoding]((tmp_path / f"{digest_of(each)}.{encoding}").read_bytes()) == each


@pytest.mark.parametrize(
    ("environment", "platform", "starts"),
    [
        ({"WERVEL_CACHE": "/srv/cache", "HOME": "/home/me"}, "linux", "/srv/cache/"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/home/me"}, "linux", "/x/wervel/"),
        ({"HOME": "/home/me"}, "linux", "/home/me/.cache/wervel/"),
        ({"HOME": "/Users/me"}, "darwin", "/Users/me/Library/Caches/wervel/"),
        ({"LOCALAPPDATA": "/local", "USERPROFILE": "/u"}, "win32", "/local/wervel/"),
    ],
)
def test_where_forms_are_kept(environment: dict[str, str], platform: str, starts: str):
    assert folder(environment, platform).as_posix().startswith(f"{starts}streamlit-")
