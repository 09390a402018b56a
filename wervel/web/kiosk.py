"""The waiting room on the server: the page for staff, where the clinic's PIN leaves the mode."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from wervel.clinic import clinic, fits
from wervel.web.render import render
from wervel.web.visit import MODE_COOKIE, Visit, visit_of

STAFF = "/kiosk/staff"
PATHS = (STAFF,)


@dataclass
class Tries:
    """How often who gave a wrong PIN: five tries are free, then each costs a wait, from a minute up to an hour.

    `clock` gives seconds that only go forward. In memory of this process; addresses that come first go first.
    """

    clock: Callable[[], float] = time.monotonic
    free: int = 5
    first_wait: float = 60
    longest_wait: float = 3600
    most: int = 1000
    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)

    def wait(self, who: str) -> int:
        """Return for how many seconds `who` may not try."""
        _, until = self._wrong.get(who, (0, 0.0))
        return max(0, math.ceil(until - self.clock()))

    def begin(self, who: str) -> None:
        """Count a try as wrong before it is checked, so that many at once are not free."""
        count = self._wrong.pop(who, (0, 0.0))[0] + 1
        pause = self.first_wait * 2 ** min(count - self.free, 10) if count >= self.free else 0
        self._wrong[who] = (count, self.clock() + min(pause, self.longest_wait))
        while len(self._wrong) > self.most:
            del self._wrong[next(iter(self._wrong))]

    def right(self, who: str) -> None:
        """Forget the wrong tries of `who`: the PIN was right."""
        self._wrong.pop(who, None)


_tries = Tries()


def routes() -> list[BaseRoute]:
    """Return the page for staff."""
    return [Route(STAFF, staff, methods=["GET", "POST"])]


async def staff(request: Request) -> Response:
    """Ask for the PIN; a right one takes the mode's cookie away and asks how the device is used from now on."""
    visit, settings = visit_of(request), clinic()
    if request.method == "GET":
        return _page(visit, "left" if settings.pin_hash is None else "ask")
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return PlainTextResponse("Forbidden", status_code=403)  # another site cannot try
    who = request.client.host if request.client else ""
    if wait := _tries.wait(who):
        return _page(visit, "wait", wait, status=429)
    async with request.form(max_files=0, max_fields=5) as form:
        given = str(form.get("pin", ""))
    if settings.pin_hash is not None:
        _tries.begin(who)
        if not await run_in_threadpool(fits, given, settings.pin_hash):
            wait = _tries.wait(who)
            return _page(visit, "wait", wait, status=429) if wait else _page(visit, "wrong", status=403)
        _tries.right(who)
    response = _page(visit, "left")
    response.delete_cookie(MODE_COOKIE, path="/", samesite="lax")
    return response


def _page(visit: Visit, state: str, wait: int = 0, *, status: int = 200) -> Response:
    """state: "ask", "wrong", "wait" (seconds), or "left"."""
    page = render(
        "kiosk_staff.html", visit.translator, visit=visit, clinic=clinic(), state=state, wait=wait, staff=STAFF
    )
    return HTMLResponse(page, status_code=status, headers={"cache-control": "no-store"})
