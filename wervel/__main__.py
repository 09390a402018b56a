"""`python -m wervel assess`: answers as JSON on stdin, the outcome as JSON on stdout.

With `--lines` one object a line, one outcome a line. Nothing is stored or logged.

`python -m wervel pin` asks for a PIN (or reads it from stdin) and prints its hash for the clinic's file.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from getpass import getpass
from typing import TextIO

from wervel.assessment import AnswerError, assess, parse_answers
from wervel.clinic import hash_pin
from wervel.content import ContentError, content

USAGE = "usage: python -m wervel assess [--lines] < answers.json, or: python -m wervel pin"


def main(arguments: list[str], given: TextIO, out: TextIO, errors: TextIO) -> int:
    """Run the command; returns 0, or 2 when an answer or the call cannot be used (one line on `errors`)."""
    if arguments == ["pin"]:
        return _pin(given, out, errors)
    if arguments not in (["assess"], ["assess", "--lines"]):
        print(USAGE, file=errors)
        return 2
    if "--lines" in arguments:
        for line in given:
            if line.strip():
                print(_one_line(line), file=out, flush=True)
        return 0
    try:
        print(_outcome(given.read()), file=out)
    except AnswerError as error:
        print(*str(error).splitlines(), file=errors)
        return 2
    return 0


def _pin(given: TextIO, out: TextIO, errors: TextIO) -> int:
    """Print the hash of a PIN; at a terminal it is typed twice, unseen."""
    if given.isatty():
        pin = getpass("PIN (4 to 12 digits): ")
        if getpass("Once more: ") != pin:
            print("the two are not the same", file=errors)
            return 2
    else:
        pin = given.readline().strip()
    try:
        print(f'pin_hash: "{hash_pin(pin)}"', file=out)
    except ValueError as error:
        print(error, file=errors)
        return 2
    return 0


def _one_line(line: str) -> str:
    try:
        return _outcome(line)
    except AnswerError as error:
        return json.dumps({"error": str(error)})  # ASCII: a key may hold what no output can encode


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an answer that is given twice: JSON would silently keep the last one."""
    found = dict(pairs)
    for key, _ in pairs:
        if sum(1 for other, _ in pairs if other == key) > 1:
            raise AnswerError(key, "given twice")
    return found


def _outcome(source: str) -> str:
    try:
        data = json.loads(source, object_pairs_hook=_each_key_once)
    except AnswerError:
        raise
    except (ValueError, RecursionError):
        raise AnswerError("answers", "valid JSON expected") from None
    found = assess(parse_answers(data, content()), content())
    return json.dumps(dataclasses.asdict(found), ensure_ascii=False)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        status = main(sys.argv[1:], sys.stdin, sys.stdout, sys.stderr)
    except ContentError as error:
        print(error, file=sys.stderr)
        status = 1
    raise SystemExit(status)
