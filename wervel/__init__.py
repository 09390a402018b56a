"""Wervel: a self-assessment, explanation, prevention and diary for people with low back pain."""

from pathlib import Path

__version__ = "0.1.0"

#: The checkout's top folder, which holds `content/`, `locales/` and `pages/`.
ROOT = Path(__file__).resolve().parent.parent
