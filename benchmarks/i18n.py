"""`python benchmarks/i18n.py`: the first use of a language with 2,000 messages, and the look-up of one message.

Each figure is the median of five. Goals: below 300 ms for the first use, below 2 microseconds for a look-up.

Then each language that is offered, in a process of its own (five of them): messages, milliseconds of its first use,
and MB of memory that it takes.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from wervel.content import Text
from wervel.i18n import offered, registry
from wervel.i18n import translator as translators
from wervel.i18n.catalogue import compile_catalogue, po_file, read_catalogue

MESSAGES, RUNS, LOOKUPS = 2_000, 5, 100_000
SOURCE = "Message {count} says what a person can do today, and how soon it is needed: number {{number}}."
#: Run with a language's code in a process that knows the content and no language yet.
_ALONE = """
import gc, sys, time
from wervel.content import content
from wervel.i18n import registry, translator

def memory():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6

text = content().levels.levels[0].title
registry()
before, began = memory(), time.perf_counter()
words = translator(sys.argv[1])
words.text(text, number="112")
took = (time.perf_counter() - began) * 1000
print(len(getattr(words._catalogue, "_catalog", ())), took, memory() - before)
"""


def texts() -> list[Text]:
    made = [Text(SOURCE.format(count=count)) for count in range(MESSAGES)]
    for count, text in enumerate(made):
        text.context = f"generated.items.m{count}.text"
    return made


def write(folder: Path, all_texts: list[Text]) -> None:
    catalogue = Catalog(locale="ar")
    for text in all_texts:
        catalogue.add(str(text), f"ترجمة {text}", context=text.context, locations=[("content/generated.yaml", None)])
    written = io.BytesIO()
    write_po(written, catalogue, width=100)
    file = po_file("ar", folder)
    file.parent.mkdir(parents=True)
    file.write_bytes(written.getvalue())


def main() -> None:
    all_texts = texts()
    registry()
    words = translators("ar")
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), all_texts)
        first, lookup, filled = [], [], []
        for _ in range(RUNS):
            began = time.perf_counter()
            words._catalogue = compile_catalogue(read_catalogue("ar", Path(folder)))
            assert words.text(all_texts[0]).startswith("ترجمة")
            first.append((time.perf_counter() - began) * 1_000)
            began = time.perf_counter()
            for index in range(LOOKUPS):
                words.text(all_texts[index % MESSAGES])
            lookup.append((time.perf_counter() - began) / LOOKUPS * 1_000_000)
            began = time.perf_counter()
            for index in range(LOOKUPS):
                words.text(all_texts[index % MESSAGES], number="112")
            filled.append((time.perf_counter() - began) / LOOKUPS * 1_000_000)
    print(f"first use of a language, {MESSAGES:,} messages: {median(first):.0f} ms (goal < 300)")
    print(f"look-up of a message: {median(lookup):.2f} microseconds (goal < 2)")
    print(f"look-up with a value filled in: {median(filled):.2f} microseconds")
    for language in offered():
        figures = [_alone(language.code) for _ in range(RUNS)]
        messages, first_use, memory = (median(column) for column in zip(*figures, strict=True))
        print(f"{language.code}: {messages:,.0f} messages, first use {first_use:.0f} ms, {memory:.1f} MB")


def _alone(code: str) -> tuple[float, float, float]:
    """Return messages, ms and MB of the first use of a language in a new process."""
    run = subprocess.run(
        [sys.executable, "-c", _ALONE, code], cwd=sys.path[0], capture_output=True, text=True, check=True
    )
    messages, first_use, memory = map(float, run.stdout.split())
    return messages, first_use, memory


if __name__ == "__main__":
    main()
