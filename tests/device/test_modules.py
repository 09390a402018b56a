"""The modules in the browser: they parse, load nothing from elsewhere, run no text as code, and send nothing away."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from wervel import ROOT

DEVICE = sorted((ROOT / "wervel" / "device" / "static").glob("*.js"))
SHELL = ROOT / "wervel" / "web" / "static" / "shell.js"
ALL = [*DEVICE, SHELL]
NODE = shutil.which("node")


def ids(file: Path) -> str:
    return file.stem


def code(file: Path) -> str:
    """Return the file without its comments (those that start a line or follow a blank)."""
    return re.sub(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S | re.M)


def test_the_modules_are_there():
    assert {"store", "draft", "body"} <= {file.stem for file in DEVICE}


@pytest.mark.parametrize("file", ALL, ids=ids)
def test_nothing_comes_from_another_origin(file: Path):
    text = code(file).replace('"http://www.w3.org/2000/svg"', "")  # a name, never asked for
    assert re.findall(r"\b(?:https?|wss?|ftp):/{0,2}\S*|[\"'`]//\w\S*", text) == []


def test_code_after_a_comment_is_looked_at(tmp_path: Path):
    file = tmp_path / "sends.js"
    file.write_text("// a word\nsend(1); // why\nfetch(url, { method: 'POST' });\n", encoding="utf-8")
    assert code(file).split() == ["send(1);", "fetch(url,", "{", "method:", "'POST'", "});"]


@pytest.mark.parametrize("file", ALL, ids=ids)
@pytest.mark.parametrize(
    "pattern",
    [
        r"\beval\s*\(",
        r"\bnew\s+Function\b",
        r"\bFunction\s*\(",
        r"set(?:Timeout|Interval)\(\s*[\"'`]",
        r"document\.write",
    ],
)
def test_no_text_is_run_as_code(file: Path, pattern: str):
    assert not re.search(pattern, code(file))


@pytest.mark.parametrize("file", DEVICE, ids=ids)
@pytest.mark.parametrize(
    "pattern",
    [
        r"\bfetch\b(?!\(\w+\))",  # an address of ours and nothing along with it: a file is asked for, nothing sent
        r"XMLHttpRequest",
        r"sendBeacon",
        r"WebSocket",
        r"EventSource",
        r"localStorage",
        r"document\.cookie",
    ],
)
def test_what_is_kept_on_the_device_stays_there(file: Path, pattern: str):
    if file.stem == "own_marker" and "cookie" in pattern:
        return  # the one that may, see the next test
    assert not re.search(pattern, code(file))


def test_the_one_cookie_of_a_module_holds_a_day():
    text = code(ROOT / "wervel/device/static/own_marker.js")
    assert re.findall(r"document\.cookie\s*=\s*`([^;]*);", text) == ["${NAME}=${value}"]
    assert re.findall(r"\bwrite\((?!value)(.*?),", text) == ["day", '""']


@pytest.mark.parametrize("file", DEVICE, ids=ids)
def test_imports_are_files_beside_it(file: Path):
    for name in re.findall(r"(?:\bfrom\s*|\bimport\s*\(?\s*)[\"'`]([^\"'`]+)[\"'`]", code(file)):
        assert re.fullmatch(r"\./\w+\.js", name)
        assert (file.parent / name).is_file()


def mounted() -> list[str]:
    """The modules that Python mounts as components."""
    folder = ROOT / "wervel" / "device"
    return [
        name for file in sorted(folder.glob("*.py")) for name in re.findall(r'js=module\("(\w+)"\)', file.read_text())
    ]


@pytest.mark.parametrize("name", mounted())
def test_a_mounted_module_is_there_and_has_its_door(name: str):
    assert re.search(r"^export default function", (ROOT / "wervel/device/static" / f"{name}.js").read_text(), re.M)


def test_something_is_mounted():
    assert {"draft", "body", "scenes", "turn", "explorer"} <= set(mounted())


@pytest.mark.skipif(NODE is None, reason="node is not there")
@pytest.mark.parametrize("file", ALL, ids=ids)
def test_it_parses(file: Path, tmp_path: Path):
    copy = tmp_path / f"{file.stem}{'.cjs' if file == SHELL else '.mjs'}"
    copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run([NODE, "--check", str(copy)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(NODE is None, reason="node is not there")
def test_a_file_that_does_not_parse_is_found(tmp_path: Path):
    (tmp_path / "broken.mjs").write_text("export default function (", encoding="utf-8")
    done = subprocess.run([NODE, "--check", str(tmp_path / "broken.mjs")], capture_output=True, timeout=60, check=False)
    assert done.returncode != 0
