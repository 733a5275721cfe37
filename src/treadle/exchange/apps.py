"""The exchange as a Django application."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Joins the desk, the clock, search, panels, notices and privacy."""

    name = "treadle.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Register with the kit."""
        from . import clock, events, joins, notices, policy, privacy, quoting_notices  # noqa: F401
