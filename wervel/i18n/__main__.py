"""`python -m wervel.i18n update|check|stats|gates`: the translators' commands (`make i18n`, `make i18n-check`)."""

from __future__ import annotations

import sys

from wervel.i18n import gates, workflow
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
        print("\n".join(found) or "i18n: template and catalogues are complete")
        return 1 if found else 0
    elif command == "gates":
        print("\n".join(gates.tables()))
        found = [line for code in gates.gated() for line in gates.missed(code)]
        print("\n" + ("\n".join(found) or "gates: every language passes"))
        return 1 if found else 0
    else:
        print("usage: python -m wervel.i18n update|check|stats|gates", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
