"""Babel's extractor for `content/`: driven by the typed models, a field of the type Text is translatable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from wervel.content import FILES
from wervel.content.load import line_of, load
from wervel.content.text import Text, located

#: Contexts whose text must stand, complete, in every shipped language: a person acts on them in an emergency.
SAFETY = (
    "red_flags.",
    "levels.",
    "pages.emergency.",
    "pages.error.",
    "balance.people.",
    "helplines.words.",
    "kiosk.desk.",
)

Found = tuple[int, str, tuple[str, str], list[str]]


def is_safety(context: str | None) -> bool:
    """Tell whether a message context belongs to red flags, levels or emergency texts."""
    return bool(context) and str(context).startswith(SAFETY)


def extract_content(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """Yield (line, "pgettext", (content id, text), comments) for each text of one content file."""
    path = Path(file.name)
    source = file.read().decode("utf-8")
    node, lines = yaml.compose(source, Loader=yaml.SafeLoader), source.splitlines()
    nested = f"{path.parent.name}/{path.stem}"  # first: `prevention` and `leaflets/prevention` are both files
    name = nested if nested in FILES else path.stem
    model = load(path, FILES[name], name.replace("/", "."))
    for location, value in located(model):
        if isinstance(value, Text):
            line = line_of(node, location)
            yield line, "pgettext", (value.context, str(value)), _comments(value, lines, line)


def _comments(text: Text, lines: list[str], line: int) -> list[str]:
    comments = []
    if is_safety(text.context):
        comments.append("Safety text: people act on it. Translate the meaning, read it back.")
    if text.context.endswith(".bar"):
        comments.append("At most 12 letters: it stands below an icon.")
    above = line - 2
    while above >= 0 and lines[above].strip().startswith("# i18n:"):
        comments.append(lines[above].strip().removeprefix("# i18n:").strip())
        above -= 1
    return comments
