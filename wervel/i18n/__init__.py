"""Languages through Babel: registry, negotiation, catalogues, and a translator per reader."""

from wervel.i18n.choice import offered, usable
from wervel.i18n.negotiate import match, negotiate
from wervel.i18n.registry import default_code, registry
from wervel.i18n.translator import Translator, translator

__all__ = ["Translator", "default_code", "match", "negotiate", "offered", "registry", "translator", "usable"]
