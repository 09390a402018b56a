"""The way into the demonstration. Layout only; what it is: docs/story.md."""

from __future__ import annotations

from wervel import ui


def offer() -> None:
    """Show what the demonstration is and the link that loads it; nothing on a shared device or within it."""
    if ui.here().mode != "kiosk" and not ui.here().demo:
        ui.html("demo_offer.html", address=ui.url("home", demo="1"))
