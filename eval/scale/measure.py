"""What is measured, step by step; each step is meant for a process of its own, so that its memory is its own too."""

from __future__ import annotations

import datetime as dt
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.bench import peak_memory
from eval.scale.monitor import take, write_monitor, write_reports
from eval.scale.reports import Report, War, make_war
from eval.scale.views import VIEWS, Question
from warledger.ledger.store import Ledger
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import Monitor, load_monitor
from warledger.pipeline.view import View, open_view

#: Reports kept back to be added one by one.
KEPT_BACK = 12
_TIMES = 5


#: Seconds by the clock, and of the processor: where other work goes on on the machine, the second is what can be compared.
Seconds = tuple[float, float]


@dataclass(frozen=True)
class Step:
    """Seconds by what took them, other figures by name, and the most memory the process held, in MiB."""

    seconds: dict[str, Seconds]
    figures: dict[str, float]
    memory: float


class Clock:
    """Seconds by name, in order."""

    def __init__(self) -> None:
        self.seconds: dict[str, Seconds] = {}

    @contextmanager
    def timing(self, name: str, share: float = 1.0) -> Iterator[None]:
        """Counts the time inside for `name`, or a share of it."""
        start = _now()
        yield
        wall, cpu = _since(start)
        before = self.seconds.get(name, (0.0, 0.0))
        self.seconds[name] = (before[0] + share * wall, before[1] + share * cpu)

    def step(self, **figures: float) -> Step:
        """What was counted, as a step."""
        return Step(self.seconds, figures, peak_memory())


def _now() -> Seconds:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), time.process_time() + children.ru_utime + children.ru_stime


def _since(start: Seconds) -> Seconds:
    now = _now()
    return now[0] - start[0], now[1] - start[1]


def war_of(reports: int) -> War:
    """The war that is measured: two years of it, or at a pinch as many days as there are reports for."""
    return make_war(reports + KEPT_BACK, days=min(730, max(20, reports // 13)))


def make(folder: Path, reports: int) -> Step:
    """The monitor with all but the last reports read, and its size."""
    clock, war = Clock(), war_of(reports)
    shutil.rmtree(folder, ignore_errors=True)
    with clock.timing("writing the files"):
        monitor = write_monitor(folder, War(war.world, war.reports[:-KEPT_BACK]))
    with clock.timing("reading them, sentences aside"):
        outcome = take(monitor, war.reports, [monitor.reports])
    return clock.step(reports=outcome.read, claims=outcome.claims, **_sizes(monitor))


def first(folder: Path, reports: int) -> Step:
    """The first question: the state is worked out from nothing."""
    clock, monitor = Clock(), load_monitor(folder, {})
    tools = _loaded(clock, monitor)
    with clock.timing("first question"):
        open_view(monitor, tools.state_tools, None, tools.state_version)
    return clock.step(**_sizes(monitor))


def ask(folder: Path, reports: int, known: dt.date | None = None) -> Step:
    """Every view, of a state that is kept: as a command asks it, and again in the same process (the median of a few)."""
    clock, monitor = Clock(), load_monitor(folder, {})
    tools = Toolkit(monitor)
    with clock.timing("opening"):
        view = open_view(monitor, tools.state_tools, known, tools.state_version)
    since = day_before(view)
    with clock.timing("opening the day that changes are counted from"):
        then = open_view(monitor, tools.state_tools, since, tools.state_version, decided=since)
    question = question_of(view, then)
    for name, asked in VIEWS.items():
        with clock.timing(name):
            asked(view, question)
        clock.seconds[f"{name}, again"] = median(lambda asked=asked: asked(view, question))  # type: ignore[misc]
    return clock.step(**_sizes(monitor))


def ask_before(folder: Path, reports: int) -> Step:
    """The same, of the state as known when two thirds of the reports were published: from nothing the first time."""
    view_day = war_of(reports).reports[reports * 2 // 3].published
    return ask(folder, reports, view_day)


def add(folder: Path, reports: int) -> Step:
    """Reports added one at a time: each read, and the state brought up to date by the next question."""
    clock, monitor, war = Clock(), load_monitor(folder, {}), war_of(reports)
    tools = _loaded(clock, monitor)
    open_view(monitor, tools.state_tools, None, tools.state_version)
    taken = []
    for report in war.reports[-KEPT_BACK:]:
        start = _now()
        _add_one(clock, monitor, report, tools)
        taken.append(_since(start))
    clock.seconds["both, the slowest"] = max(taken)
    return clock.step()


def _add_one(clock: Clock, monitor: Monitor, report: Report, tools: Toolkit) -> None:
    write_reports(monitor.reports, [report])
    with clock.timing("reading one report more, on average", 1 / KEPT_BACK):
        take(monitor, [report], [monitor.reports / report.folder / report.name])
    with clock.timing("the next question, on average", 1 / KEPT_BACK):
        open_view(monitor, tools.state_tools, None, tools.state_version)


def again(folder: Path, reports: int) -> Step:
    """The whole folder read again, when nothing in it is new."""
    clock, monitor = Clock(), load_monitor(folder, {})
    with clock.timing("the whole folder again"):
        outcome = take(monitor, [], [monitor.reports])
    return clock.step(unchanged=outcome.unchanged)


def commands(folder: Path, reports: int) -> Step:
    """The commands as a user runs them, less what the same command takes on a monitor of one report."""
    clock, monitor = Clock(), load_monitor(folder, {})
    tools = Toolkit(monitor)
    view = open_view(monitor, tools.state_tools, None, tools.state_version)
    question = question_of(view, view)
    small = folder.with_name(f"{folder.name}-one")
    war = make_war(1, days=3)
    take(write_monitor(small, war), war.reports, [small / "reports"])
    for name, words in _commands(question).items():
        ours, least = _run(folder, words), _run(small, words)
        clock.seconds[name] = (ours[0] - least[0], ours[1] - least[1])
    clock.seconds["start-up (brief of one report)"] = _run(small, ["brief"])
    return clock.step()


def _commands(question: Question) -> dict[str, list[str]]:
    on = question.on.isoformat()
    return {
        "brief": ["brief"],
        "brief --on": ["brief", "--on", on],
        "who-holds": ["who-holds", question.place],
        "families": ["families"],
        "sources": ["sources"],
        "series ACTOR": ["series", question.actor],
        "series": ["series"],
        "changes": ["changes", "--since", question.since.isoformat()],
        "review --list": ["review", "--list"],
        "explain": ["explain", question.record],
        "export events": ["export", "--format", "events"],
        "export records": ["export", "--format", "records"],
    }


def _run(folder: Path, words: list[str]) -> Seconds:
    """The least seconds the command takes of a few times; on the small monitor it may well find nothing."""
    command = [sys.executable, "-m", "warledger", words[0], str(folder), *words[1:]]
    taken = []
    for _ in range(3):
        start = _now()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False)
        taken.append(_since(start))
    return min(taken, key=lambda seconds: seconds[1])


def day_before(view: View) -> dt.date:
    """A day a month before the last the view knows of."""
    return (view.state.on or dt.date.max) - dt.timedelta(30)


def question_of(view: View, then: View) -> Question:
    """Something to ask of every view that it has an answer to; `then` is the same monitor on an earlier day."""
    state = view.state
    place = max(state.control, key=lambda c: (len(c.claims), c.key))
    day = state.on or dt.date.min
    actor = view.monitor.actors[0].name
    return Question(place.names[0], actor, place.claims[0], "bombed", day - dt.timedelta(60), day_before(view), then)


def median(asked: Callable[[], object]) -> Seconds:
    """The median seconds of a few askings."""
    taken = []
    for _ in range(_TIMES):
        start = _now()
        asked()
        taken.append(_since(start))
    return sorted(taken)[_TIMES // 2]


def _loaded(clock: Clock, monitor: Monitor) -> Toolkit:
    tools = Toolkit(monitor)
    with clock.timing("loading word lists and gazetteer"):
        tools.state_tools()
        _ = tools.gazetteer
    return tools


def _sizes(monitor: Monitor) -> dict[str, float]:
    """MiB of the ledger, and of what is kept beside it."""
    with Ledger.open(monitor.ledger, write=True):
        pass  # closed by its only user, a ledger has all that was written in one file
    kept = list(monitor.folder.glob("ledger.db.*"))
    return {"ledger": monitor.ledger.stat().st_size / 2**20, "beside": sum(p.stat().st_size for p in kept) / 2**20}


STEPS: dict[str, Callable[[Path, int], Step]] = {
    "make": make,
    "first": first,
    "ask": ask,
    "ask before": ask_before,
    "commands": commands,
    "add": add,
    "again": again,
}


def as_row(step: Step) -> dict[str, object]:
    """A step as JSON."""
    return asdict(step)
