"""Where a part of the back is: one of the flat drawings with that part in full colour and the others pale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from wervel import ROOT
from wervel.web import assets

FOLDER = "/assets/parts"


@dataclass(frozen=True)
class Drawn:
    """The drawing (a stem of `content/illustrations/`) that shows a part best, and how its shapes' names begin."""

    drawing: str
    begins: tuple[str, ...]


#: By the id of a part in `content/spine.yaml`. A part that is a region of a shape (the tip of a vertebra) has none.
DRAWN = {
    "vertebra": Drawn("spine-segment", ("L",)),
    "facet_joint": Drawn("spine-segment", ("facet_",)),
    "sacrum": Drawn("spine-pelvis", ("sacrum",)),
    "pelvis": Drawn("spine-pelvis", ("pelvis",)),
    "disc": Drawn("spine-segment", ("disc_",)),
    "disc_ring": Drawn("spine-disc", ("ring_",)),
    "disc_core": Drawn("spine-disc", ("core",)),
    "canal": Drawn("spine-midline", ("canal",)),
    "cord": Drawn("spine-midline", ("cord",)),
    "cauda_equina": Drawn("spine-midline", ("cauda_equina",)),
    "nerve_root": Drawn("spine-segment", ("nerve_",)),
    "multifidus": Drawn("spine-pelvis", ("muscle_multifidus",)),
    "erector_spinae": Drawn("spine-pelvis", ("muscle_erector",)),
    "psoas": Drawn("spine-front", ("muscle_psoas",)),
    "quadratus_lumborum": Drawn("spine-pelvis", ("muscle_quadratus",)),
    "ligament_front": Drawn("spine-midline", ("ligament_anterior",)),
    "ligament_back": Drawn("spine-midline", ("ligament_posterior",)),
    "thigh_bone": Drawn("spine-behind", ("femur",)),
    "lower_leg": Drawn("spine-behind", ("tibia", "fibula")),
    "foot": Drawn("spine-behind", ("foot",)),
    "sciatic_nerve": Drawn("spine-behind", ("nerve_sciatic",)),
    "gluteus": Drawn("spine-behind", ("muscle_gluteus",)),
    "hamstrings": Drawn("spine-behind", ("muscle_hamstrings",)),
    "quadriceps": Drawn("spine-behind", ("muscle_quadriceps",)),
    "adductors": Drawn("spine-behind", ("muscle_adductor",)),
    "calf": Drawn("spine-behind", ("muscle_gastrocnemius", "muscle_soleus", "muscle_achilles")),
    "ligament_tips": Drawn("spine-midline", ("ligament_supraspinous",)),
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
    meant = ",".join(f'[data-part^="{start}"]' for start in drawn.begins)
    shown = f"[data-part]{{opacity:{PALE}}}{meant}{{opacity:1}}"
    return f"{svg[:opened]}<style>{shown}</style>{svg[opened:]}"


@lru_cache(maxsize=len(DRAWN))
def _made(part: str) -> assets.File:
    return assets.made(picture(part).encode(), "image/svg+xml")


async def _answer(request: Request) -> Response:
    part = request.path_params["part"]
    return await assets.answer(request, _made(part) if part in DRAWN else None)


def routes() -> list[BaseRoute]:
    """Return the route of the drawings of parts; it goes before the route of /assets."""
    return [Route(f"{FOLDER}/{{part}}.svg", _answer)]
