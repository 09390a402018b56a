"""The script that `insight_app.py` serves."""

from tests.browser.insight_app import script

script()
