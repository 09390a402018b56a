"""The reading edition: a plain HTML page per page and language, from the same content as the live pages.

It is the page without script, the leaflet on paper, the app without a connection, and the first screen while the live
page loads.
"""

from wervel.web.reading.first import first_screen

__all__ = ["first_screen"]
