"""What reminds, warns and escalates. A kind of case declares its ladder once; one job runs them all.

    register(Ladder("exchange.invitation", _("Invitation"), cases=open_invitations, due=lambda i: i.enquiry.answer_by, steps=(
        Step("remind", timedelta(days=-2), remind, _("Reminds the invited organisation")), …)))

Each step happens once for a due date; when the due date moves, the ladder starts again. When the clock was stopped for long, only
the latest step that is due acts; those it overtakes are recorded as overtaken.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.functional import Promise

from .jobs import job
from .models import ClockStep
from .workdays import Calendar

log = logging.getLogger(__name__)
TOGETHER = 500  # cases whose steps are looked up together


@dataclass(frozen=True, slots=True)
class Step:
    """What happens ``offset`` from the due moment (negative: before it).

    One that ``works`` is for staff: its days after the due moment are working days of their office, and what falls on a day of rest
    waits for the next working day.
    """

    key: str
    offset: timedelta
    do: Callable[[Any], None]
    text: str | Promise
    works: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of a kind of case, for the cases that are still open."""

    key: str
    label: str | Promise
    cases: Callable[[], Iterable[models.Model]]
    due: Callable[[Any], datetime | None]
    steps: tuple[Step, ...]
    calendar: Callable[[Any], Calendar | None] = lambda case: None


def moment_of(ladder: Ladder, step: Step, case: models.Model, due_at: datetime) -> datetime:
    """When a step is to be taken for a case."""
    calendar = ladder.calendar(case) if step.works else None
    if calendar is None:
        return due_at + step.offset
    return calendar.after(due_at, step.offset.days) if step.offset >= timedelta(0) else calendar.next_working(due_at + step.offset)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A step of a case's ladder: when it was taken or will be; ``how`` is "" for one that is still to come."""

    text: str | Promise
    at: datetime
    how: str


def outlook(case: models.Model) -> list[Outlook]:
    """What the clock has done for a case and what it will do, in order of time."""
    found = []
    for ladder in ladders():
        steps = {step.key: step for step in ladder.steps}
        cases = ladder.cases()
        if not isinstance(cases, models.QuerySet) or cases.model is not type(case):
            continue
        gone = list(taken(ladder.key, case))
        found += [Outlook(steps[one.step].text, one.taken_at, str(one.get_how_display())) for one in gone if one.step in steps]
        live = cases.filter(pk=case.pk).first()
        due_at = ladder.due(live) if live is not None else None
        if live is not None and due_at is not None:
            done = {one.step for one in gone if one.due_at == due_at}
            ahead = [step for step in ladder.steps if step.key not in done]
            found += [Outlook(step.text, moment_of(ladder, step, live, due_at), "") for step in ahead]
    return sorted(found, key=lambda one: one.at)


_ladders: dict[str, Ladder] = {}


def register(ladder: Ladder) -> None:
    """Make the clock run a ladder."""
    if ladder.key in _ladders:
        raise ValueError(f"Ladder {ladder.key} is declared twice")
    _ladders[ladder.key] = ladder


def ladders() -> list[Ladder]:
    """All ladders, for the page that lists them."""
    return list(_ladders.values())


def taken(ladder: str, case: models.Model) -> models.QuerySet[ClockStep]:
    """Steps already taken for a case, oldest first."""
    return ClockStep.objects.filter(ladder=ladder, case_id=str(case.pk)).order_by("taken_at", "id")


def run(now: datetime | None = None) -> int:
    """Take every step that is due; returns how many acted. A step that fails is tried again at the next run."""
    now = now or timezone.now()
    return sum(_run_some(ladder, cases, now) for ladder in ladders() for cases in _some(ladder.cases()))


def _some(cases: Iterable[models.Model]) -> Iterator[list[models.Model]]:
    """Cases in handfuls: what was done for one is looked up with the others of its handful."""
    left = iter(cases)
    while handful := list(islice(left, TOGETHER)):
        yield handful


def _run_some(ladder: Ladder, cases: Sequence[models.Model], now: datetime) -> int:
    taken_before = ClockStep.objects.filter(ladder=ladder.key, case_id__in=[str(case.pk) for case in cases])
    done = set(taken_before.values_list("case_id", "due_at", "step"))
    return sum(_run_case(ladder, case, now, done) for case in cases)


def _run_case(ladder: Ladder, case: models.Model, now: datetime, known: set[tuple[str, datetime, str]]) -> int:
    due_at = ladder.due(case)
    if due_at is None:
        return 0
    moments = {step.key: moment_of(ladder, step, case, due_at) for step in ladder.steps}
    ready = sorted((step for step in ladder.steps if moments[step.key] <= now), key=lambda step: (moments[step.key], step.offset))
    done = {step.key for step in ready if (str(case.pk), due_at, step.key) in known}
    acted = 0
    for step in ready:
        if step.key in done:
            continue
        try:
            acted += _take(ladder, case, step, due_at, act=step is ready[-1])
        except Exception:
            log.exception("Step %s of %s failed for %s", step.key, ladder.key, case.pk)
    return acted


def _take(ladder: Ladder, case: models.Model, step: Step, due_at: datetime, *, act: bool) -> int:
    how = ClockStep.How.TAKEN if act else ClockStep.How.OVERTAKEN
    try:
        with transaction.atomic():
            ClockStep.objects.create(ladder=ladder.key, case_id=str(case.pk), step=step.key, due_at=due_at, how=how)
            if act:
                step.do(case)
    except IntegrityError:
        if ClockStep.objects.filter(ladder=ladder.key, case_id=str(case.pk), step=step.key, due_at=due_at).exists():
            return 0  # another clock was faster
        raise
    return int(act)


@job(every=timedelta(minutes=5), atomic=False)
def tick() -> None:
    """Run all ladders. Each step has a transaction of its own."""
    run()
