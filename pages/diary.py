"""The diary: an entry in ten seconds, and what changes over weeks. It lives on the device."""

from wervel import diary_view

diary_view.page()
