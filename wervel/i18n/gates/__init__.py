"""Gates for plain and safe words in every language: pure counts over catalogues, and the floors they have to reach."""

from wervel.i18n.gates.pages import Said, gated, said
from wervel.i18n.gates.report import missed, tables

__all__ = ["Said", "gated", "missed", "said", "tables"]
