"""Where a part of the back is: one of the flat drawings with that part in full colour and the others pale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from wervel import ROOT
from wervel.web.assets import File, answer, kept_as, made

FOLDER = "/assets/parts"


@dataclass(frozen=True)
class Drawn:
    """The drawing (a stem of `content/illustrations/`) that shows a part best, and how its shapes' names begin."""

    drawing: str
    begins: str


#: By the id of a part in `content/spine.yaml`. A part that is a region of a shape (the tip of a vertebra) has none.
DRAWN = {
    "vertebra": Drawn("spine-segment", "L"),
    "facet_joint": Drawn("spine-segment", "facet_"),
    "sacrum": Drawn("spine-behind", "sacrum"),
    "pelvis": Drawn("spine-behind", "pelvis"),
    "disc": Drawn("spine-segment", "disc_"),
    "disc_ring": Drawn("spine-disc", "ring_"),
    "disc_core": Drawn("spine-disc", "core"),
    "canal": Drawn("spine-midline", "canal"),
    "cord": Drawn("spine-midline", "cord"),
    "cauda_equina": Drawn("spine-midline", "cauda_equina"),
    "nerve_root": Drawn("spine-segment", "nerve_"),
    "multifidus": Drawn("spine-behind", "muscle_multifidus"),
    "erector_spinae": Drawn("spine-behind", "muscle_erector"),
    "psoas": Drawn("spine-front", "muscle_psoas"),
    "quadratus_lumborum": Drawn("spine-behind", "muscle_quadratus"),
    "ligament_front": Drawn("spine-midline", "ligament_anterior"),
    "ligament_back": Drawn("spine-midline", "ligament_posterior"),
    "ligament_tips": Drawn("spine-midline", "ligament_supraspinous"),
}
PALE = 0.25  # opacity of what is not meant


def part_url(part: str) -> str:
    """Return the address of the drawing of a part, empty when it has none."""
    return f"{FOLDER}/{part}.svg" if part in DRAWN else ""


def picture(part: str) -> str:
    """Return the drawing of a part of `DRAWN` as SVG."""
    drawn = DRAWN[part]
    svg = (ROOT / "content" / "illustrations" / f"{drawn.drawing}.svg").read_text(encoding="utf-8")
    opened = svg.index(">", svg.index("<svg")) + 1
    shown = f'[data-part]{{opacity:{PALE}}}[data-part^="{drawn.begins}"]{{opacity:1}}'
    return f"{svg[:opened]}<style>{shown}</style>{svg[opened:]}"


@lru_cache(maxsize=len(DRAWN))
def _file(part: str) -> File:
    return made(picture(part).encode(), "image/svg+xml")


async def _answer(request: Request) -> Response:
    part = request.path_params["part"]
    file = await run_in_threadpool(_file, part) if part in DRAWN else None
    return await answer(request, file, kept_as(request, file))


def routes() -> list[BaseRoute]:
    """Return the route of the drawings of parts; it goes before the Mount of /assets."""
    return [Route(f"{FOLDER}/{{part}}.svg", _answer)]
