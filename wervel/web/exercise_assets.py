"""The drawings of the exercises: stills as SVG, the movement as numbers. Made on the first request, kept in memory."""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from wervel.content import content
from wervel.content.exercise_models import Exercise
from wervel.figure.drawing import film, stills
from wervel.web.spine_assets import accepts_gzip, knows

FOLDER = "/assets/exercises"


def film_url(exercise: str) -> str:
    """Return the address of the movement of an exercise."""
    return f"{FOLDER}/{exercise}.json"


def still_url(exercise: str, frame: str) -> str:
    """Return the address of the still of a key frame."""
    return f"{FOLDER}/{exercise}-{frame}.svg"


@lru_cache(maxsize=64)
def _stills(exercise: str) -> dict[str, bytes]:
    """Return the stills of an exercise by file name, compressed."""
    return {f"{exercise}-{frame}.svg": _packed(drawing) for frame, drawing in stills(_exercise(exercise)).items()}


@lru_cache(maxsize=64)
def _film(exercise: str) -> dict[str, bytes]:
    return {f"{exercise}.json": _packed(json.dumps(film(_exercise(exercise)), separators=(",", ":")))}


def _exercise(name: str) -> Exercise:
    return next(each for each in content().exercises.exercises if each.id == name)


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


async def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    exercise = name.partition(".")[0].partition("-")[0]
    # A name that is no exercise is not worked on.
    known = any(each.id == exercise for each in content().exercises.exercises)
    files = _film if name.endswith(".json") else _stills
    packed = (await run_in_threadpool(files, exercise)).get(name) if known else None
    if packed is None:
        return PlainTextResponse("Not Found", status_code=404)
    small = accepts_gzip(request.headers.get("accept-encoding", ""))
    etag = f'"{hashlib.sha256(packed).hexdigest()[:20]}{"-gz" if small else ""}"'
    headers = {"etag": etag, "cache-control": "no-cache", "vary": "Accept-Encoding"}
    if knows(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    if small:
        headers["content-encoding"] = "gzip"
    media_type = "image/svg+xml" if name.endswith(".svg") else "application/json"
    return Response(packed if small else gzip.decompress(packed), headers=headers, media_type=media_type)


def routes() -> list[BaseRoute]:
    """Return the route of all drawings of exercises; it goes before the Mount of /assets."""
    return [Route(f"{FOLDER}/{{name}}", _answer)]
