"""`python benchmarks/load.py`: many people at once on one server process, over Streamlit's own websocket protocol.

Each person opens a page and taps every 2 seconds; what is timed is a rerun, from sending the tap until the script has
ended. Goal for 300 people on one process and 2 cores, on `/`, `/assessment` and `/diary`: no failure, 95th percentile
at most 150 ms, memory at most 0.5 MB a person, and, after they and 2,000 more have left, back to within 10 % of the
start. People and server share the machine, so the figures are on the safe side.

Beside it, in the same run: the same pages with 100 people under Streamlit's stock settings (a full garbage collection
after each rerun, the file watcher on), and under ours.

`--people N`, `--seconds S`, `--sessions N` (for the leak), `--repeat N` (median of each figure) change the size.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.people import Person  # noqa: E402

PAGES = ("", "assessment", "diary")
PAUSE = 2.0  # seconds between two taps of a person
STOCK = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true", "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "auto"}


class Figures(NamedTuple):
    """What a crowd met on one page. Times in ms, memory in MB."""

    reruns: int
    failures: int
    p50: float
    p95: float
    worst: float
    memory: float  # a person


@contextmanager
def server(**settings: str) -> Iterator[tuple[int, int]]:
    """Start the app on a free port; yield port and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"PORT": str(port), "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1", **settings}
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env={**os.environ, **own})
    try:
        for _ in range(300):
            try:
                if httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(30)


def memory(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no memory figure: this benchmark needs Linux")


async def live(person: Person, wait: float, until: float) -> bool:
    """Open the page after `wait` seconds and tap until the end; False: something failed."""
    await asyncio.sleep(wait)
    try:
        await person.open()
        while time.perf_counter() < until:
            began = time.perf_counter()
            await person.tap()
            await asyncio.sleep(max(0.0, PAUSE - (time.perf_counter() - began)))
    except Exception as error:  # noqa: BLE001 every kind of failure counts
        print(f"  {person.page or 'home'}: {type(error).__name__}: {error}", file=sys.stderr)
        return False
    return True


async def crowd(port: int, pid: int, page: str, people: int, seconds: float) -> Figures:
    """Let `people` come in over a third of the time and tap to the end."""
    await visit(port, page, 12)  # so that caches are filled before the memory is looked at
    before = memory(pid)
    everyone = [Person(port, page, number) for number in range(people)]
    until = time.perf_counter() + seconds
    fine = await asyncio.gather(
        *(live(person, seconds / 3 * number / people, until) for number, person in enumerate(everyone))
    )
    grown = memory(pid) - before
    await asyncio.gather(*(person.leave() for person in everyone), return_exceptions=True)
    waits = sorted(1000 * wait for person in everyone for wait in person.waits)
    cuts = quantiles(waits, n=20)
    return Figures(len(waits), fine.count(False), cuts[9], cuts[18], waits[-1], grown / people)


async def visit(port: int, page: str, people: int) -> None:
    """Let people come, tap twice and leave."""

    async def short(number: int) -> None:
        person = Person(port, page, number)
        await person.open()
        await person.tap()
        await person.tap()
        await person.leave()

    await asyncio.gather(*map(short, range(people)))


async def leak(port: int, pid: int, sessions: int) -> tuple[float, float]:
    """Return the memory in MB before and after so many sessions came and left, on all pages in turn."""
    for _ in range(2):  # the first crowd fills caches and the allocator's stores
        for page in PAGES:
            await visit(port, page, 40)
    await asyncio.sleep(3)
    before = memory(pid)
    for wave in range(sessions // 40):
        await visit(port, PAGES[wave % len(PAGES)], 40)
    await asyncio.sleep(3)
    return before, memory(pid)


def show(title: str, page: str, each: Figures) -> None:
    """Print one row."""
    print(
        f"{title:<24} /{page:<11} {each.reruns:>6} {each.failures:>4} {each.p50:>8.0f} {each.p95:>8.0f} "
        f"{each.worst:>8.0f} {each.memory:>7.2f}",
        flush=True,
    )


def middle(figures: list[Figures]) -> Figures:
    """Return the median of each figure; failures are added up."""
    columns = list(zip(*figures, strict=True))
    return Figures(int(median(columns[0])), sum(columns[1]), *(median(column) for column in columns[2:]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--sessions", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=3)
    chosen = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, hard), hard))
    del soft

    print(f"{'':<24} {'page':<12} {'reruns':>6} {'fail':>4} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'MB each':>7}")
    for page in PAGES:
        with server(**STOCK) as (port, pid):
            show("stock settings, 100", page, asyncio.run(crowd(port, pid, page, 100, chosen.seconds)))
        with server() as (port, pid):
            show("ours, 100", page, asyncio.run(crowd(port, pid, page, 100, chosen.seconds)))
        figures = []
        for _ in range(chosen.repeat):
            with server() as (port, pid):
                figures.append(asyncio.run(crowd(port, pid, page, chosen.people, chosen.seconds)))
        show(f"ours, {chosen.people} (median of {chosen.repeat})", page, middle(figures))
    with server() as (port, pid):
        before, after = asyncio.run(leak(port, pid, chosen.sessions))
    grown = f"{before:.0f} MB before, {after:.0f} MB after ({after / before - 1:+.1%})"
    print(f"{chosen.sessions} sessions came and left: {grown}")


if __name__ == "__main__":
    main()
