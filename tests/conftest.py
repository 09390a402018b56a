"""Fixtures that every part of the tests may use."""

from __future__ import annotations

import pytest
from hypothesis import settings

from wervel.content import Content
from wervel.content import content as the_content

settings.register_profile("wervel", deadline=None, print_blob=True)
settings.load_profile("wervel")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", type=int, default=12, help="how many saves the fault campaign of the diary makes")
    parser.addoption("--campaign-seed", type=int, default=1, help="which sequence of faults it takes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give a long campaign the time it needs."""
    for item in items:
        if "campaign" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(120 + 12 * config.getoption("--campaign")))


@pytest.fixture
def campaign(request: pytest.FixtureRequest) -> int:
    """How many entries the fault campaign saves."""
    return int(request.config.getoption("--campaign"))


@pytest.fixture(scope="session")
def content() -> Content:
    """The app's content, read once per worker."""
    return the_content()
