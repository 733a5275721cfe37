"""Nomenclature as a Django application."""

from django.apps import AppConfig


class NomenclatureConfig(AppConfig):
    """Joins the search box and the panels."""

    name = "treadle.nomenclature"
    label = "nomenclature"

    def ready(self) -> None:
        """Register with the kit."""
        from . import joins, privacy  # noqa: F401
