"""Fixtures that every part of the tests may use."""

from __future__ import annotations

import pytest
from hypothesis import settings

from wervel.content import Content
from wervel.content import content as the_content

settings.register_profile("wervel", deadline=None, print_blob=True)
settings.load_profile("wervel")


@pytest.fixture(scope="session")
def content() -> Content:
    """The app's content, read once per worker."""
    return the_content()
