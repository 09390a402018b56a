"""The drawings of the exercises: stills as SVG, the movement as numbers. Made on the first request, kept in memory."""

from __future__ import annotations

import json
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from wervel.content import content
from wervel.content.exercise_models import Exercise
from wervel.figure.drawing import film, stills
from wervel.web.assets import File, answer, kept_as, made

FOLDER = "/assets/exercises"


def film_url(exercise: str) -> str:
    """Return the address of the movement of an exercise."""
    return f"{FOLDER}/{exercise}.json"


def still_url(exercise: str, frame: str) -> str:
    """Return the address of the still of a key frame."""
    return f"{FOLDER}/{exercise}-{frame}.svg"


@lru_cache(maxsize=64)
def _stills(exercise: str) -> dict[str, File]:
    """Return the stills of an exercise by file name."""
    return {
        f"{exercise}-{frame}.svg": made(drawing.encode(), "image/svg+xml")
        for frame, drawing in stills(_exercise(exercise)).items()
    }


@lru_cache(maxsize=64)
def _film(exercise: str) -> dict[str, File]:
    numbers = json.dumps(film(_exercise(exercise)), separators=(",", ":"))
    return {f"{exercise}.json": made(numbers.encode(), "application/json")}


def _exercise(name: str) -> Exercise:
    return next(each for each in content().exercises.exercises if each.id == name)


async def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    exercise = name.partition(".")[0].partition("-")[0]
    # A name that is no exercise is not worked on.
    known = any(each.id == exercise for each in content().exercises.exercises)
    files = _film if name.endswith(".json") else _stills
    file = (await run_in_threadpool(files, exercise)).get(name) if known else None
    return await answer(request, file, kept_as(request, file))


def routes() -> list[BaseRoute]:
    """Return the route of all drawings of exercises; it goes before the Mount of /assets."""
    return [Route(f"{FOLDER}/{{name}}", _answer)]
