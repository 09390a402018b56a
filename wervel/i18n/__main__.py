"""`python -m wervel.i18n update|check|stats|gates|provenance`: the translators' commands, also in `make i18n`.

`provenance` tells how far the safety texts are; `provenance --stamp <language> [part of a context]` after a reading.
"""

from __future__ import annotations

import sys

from wervel.content import ContentError
from wervel.i18n import gates, provenance, workflow
from wervel.i18n.catalogue import read_catalogue
from wervel.i18n.registry import registry


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status."""
    command = arguments[0] if arguments else "check"
    if command == "update":
        workflow.update()
    elif command == "stats":
        for language in registry().languages:
            if language.code != "en":
                messages = [each for each in read_catalogue(language.code) if each.id]
                done = sum(1 for each in messages if each.string)
                print(f"{language.code}: {done} of {len(messages)} messages translated")
    elif command == "check":
        found = list(workflow.problems())
        if not found:
            print("".join(f"note: {each}\n" for each in workflow.notes()), end="")
        print("\n".join(found) or "i18n: template and catalogues are complete")
        return 1 if found else 0
    elif command == "gates":
        print("\n".join(gates.tables()))
        found = [line for code in gates.gated() for line in gates.missed(code)]
        print("\n" + ("\n".join(found) or "gates: every language passes"))
        return 1 if found else 0
    elif command == "provenance":
        return _provenance(arguments[1:])
    else:
        print("usage: python -m wervel.i18n update|check|stats|gates|provenance", file=sys.stderr)
        return 2
    return 0


def _provenance(arguments: list[str]) -> int:
    try:
        if not arguments:
            for language in registry().languages:
                numbers = ", ".join(f"{state} {n}" for state, n in provenance.counts(language.code).items() if n)
                print(f"{language.code}: {numbers}")
            return 0
        if arguments[0] == "--stamp" and len(arguments) in (2, 3):
            return _stamp(*arguments[1:])
    except (ContentError, OSError) as error:  # OSError: a new language, before `update` made its catalogue
        print(error, file=sys.stderr)
        return 1
    print("usage: python -m wervel.i18n provenance [--stamp <language> [context]]", file=sys.stderr)
    return 2


def _stamp(code: str, part: str = "") -> int:
    if code not in {language.code for language in registry().languages}:
        print(f"{code}: the code of a language of locales/languages.yaml expected", file=sys.stderr)
        return 2
    if part and not provenance.contexts_in(part):
        print(f"{part}: the context of a safety text expected, or the beginning of one", file=sys.stderr)
        return 2
    for context in (stamped := provenance.stamp(code, part)):
        print(f"{code}: {context}: stamped")
    drafted = provenance.counts(code)["drafted"]
    print(f"{code}: {len(stamped)} new stamps; {drafted} safety texts are drafted (locales/provenance.yaml)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
