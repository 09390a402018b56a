"""Drawings of an exercise: a still as SVG, and the whole movement as numbers that fill one and the same drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from wervel.content.exercise_models import Exercise
from wervel.figure.motion import FRAMES_A_SECOND, Moment, keys, movement
from wervel.figure.props import floor, props
from wervel.figure.shapes import UNITS, Shape, shapes

#: One hand for all figures, light and dark. A drawing carries its colours itself, so that it is right as an image too.
STYLE = """
.fig path{stroke-linejoin:round;stroke-linecap:round}
.fig .skin,.fig .legs,.fig .shirt,.fig .far-skin,.fig .far-legs,.fig .far-shirt,.fig .hair,.fig .prop{paint-order:stroke;
stroke:var(--edge);stroke-width:9}
.fig{--edge:#6E4F3C;--far-edge:#B79F8C;--teal:#0B6E6E;--prop:#E6D8C2;--prop-edge:#B9A58A;--floor:#C9B89E}
.fig .skin{fill:#DDA27C}.fig .legs{fill:#7D8FA3}.fig .shirt{fill:#F6E2C4}.fig .hair{fill:#5A4234}
.fig .far-skin,.fig .far-legs,.fig .far-shirt{stroke:var(--far-edge)}
.fig .far-skin{fill:#EBCDB6}.fig .far-legs{fill:#C3CBD3}.fig .far-shirt{fill:#FAF0E0}
.fig .spine{fill:none;stroke:var(--teal);stroke-width:7;opacity:.55}
.fig .vertebrae{fill:none;stroke:var(--teal);stroke-width:16}
.fig .prop{fill:var(--prop);stroke:var(--prop-edge)}.fig .soft{fill:var(--prop);stroke:none}
.fig .floor{fill:none;stroke:var(--floor);stroke-width:6}
@media (prefers-color-scheme:dark){
.fig{--edge:#1A1512;--far-edge:#2A2522;--teal:#0A6A6A;--prop:#4A4740;--prop-edge:#6E685C;--floor:#6B665B}
.fig .skin{fill:#D79C76}.fig .legs{fill:#8196AD}.fig .shirt{fill:#F0DCBE}.fig .hair{fill:#7A5B47}
.fig .far-skin{fill:#94705A}.fig .far-legs{fill:#56636F}.fig .far-shirt{fill:#A39783}}
"""
MARGIN = 45
NARROWEST, WIDEST = 1.1, 2.0  # width of a drawing in its heights


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


def frame_of(exercise: Exercise, pictures: Iterable[Sequence[Shape]]) -> Frame:
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


def stills(exercise: Exercise) -> list[Moment]:
    """Return the key frames of an exercise as pictures."""
    return [way[0] for way in movement(exercise)]


def svg(exercise: Exercise, index: int) -> str:
    """Return the still of key frame `index` as a file of its own."""
    ways = movement(exercise)
    all_pictures = [picture(exercise, moment) for way in ways for moment in way[:: max(len(way) // 4, 1)]]
    return drawn(picture(exercise, ways[index][0]), frame_of(exercise, all_pictures))


def drawn(shown: Sequence[Shape], frame: Frame) -> str:
    """Return shapes as an SVG image."""
    paths = "".join(f'<path class="{shape.look}" d="{escape(path(shape.tokens))}"/>' for shape in shown)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame.view_box}" width="{frame.width}" '
        f'height="{frame.height}"><style>{STYLE}</style><g class="fig">{paths}</g></svg>'
    )


def film(exercise: Exercise) -> dict[str, object]:
    """Return the movement: looks and paths with a # for each number, and per key frame the pictures to the next one.

    A picture is the list of all numbers of its paths, in whole units; each one but the first of all holds only what
    changes against the one before it, so that it packs well.
    """
    ways = movement(exercise)
    pictures = [[picture(exercise, moment) for moment in way] for way in ways]
    frame = frame_of(exercise, (shown for way in pictures for shown in way))
    first = pictures[0][0]
    before = [0] * sum(isinstance(token, float) for shape in first for token in shape.tokens)
    films = []
    for way in pictures:
        pages = []
        for shown in way:
            now = [round(token) for shape in shown for token in shape.tokens if isinstance(token, float)]
            pages.append([new - old for new, old in zip(now, before, strict=True)])
            before = now
        films.append(pages)
    return {
        "box": frame.view_box,
        "style": STYLE,
        "rate": FRAMES_A_SECOND,
        "stay": [key.frame.stay for key in keys(exercise)],
        "shown": [key.frame.shown for key in keys(exercise)],
        "paths": [
            [shape.look, " ".join(token if isinstance(token, str) else "#" for token in shape.tokens)]
            for shape in first
        ],
        "ways": films,
    }
