"""Content that does not fit is refused with one line: file, line, path, what was expected."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wervel import ROOT
from wervel.content import FILES, Content, ContentError, read, references
from wervel.content import content as the_content
from wervel.content.load import load

SOURCE = ROOT / "content"
Edit = tuple[str, str, str]  # file, what stands there once, what stands there instead


def edited(folder: Path, stem: str, old: str, new: str) -> tuple[Path, int]:
    """Write a copy of a file with one edit; returns it with the line of the edit."""
    text = (SOURCE / f"{stem}.yaml").read_text(encoding="utf-8")
    assert old in text
    file = folder / f"{stem}.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file, text[: text.index(old)].count("\n") + 1


def refused(action: Callable[[], object]) -> ContentError:
    with pytest.raises(ContentError) as caught:
        action()
    assert "\n" not in str(caught.value)
    return caught.value


# --- one file ---------------------------------------------------------------------------------------------------------


def test_every_file_of_the_folder_is_read() -> None:
    assert {path.stem for path in SOURCE.glob("*.yaml")} == {name for name in FILES if "/" not in name}


@pytest.mark.parametrize(
    ("stem", "old", "new", "further", "path", "expected"),
    [
        ("red_flags", "    card: I am pregnant.", "    crad: I am pregnant.", None, r"flags\.\d+\.(card|crad)", "key"),
        ("red_flags", "    why: In pregnancy, blood", "    # ", None, r"flags\.\d+\.why", "this key is missing"),
        ("red_flags", "I am pregnant\n", '""\n', 0, r"flags\.\d+\.label", "some text expected, it is empty"),
        ("red_flags", "label: I am pregnant\n", "label: '   '\n", 0, r"flags\.\d+\.label", "some text expected"),
        ("red_flags", "label: I am pregnant\n", "label:\n", 0, r"flags\.\d+\.label", "valid string"),
        ("red_flags", "label: I am pregnant\n", "label: No\n", 0, r"flags\.\d+\.label", "valid string"),
        ("red_flags", "label: I am pregnant\n", "label: [I, am]\n", 0, r"flags\.\d+\.label", "valid string"),
        ("red_flags", "age_from: 40", "age_from: forty", 0, r"flags\..*\.age_from", "valid integer"),
        ("red_flags", "age_from: 40", "age_from: 40.5", 0, r"flags\..*\.age_from", "valid integer"),
        ("red_flags", "age_from: 40", "age_form: 40", 0, r"flags\..*\.age_form", "known key"),
        ("red_flags", "      - level: E0", "      - level: E9", 0, r"flags\.0\.rules\.0\.level", "'E0'"),
        ("red_flags", "calms: true", "calms: 1", 0, r"flags\..*\.calms", "valid boolean"),
        ("levels", "dial: emergency", "dial: 112", 0, r"levels\.0\.dial", "'emergency'"),
        ("levels", "shows: [card, phone, net]", "shows: [card, nett]", 0, r"levels\.0\.shows\.1", "'net'"),
        ("advice", "most: 5", "most: many", 0, "most", "valid integer"),
        ("emergency", 'emergency: "112"', "emergency: 112", 0, r"fallback\.emergency", "valid string"),
        ("emergency", 'emergency: "112"', 'emergency: "1-1-2"', 0, r"fallback\.emergency", "pattern"),
        ("emergency", "checked_on: 2026-11-22", "checked_on: lately", 0, r"fallback\.checked_on", "valid date"),
        ("emergency", 'code: "NO"', "code: NO", 0, r"countries\.\d+\.code", "valid string"),
        ("course", "    until: 6\n", "    until: 6\n    until: 7\n", 1, "until", "each key only once"),
        ("factors", "    read: prevention", "    label: x\n    read: prevention", 0, "label", "each key only once"),
        ("pages", "  hero: Trouble", '  hero: "Trouble', None, "file", "valid YAML expected"),
        ("pages", "  hero: Trouble", "\thero: Trouble", 0, "file", "valid YAML expected"),
        ("emergency", "2026-11-22", "2026-02-30", 0, "file", "valid YAML expected, day is out of range"),
    ],
)
def test_a_mistake_is_told_where_it_stands(
    stem: str, old: str, new: str, further: int | None, path: str, expected: str, tmp_path: Path
) -> None:
    file, line = edited(tmp_path, stem, old, new)
    error = refused(lambda: load(file, FILES[stem]))
    told = re.fullmatch(r"(.+?\.yaml):(\d+): ([^:]+): (.+)", str(error))
    assert told, str(error)
    assert told[1] == str(file)
    assert re.fullmatch(path, told[3])
    assert expected in told[4]
    if further is not None:
        assert int(told[2]) == line + further


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"", "file: "),
        (b"just words", "file: "),
        (b"- 1\n- 2\n", "file: "),
        (b"pages: [\n", "valid YAML expected"),
        (b"a: 1\n--- \nb: 2\n", "valid YAML expected"),
        (b"home: !!python/object/apply:os.getcwd []\n", "valid YAML expected"),
        (b"\xff\xfepages: 1", "UTF-8"),
        ("home: caf\u00e9".encode("latin-1"), "UTF-8"),
        (b"? [a]\n: b\n", "valid YAML expected"),
    ],
)
def test_a_file_that_is_something_else_is_refused(written: bytes, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "pages.yaml"
    file.write_bytes(written)
    error = refused(lambda: load(file, FILES["pages"]))
    assert str(error).startswith(f"{file}:")
    assert expected in str(error)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for place in (tmp_path / "levels.yaml", tmp_path):
        error = refused(lambda place=place: load(place, FILES["levels"]))  # type: ignore[misc]
        assert "the file cannot be read" in str(error)
        assert str(place) in str(error)


def test_reading_the_folder_stops_at_a_missing_file(tmp_path: Path) -> None:
    assert str(refused(lambda: read(tmp_path))).startswith(f"{tmp_path / 'red_flags.yaml'}:1: ")


# --- between files ----------------------------------------------------------------------------------------------------


def with_edit(folder: Path, stem: str, old: str, new: str) -> tuple[Content, int]:
    (folder / "leaflets").mkdir()
    for each in FILES:
        (folder / f"{each}.yaml").symlink_to(SOURCE / f"{each}.yaml")
    (folder / "illustrations").symlink_to(SOURCE / "illustrations")
    (folder / f"{stem}.yaml").unlink()
    file, line = edited(folder, stem, old, new)
    return dataclasses.replace(the_content(), **{stem: load(file, FILES[stem])}), line


def test_the_content_as_it_stands_is_complete() -> None:
    references.check(the_content(), SOURCE)


@pytest.mark.parametrize(
    ("stem", "old", "new", "target", "what"),
    [
        ("red_flags", "    group: legs", "    group: arms", "arms", "a group"),
        ("red_flags", "contact: midwife", "contact: plumber", "plumber", "a contact"),
        ("red_flags", "picture: part-chest", "picture: part-nowhere", "part-nowhere", "a drawing"),
        ("red_flags", "any: [R6_worse]", "any: [R6_wrose]", "R6_wrose", "a sign or follow-up"),
        ("red_flags", "any: [R11, R15]", "any: [R11, R51]", "R51", "a sign or follow-up"),
        ("red_flags", "of: [R17_before35", "of: [R17_before53", "R17_before53", "a sign or follow-up"),
        ("levels", "  signs: [R1, R2", "  signs: [R1, R99", "R99", "a sign"),
        ("levels", "signs: [R7, R8]", "signs: [R7, R6_worse]", "R6_worse", "a sign"),
        ("factors", "read: spine", "read: spin", "spin", "a page"),
        (
            "pages",
            "    - id: prevention\n      title: Staying",
            "    - id: later\n      title: Staying",
            "later",
            "a page",
        ),
        ("advice", "sources: [nhg_lrs]", "sources: [nobody]", "nobody", "a source"),
        ("advice", "when: [limit:standing_up]", "when: [limit:flying]", "limit:flying", "an answer"),
        ("advice", "when: [factor:fear_moving]", "when: [factor:sitting]", "factor:sitting", "an answer"),
        ("advice", "when: [flag:R19,", "when: [flag:R91,", "flag:R91", "an answer"),
        ("advice", "[phase:subacute, phase:chronic]", "[phase:late]", "phase:late", "an answer"),
        ("advice", "[leg:below_knee, leg:thigh]", "[leg:hip]", "leg:hip", "an answer"),
        ("advice", "[pain:high]", "[pain:low]", "pain:low", "an answer"),
        ("charts", "sources: [costa2012]", "sources: [costa2102]", "costa2102", "a source"),
        ("course", "sources: [costa2012]", "sources: [costa2102]", "costa2102", "a source"),
        ("course", "again_sources: [dasilva2019]", "again_sources: [nhg]", "nhg", "a source"),
        ("prevention", "fits: [moving:some, factor", "fits: [moving:lots, factor", "moving:lots", "an answer"),
        ("prevention", "fits: [age:over_60]", "fits: [age:over_90]", "age:over_90", "an answer"),
        ("prevention", "not_for: [flag:R14]", "not_for: [flag:R41]", "flag:R41", "an answer"),
        ("prevention", "sources: [who_drinks]", "sources: [who_drink]", "who_drink", "a source"),
        ("life_cards", "sources: [kovacs2003,", "sources: [kovacs2030,", "kovacs2030", "a source"),
        ("balance", "sources: [worry2024]", "sources: [worry2042]", "worry2042", "a source"),
        ("balance", "breathing_guide2023, yellow_book]", "breathing_guide2023, blue_book]", "blue_book", "a source"),
        ("balance", "helps: [contact, pleasant", "helps: [contact, unpleasant", "unpleasant", "a help"),
        ("helplines", "- code: UA", "- code: UK", "UK", "a country of emergency.yaml"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(
    stem: str, old: str, new: str, target: str, what: str, tmp_path: Path
) -> None:
    changed, line = with_edit(tmp_path, stem, old, new)
    error = refused(lambda: references.check(changed, tmp_path))
    assert str(error).startswith(f"{tmp_path / stem}.yaml:{line}: {target}: the id of {what}")


@pytest.mark.parametrize(
    ("stem", "old", "new"),
    [
        ("red_flags", "- id: R2\n", "- id: R1\n"),
        ("red_flags", "- id: R23\n", "- id: R6\n"),
        ("red_flags", "- id: R7_aneurysm", "- id: R7_faint"),
        ("red_flags", "- id: pelvis", "- id: now"),
        ("levels", "- id: door", "- id: stay"),
        ("levels", "- id: E1", "- id: E0"),
        ("advice", "- id: walk\n", "- id: rest\n"),
        ("questions", "{id: low_mid,", "{id: low_left,"),
        ("questions", "{id: from18,", "{id: under18,"),
        ("emergency", "- code: BE\n", "- code: NL\n"),
        ("emergency", "- code: ZA\n", "- code: AD\n"),
        ("pages", "  - id: diary\n    bar", "  - id: home\n    bar"),
        ("course", "  - id: kngf2021", "  - id: costa2012"),
        ("prevention", "- id: wind_down", "- id: rise_time"),
        ("life_cards", "- id: sex\n", "- id: work\n"),
        ("balance", "- id: pleasant", "- id: moving"),
        ("helplines", "- code: SE\n", "- code: NL\n"),
    ],
)
def test_an_id_that_stands_twice_is_told(stem: str, old: str, new: str, tmp_path: Path) -> None:
    changed, _ = with_edit(tmp_path, stem, old, new)
    error = refused(lambda: references.check(changed, tmp_path))
    assert "each id only once" in str(error)
    same = re.search(r"(id|code): (\w+)", new)
    assert same
    assert same[2] in error.path
    lines = (tmp_path / f"{stem}.yaml").read_text(encoding="utf-8").splitlines()
    first, *others = [number for number, text in enumerate(lines, 1) if re.search(rf"\b{same[0]}\b", text)]
    assert first < error.line
    assert error.line in others


# --- the start of the app ---------------------------------------------------------------------------------------------


def test_an_app_with_broken_content_does_not_start(tmp_path: Path) -> None:
    for name in ("wervel", "locales", "pages", "content"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "spine"))
    shutil.copy(ROOT / "app.py", tmp_path)
    _, line = edited(tmp_path / "content", "red_flags", "      - level: E0", "      - level: soon")
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=tmp_path,
        env={**os.environ, "PORT": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Wervel does not start: ")
    assert f"{tmp_path / 'content' / 'red_flags.yaml'}:{line}: flags.0.rules.0.level: " in done.stderr
    assert done.stdout == ""


def test_the_command_line_tells_broken_content_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "wervel", tmp_path / "wervel", ignore=shutil.ignore_patterns("__pycache__", "web", "device"))
    done = subprocess.run(
        [sys.executable, "-m", "wervel", "assess"],
        cwd=tmp_path,
        input="{}",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "red_flags.yaml:1: file: the file cannot be read" in done.stderr
