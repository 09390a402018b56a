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
    pan = "M{0} 196h120c0 30-27 46-60 46s-60-16-60-46z"
    left, right = pan.format(30), pan.format(250)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320" stroke-linejoin="round" stroke-linecap="round">\n'
        f'<g data-part="stand"><path fill="#DDCDB0" {line} d="M192 62h16l6 214h-28z"/>'
        f'<path fill="#EADFCB" {line} d="M130 296c0-14 14-24 34-24h72c20 0 34 10 34 24z"/></g>\n'
        f'<g data-part="cords"><path fill="none" {line} d="M90 68L36 196M90 68l54 128M310 68l-54 128M310 68l54 128"/></g>\n'
        f'<g data-part="beam"><path fill="#EADFCB" {line} d="M90 60h220a8 8 0 0 1 0 16H90a8 8 0 0 1 0-16z"/>'
        f'<path fill="#7FB7BE" stroke="#3A727B" stroke-width="3" d="M200 46a22 22 0 1 1 0 44a22 22 0 1 1 0-44z"/></g>\n'
        '<g data-part="load"><path fill="#CF9029" stroke="#94620E" stroke-width="3" d="M48 196c-4-20 8-34 26-34s30 14 26 34z"/>'
        '<path fill="#E2A53B" stroke="#94620E" stroke-width="3" d="M88 196c-4-15 6-26 20-26s24 11 20 26z"/>'
        '<path fill="#EEC06C" stroke="#94620E" stroke-width="3" d="M72 164c-3-15 6-25 19-25s22 10 18 27z"/></g>\n'
        '<g data-part="capacity"><path fill="none" stroke="#0B6E6E" stroke-width="5" d="M310 196v-66"/>'
        '<path fill="#7FB7BE" stroke="#3A727B" stroke-width="3" d="M310 172c-4-20-18-28-38-26c2 19 17 29 38 26z"/>'
        '<path fill="#9BC9CE" stroke="#3A727B" stroke-width="3" d="M310 156c4-20 18-28 38-26c-2 19-17 29-38 26z"/>'
        '<path fill="#7FB7BE" stroke="#3A727B" stroke-width="3" d="M310 136c-12-10-13-24 0-38c13 14 12 28 0 38z"/></g>\n'
        f'<g data-part="pans"><path fill="#F1E7D8" {line} d="{left}"/><path fill="#F1E7D8" {line} d="{right}"/></g>\n'
        "</svg>\n"
    )
