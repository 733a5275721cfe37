"""A year of the clock in a minute: every step of every ladder of the exchange is seen, each once for its case."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import time_machine
from world import World, code

from treadle.demo import make
from treadle.exchange import actions
from treadle.kit import clock
from treadle.kit.models import ClockStep, Notice

BEGIN = datetime(2027, 1, 4, 9, tzinfo=UTC)  # a Monday


def everything(world: World) -> None:
    """A case of each sort, and nobody ever does anything about it."""
    make.staff(world.farid, world.tunis, "head")
    unread = make.enquiry(world.ostermeer, world.carlos, "Nobody reads it", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=unread)
    silent = make.enquiry(world.ostermeer, world.carlos, "Nobody answers", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=silent)
    make.out(silent, world.dara, world.lazaward)
    silent.refresh_from_db()
    actions.refer(by=world.dara, enquiry=silent, centres=[world.tunis])
    kept = make.enquiry(world.ostermeer, world.carlos, "Sent on and never out", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=kept)
    actions.take(by=world.dara, enquiry=kept)
    actions.refer(by=world.dara, enquiry=kept, centres=[world.tunis])
    met = make.enquiry(world.ostermeer, world.carlos, "They meet", codes=[code("1313")])
    actions.submit(by=world.carlos, enquiry=met)
    (invitation,) = make.out(met, world.dara, world.lazaward)
    actions.answer(by=world.amina, invitation=invitation, state="interested", fields={})
    actions.introduce(by=world.carlos, invitation=invitation, consent=True)
    listing = make.listing(world.lazaward, world.amina, "Free capacity", codes=[code("1313")])
    actions.submit_listing(by=world.amina, listing=listing)
    actions.publish(by=world.dara, listing=listing)


def test_a_year_of_clock_takes_every_step_once(world: World) -> None:
    with time_machine.travel(BEGIN, tick=False) as now:
        everything(world)
        for _half_day in range(2 * 400):
            clock.run()
            told = Notice.objects.count()
            clock.run()  # a second clock at the same moment
            assert Notice.objects.count() == told
            now.shift(timedelta(hours=12))
    ours = [ladder for ladder in clock.ladders() if ladder.key.startswith("exchange.")]
    declared = {(ladder.key, step.key) for ladder in ours for step in ladder.steps}
    rows = ClockStep.objects.filter(ladder__startswith="exchange.")
    assert {(row.ladder, row.step) for row in rows} == declared
    twice = [key for key, count in Counter((row.ladder, row.case_id, row.step, row.due_at) for row in rows).items() if count > 1]
    assert (twice, {row.how for row in rows}) == ([], {"taken"})
