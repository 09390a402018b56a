"""Templates: the same words for the page around Streamlit, the emergency page and the outcome."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from wervel import ROOT, __version__, sides
from wervel.content import Text, content
from wervel.i18n import Translator
from wervel.web.assets import asset, first_style


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wervel.web"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, words: Translator, second: Translator | None = None, /, **values: object) -> str:
    """Return the template filled in: `t(text)` translates content, `_("...")` a message of the template.

    `both(text)` stands in the content of an element and shows the second language too, if there is one; attributes
    keep `t`. `{% call(t, words) sides() %}` writes a line that is put together from several texts once per language.
    """

    def both(text: Text, **given: sides.Value) -> str:
        return sides.html(words, second, text, **given)

    def each_side(caller: Callable[..., Markup]) -> Markup:
        return sides.block(words, second, lambda reader: caller(reader.text, reader))

    return (
        _environment()
        .get_template(template)
        .render(
            t=words.text,
            both=both,
            sides=each_side,
            _=words.gettext,
            words=words,
            second=second,
            content=content(),
            version=__version__,
            drawing=drawing,
            asset=asset,
            first_style=first_style,
            **values,
        )
    )


@lru_cache(maxsize=128)
def drawing(name: str) -> Markup:
    """Return one of `content/illustrations/` to stand inline in a template; raises OSError when it is not there."""
    return Markup((ROOT / "content" / "illustrations" / f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S704 our own file
