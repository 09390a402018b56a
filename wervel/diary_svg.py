"""Pain over time as a still picture for paper: the line, the grey band, flare-ups. Pure; an SVG without a script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from html import escape

from wervel.diary.change import Change
from wervel.diary.days import Day, Step, with_gaps
from wervel.diary.totals import FlareUp

WIDTH, HEIGHT = 480, 190
LEFT, RIGHT, TOP, BOTTOM = 32, 6, 6, 30
INK, TEAL, BAND, FLARE = "#1F2A30", "#0B6E6E", "#DDDAD5", "#F3E3C3"


def pain(
    days: Sequence[Day], step: Step, start: str, end: str, change: Change | None, flares: Sequence[FlareUp]
) -> str:
    """Return the picture as SVG. days: oldest first, one at least; start, end: the first and the last day, in words."""
    line = with_gaps(days, step)
    first, last = line[0][0], line[-1][0]
    parts = [_rect(LEFT, TOP, _width(), _y(0) - TOP, "#FFFFFF")]
    if change:
        high, low = min(10, change.began + change.margin), max(0, change.began - change.margin)
        parts.append(_rect(LEFT, _y(high), _width(), _y(low) - _y(high), BAND))
    for flare in flares:
        begin, until = _x(flare.start, first, last), _x(flare.end, first, last)
        parts.append(_rect(max(LEFT, begin - 4), TOP, until - begin + 8, _y(0) - TOP, FLARE))
    for score in (0, 5, 10):
        parts.append(f'<path d="M{LEFT} {_y(score):.1f}H{LEFT + _width()}" stroke="#B9B2A6" stroke-width="1"/>')
        parts.append(_text(LEFT - 8, _y(score) + 6, "end", str(score)))
    parts += [_text(LEFT, HEIGHT - 6, "start", start)]
    parts += [_text(WIDTH - RIGHT, HEIGHT - 6, "end", end)] if last > first else []
    parts.append(f'<path d="{_path(line, first, last)}" fill="none" stroke="{TEAL}" stroke-width="2.5"/>')
    parts += [
        f'<circle cx="{_x(when, first, last):.1f}" cy="{_y(day.pain):.1f}" r="2.5" fill="{TEAL}"/>'
        for when, day in line
        if day
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'direction="ltr" font-family="system-ui, sans-serif" font-size="18">{"".join(parts)}</svg>'
    )


def address(svg: str) -> str:
    """Return the picture as an address that an `<img>` shows without asking anybody."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _path(line: Sequence[tuple[date, Day | None]], first: date, last: date) -> str:
    """Return the line; it breaks where a day has no entry."""
    drawn, pen = [], "M"
    for when, day in line:
        if day is None:
            pen = "M"
            continue
        drawn.append(f"{pen}{_x(when, first, last):.1f} {_y(day.pain):.1f}")
        pen = "L"
    return "".join(drawn)


def _width() -> int:
    return WIDTH - LEFT - RIGHT


def _x(when: date, first: date, last: date) -> float:
    length = (last - first).days
    inside = _width() - 12  # the first and the last point keep off the edges
    share = (when - first).days / length if length else 0.5
    return LEFT + 6 + inside * min(1, max(0, share))


def _y(score: float) -> float:
    return TOP + 4 + (10 - score) / 10 * (HEIGHT - TOP - BOTTOM - 8)


def _rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0, width):.1f}" height="{max(0, height):.1f}" fill="{fill}"/>'


def _text(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{INK}">{escape(text)}</text>'
