"""The place of the diary page, until it is built: an honest word and the way on."""

from wervel import ui

ui.coming("diary")
