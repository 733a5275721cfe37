"""Acting in the past: what the demonstration tells happened on the days it tells."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from django.utils import timezone


@contextmanager
def past(days: float, hour: int = 10) -> Iterator[datetime]:
    """Run the block as if it were so many days ago, at that hour; Django's clock is the only one that turns back."""
    moment = (timezone.now() - timedelta(days=days)).replace(hour=hour, minute=int(days * 37) % 60, second=0, microsecond=0)
    moment = min(moment, timezone.now())
    with mock.patch.object(timezone, "now", lambda: moment):
        yield moment
