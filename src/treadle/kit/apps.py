"""The kit as a Django application."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Loads the jobs of the kit itself."""

    name = "treadle.kit"
    label = "kit"

    def ready(self) -> None:
        """Register the kit's own jobs."""
        from . import mail, clock  # noqa: F401, I001
