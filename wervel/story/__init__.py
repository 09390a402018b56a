"""The patient's story: what a person told, for a clinician, without what the person leaves out. Pure."""

from wervel.story.fhir import fhir
from wervel.story.model import DEFAULT, Sign, Story, available, tell
from wervel.story.words import Line, Section, language_name, lines

__all__ = ["DEFAULT", "Line", "Section", "Sign", "Story", "available", "fhir", "language_name", "lines", "tell"]
