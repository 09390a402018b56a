"""The text type: a piece of English source text that knows its content id, so that it can be translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Text(str):
    """English source text of `content/`; `context` is its content id, e.g. `red_flags.flags.R1.label`.

    A field of this type is translatable. That is the only thing the extractor goes by: no list of key names.
    """

    context: str = ""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(strict=True, min_length=1, strip_whitespace=True)
        )


def located(value: object, location: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], object]]:
    """Yield every (location, value) of a tree of models by field names and indexes, as the YAML file has them."""
    yield location, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from located(getattr(value, name), (*location, name))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from located(item, (*location, index))


def walk(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every (path, value) of a tree of models; an item of a list is named by its `id` where it has one."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from walk(item, f"{path}.{_name(item, index)}")


def texts(model: BaseModel, stem: str) -> Iterator[Text]:
    """Yield the model's texts, each given its context `<stem>.<path>` (the stem is the content file's)."""
    for path, value in walk(model, stem):
        if isinstance(value, Text):
            value.context = path
            yield value


def _name(item: object, index: int) -> str:
    for key in ("id", "code"):
        name = getattr(item, key, None)
        if isinstance(name, str):
            return name
    return str(index)
