"""The directory as a Django application."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Joins search, panels, files and privacy."""

    name = "treadle.directory"
    label = "directory"

    def ready(self) -> None:
        """Register with the kit."""
        from . import events, evidence, indexing, joins, notices, policy, privacy  # noqa: F401
        from .claims import clock  # noqa: F401
        from .imports import jobs  # noqa: F401
        from .merging import pairs, relations  # noqa: F401
        from .screening import jobs as screening_jobs  # noqa: F401
