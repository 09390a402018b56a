"""Two still drawings beside the scenes: where pain can be felt, and load and capacity in balance."""

from __future__ import annotations

import re
from pathlib import Path

# Area: the zones of `body-back.svg` that it takes, its tone and its outline.
AREAS = {
    "low_back": (("low_left", "low_mid", "low_right"), "#7FB7BE", "#3A727B"),
    "buttock": (("buttock_right",), "#E2A53B", "#94620E"),
    "leg": (("thigh_right", "calf_right"), "#EEC06C", "#94620E"),
}


def pain_areas(folder: Path) -> str:
    """The body from behind with low back, buttock and leg in tones of their own."""
    source = (folder / "body-back.svg").read_text(encoding="utf-8")
    figure, landmarks = (re.search(rf'<g class="{name}".*?</g>', source, re.S) for name in ("figure", "landmarks"))
    if not figure or not landmarks:
        raise ValueError("body-back.svg has lost its figure or its landmarks")
    shapes = dict(re.findall(r'data-zone="(\w+)" d="([^"]+)"', source))
    areas = ""
    for name, (zones, fill, line) in AREAS.items():
        rim = "".join(f'<path stroke="{line}" stroke-width="3" d="{shapes[zone]}"/>' for zone in zones)
        inside = "".join(f'<path d="{shapes[zone]}"/>' for zone in zones)  # hides the rims between zones of one area
        areas += f'<g data-area="{name}" fill="{fill}">{rim}{inside}</g>\n'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 520" stroke-linejoin="round">\n'
        f"{figure.group()}\n{areas}{landmarks.group()}\n</svg>\n"
    )


def balance(_folder: Path) -> str:
    """A level balance with two soft pans: stones for load, a growing plant for capacity."""
    line = 'stroke="#8C7A5E" stroke-width="3"'
    blue, amber = 'stroke="#3A727B" stroke-width="3"', 'stroke="#94620E" stroke-width="3"'
    pan = "M{0} 196h120c0 30-27 46-60 46s-60-16-60-46z"
    groups = {
        "stand": [
            f'<path fill="#DDCDB0" {line} d="M192 62h16l6 214h-28z"/>',
            f'<path fill="#EADFCB" {line} d="M130 296c0-14 14-24 34-24h72c20 0 34 10 34 24z"/>',
        ],
        "cords": [f'<path fill="none" {line} d="M90 68L36 196M90 68l54 128M310 68l-54 128M310 68l54 128"/>'],
        "beam": [
            f'<path fill="#EADFCB" {line} d="M90 60h220a8 8 0 0 1 0 16H90a8 8 0 0 1 0-16z"/>',
            f'<path fill="#7FB7BE" {blue} d="M200 46a22 22 0 1 1 0 44a22 22 0 1 1 0-44z"/>',
        ],
        "load": [
            f'<path fill="#EEC06C" {amber} d="M70 178c-4-24 6-37 21-37s25 13 20 37z"/>',
            f'<path fill="#CF9029" {amber} d="M48 198c-4-22 8-36 26-36s30 14 26 36z"/>',
            f'<path fill="#E2A53B" {amber} d="M88 198c-4-17 6-28 20-28s24 11 20 28z"/>',
        ],
        "capacity": [
            '<path fill="none" stroke="#2C8791" stroke-width="5" d="M310 196v-66"/>',
            f'<path fill="#7FB7BE" {blue} d="M310 172c-4-20-18-28-38-26c2 19 17 29 38 26z"/>',
            f'<path fill="#9BC9CE" {blue} d="M310 156c4-20 18-28 38-26c-2 19-17 29-38 26z"/>',
            f'<path fill="#7FB7BE" {blue} d="M310 136c-12-10-13-24 0-38c13 14 12 28 0 38z"/>',
        ],
        "pans": [f'<path fill="#F1E7D8" {line} d="{pan.format(left)}"/>' for left in (30, 250)],
    }
    body = "\n".join(f'<g data-part="{name}">{"".join(paths)}</g>' for name, paths in groups.items())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320" '
        f'stroke-linejoin="round" stroke-linecap="round">\n{body}\n</svg>\n'
    )
