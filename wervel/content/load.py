"""Read a YAML file into its model; what does not fit is one line: file, line, path, what was expected."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from wervel.content.text import texts

M = TypeVar("M", bound=BaseModel)

#: Safe, and in C where PyYAML was built with it: ten times as fast on some ten thousand lines.
_FAST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(Exception):
    """Content that does not fit its model; the message is one line for the person who wrote the file."""

    def __init__(self, file: Path, line: int, path: str, expected: str) -> None:
        super().__init__(f"{file}:{line}: {path or 'file'}: {expected}")
        self.file, self.line, self.path = file, line, path


class _Loader(_FAST):  # type: ignore[misc, valid-type]
    """Also tells the line of a value that cannot be, such as the day 2026-02-30."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from None


def load(file: Path, model: type[M], name: str | None = None) -> M:
    """Return the file as `model`, its texts carrying their content ids, which begin with `name` (else the stem).

    Raises ContentError when the file is missing, is no YAML, or does not fit.
    """
    try:
        source = file.read_text(encoding="utf-8")
        data, node = _Loader(source).get_single_data(), yaml.compose(source, Loader=_FAST)
    except OSError as error:
        raise ContentError(file, 1, "", f"the file cannot be read ({error.strerror})") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "the file is no valid YAML"
        raise ContentError(file, mark.line + 1 if mark else 1, "", f"valid YAML expected, {problem}") from None
    except UnicodeDecodeError:
        raise ContentError(file, 1, "", "a text file in UTF-8 expected") from None
    duplicate = _duplicate(node)
    if duplicate is not None:
        raise ContentError(file, duplicate.start_mark.line + 1, str(duplicate.value), "each key only once")
    try:
        loaded = model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        location = first["loc"]
        path = ".".join(str(part) for part in location)
        raise ContentError(file, line_of(node, location), path, _expected(first["type"], first["msg"])) from None
    for _ in texts(loaded, name or file.stem):
        pass  # gives every text its context
    return loaded


def line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int:
    """Return the 1-based line of `location` in the composed file, or of the nearest thing around it."""
    line = 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _duplicate(node: yaml.Node | None) -> yaml.Node | None:
    """Return the first key that stands twice in one mapping: PyYAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                return key  # type: ignore[no-any-return]
            seen.add(key.value)
            found = _duplicate(value)
            if found is not None:
                return found
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            found = _duplicate(value)
            if found is not None:
                return found
    return None


def _expected(kind: str, message: str) -> str:
    return {
        "extra_forbidden": "a known key expected, this one is not",
        "missing": "this key is missing",
        "string_too_short": "some text expected, it is empty",
    }.get(kind, message[:1].lower() + message[1:])
