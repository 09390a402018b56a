"""Drawings of an exercise: a still as SVG, and the whole movement as numbers that fill one and the same drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from wervel.content.exercise_models import Exercise
from wervel.figure.motion import FRAMES_A_SECOND, Moment, movement
from wervel.figure.props import floor, props
from wervel.figure.shapes import UNITS, Shape, shapes

#: One hand for all figures, light and dark. A drawing carries its colours itself, so that it is right as an image too.
STYLE = """
.fig path{stroke-linejoin:round;stroke-linecap:round}
.fig .skin,.fig .legs,.fig .shirt,.fig .far-skin,.fig .far-legs,.fig .far-shirt,.fig .hair,.fig .prop{
paint-order:stroke;stroke:var(--edge);stroke-width:9}
.fig{--edge:#6E4F3C;--far-edge:#B79F8C;--teal:#0B6E6E;--prop:#E6D8C2;--prop-edge:#B9A58A;--floor:#C9B89E}
.fig .skin{fill:#DDA27C}.fig .legs{fill:#7D8FA3}.fig .shirt{fill:#F6E2C4}.fig .hair{fill:#5A4234}
.fig .far-skin,.fig .far-legs,.fig .far-shirt{stroke:var(--far-edge)}
.fig .far-skin{fill:#EBCDB6}.fig .far-legs{fill:#C3CBD3}.fig .far-shirt{fill:#FAF0E0}
.fig .spine{fill:none;stroke:var(--teal);stroke-width:7;opacity:.55}
.fig .lumbar,.fig .thoracic,.fig .cervical{fill:none;stroke:var(--teal)}
.fig .lumbar{stroke-width:17}.fig .thoracic{stroke-width:12.5}.fig .cervical{stroke-width:9.5}
.fig .prop{fill:var(--prop);stroke:var(--prop-edge)}.fig .soft{fill:var(--prop);stroke:none}
.fig .floor{fill:none;stroke:var(--floor);stroke-width:6}
@media (prefers-color-scheme:dark){
.fig{--edge:#1A1512;--far-edge:#2A2522;--teal:#0A6A6A;--prop:#4A4740;--prop-edge:#6E685C;--floor:#6B665B}
.fig .skin{fill:#D79C76}.fig .legs{fill:#8196AD}.fig .shirt{fill:#F0DCBE}.fig .hair{fill:#7A5B47}
.fig .far-skin{fill:#94705A}.fig .far-legs{fill:#56636F}.fig .far-shirt{fill:#A39783}}
"""
MARGIN = 45
NARROWEST, WIDEST = 1.0, 2.4  # width of a drawing in its heights


@dataclass(frozen=True)
class Frame:
    """The part of the plane that a drawing shows: left, top, width and height."""

    left: int
    top: int
    width: int
    height: int

    @property
    def view_box(self) -> str:
        return f"{self.left} {self.top} {self.width} {self.height}"


def picture(exercise: Exercise, moment: Moment) -> list[Shape]:
    """Return all shapes of one picture: floor, what the exercise needs, the figure. The view follows a walking one."""
    found = [*props(exercise), *shapes(moment.body)]
    if not exercise.travel:
        return [floor(exercise), *found]
    return [floor(exercise, moment.way), *(_shifted(shape, -moment.way * UNITS) for shape in found)]


def _shifted(shape: Shape, way: float) -> Shape:
    return Shape(shape.look, tuple(path_moved(shape.tokens, way)))


def path_moved(tokens: Sequence[str | float], way: float) -> Iterable[str | float]:
    """Yield the tokens of a path with `way` added to each x: of pairs the first, the radii of an arc are none."""
    letter, place = "", 0
    for token in tokens:
        if isinstance(token, str):
            letter, place = (token, 0) if token[0].isalpha() else (letter + token, 0)
            yield token
            continue
        radius = letter == "A"
        yield token + way if place % 2 == 0 and not radius else token
        place += 1


def frame_of(pictures: Iterable[Sequence[Shape]]) -> Frame:
    """Return what a drawing of these pictures must show: all of them, the floor and a margin."""
    xs: list[float] = []
    ys: list[float] = [0.0]
    for shown in pictures:
        for shape in shown:
            if shape.look != "floor":
                x, y = corners(shape)
                xs += x
                ys += y
    left, right, top, bottom = min(xs) - MARGIN, max(xs) + MARGIN, min(ys) - MARGIN, max(ys) + MARGIN
    height = max(bottom - top, (right - left) / WIDEST)
    width = max(right - left, height * NARROWEST)
    return Frame(round((left + right - width) / 2), round(bottom - height), round(width), round(height))


def corners(shape: Shape) -> tuple[list[float], list[float]]:
    """Return x and y of all points of a path, control points too."""
    xs: list[float] = []
    ys: list[float] = []
    letter, numbers = "", 0
    for token in shape.tokens:
        if isinstance(token, str):
            letter, numbers = (token, 0) if token[0].isalpha() else (letter + token, 0)
        elif letter != "A":
            (xs if numbers % 2 == 0 else ys).append(token)
            numbers += 1
    return xs, ys


def path(tokens: Sequence[str | float]) -> str:
    """Return the `d` of a path, in whole units."""
    return " ".join(token if isinstance(token, str) else str(round(token)) for token in tokens)


def stills(exercise: Exercise) -> dict[str, str]:
    """Return the stills that are shown, as SVG files, by the id of their key frame; all show the same part."""
    ways = movement(exercise, pace=2)  # a few pictures tell how much room the movement takes
    frame = frame_of(picture(exercise, moment) for way in ways for moment in way)
    return {
        key.id: drawn(picture(exercise, way[0]), frame)
        for key, way in zip(exercise.frames, ways, strict=True)
        if key.shown
    }


def drawn(shown: Sequence[Shape], frame: Frame) -> str:
    """Return shapes as an SVG image."""
    paths = "".join(f'<path class="{shape.look}" d="{escape(path(shape.tokens))}"/>' for shape in shown)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame.view_box}" width="{frame.width}" '
        f'height="{frame.height}"><style>{STYLE}</style><g class="fig">{paths}</g></svg>'
    )


def film(exercise: Exercise) -> dict[str, object]:
    """Return the movement: looks and paths with a # for each number, and each number in all pictures.

    counts: how many pictures there are from each key frame to the next one; one more closes the round. numbers: for
    each # the value in the first picture and then only what changes, in whole units, so that it packs well.
    """
    ways = movement(exercise)
    pictures = [picture(exercise, moment) for way in ways for moment in way]
    # The last picture closes the round: the first again, with the floor as far as the way goes.
    pictures.append([floor(exercise, exercise.travel / 100), *pictures[0][1:]])
    values = [[round(t) for shape in shown for t in shape.tokens if not isinstance(t, str)] for shown in pictures]
    changes = [values[0]] + [
        [new - old for new, old in zip(now, before, strict=True)] for before, now in pairwise(values)
    ]
    return {
        "box": frame_of(pictures).view_box,
        "style": STYLE,
        "rate": FRAMES_A_SECOND,
        "flows": exercise.travel > 0,
        "stay": [frame.stay for frame in exercise.frames],
        "shown": [index for index, frame in enumerate(exercise.frames) if frame.shown],
        "counts": [len(way) for way in ways],
        "paths": [
            [shape.look, " ".join(token if isinstance(token, str) else "#" for token in shape.tokens)]
            for shape in pictures[0]
        ],
        "numbers": [list(column) for column in zip(*changes, strict=True)],
    }
