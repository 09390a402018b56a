"""`python benchmarks/i18n.py`: the first use of a language with 2,000 messages, and the look-up of one message.

Each figure is the median of five. Goals: below 300 ms for the first use, below 2 microseconds for a look-up.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from wervel.content import Text
from wervel.i18n import registry
from wervel.i18n import translator as translators
from wervel.i18n.catalogue import compile_catalogue, po_file, read_catalogue

MESSAGES, RUNS, LOOKUPS = 2_000, 5, 100_000
SOURCE = "Message {count} says what a person can do today, and how soon it is needed: number {{number}}."


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


if __name__ == "__main__":
    main()
