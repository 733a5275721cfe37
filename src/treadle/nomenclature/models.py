"""Classification systems, their codes and the links between them; areas, countries and units."""

from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from treadle.kit.translated import TranslatedField


class System(models.Model):
    """One revision of a classification, such as ISIC Rev.4. Revisions stand side by side; ``family`` joins them."""

    key = models.CharField(max_length=20, unique=True)
    family = models.CharField(max_length=20, db_index=True)
    name = models.CharField(max_length=120)
    publisher = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    is_current = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ("position", "key")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Page of the system."""
        return reverse("nomenclature:system", args=[self.key])


class Code(models.Model):
    """One code of a system. A code that a publisher withdraws stays on record, retired."""

    system = models.ForeignKey(System, models.CASCADE, related_name="codes")
    code = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(default=1)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    labels = TranslatedField()
    synonyms = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)
    retired_on = models.DateField(null=True)

    class Meta:
        ordering = ("system", "code")
        constraints = (models.UniqueConstraint(fields=("system", "code"), name="code_once"),)

    def __str__(self) -> str:
        return f"{self.code} {self.labels}"

    def get_absolute_url(self) -> str:
        """Page of the code."""
        return reverse("nomenclature:code", args=[self.system.key, self.code])

    @property
    def key(self) -> str:
        """How forms and files name it: ``isic4:1313``."""
        return f"{self.system.key}:{self.code}"

    @property
    def is_retired(self) -> bool:
        """Whether the publisher has withdrawn it."""
        return self.retired_on is not None and self.retired_on <= date.today()


class Link(models.Model):
    """A line of a concordance. A partial flag says that only a part of that side's code is meant."""

    source = models.ForeignKey(Code, models.CASCADE, related_name="links_from")
    target = models.ForeignKey(Code, models.CASCADE, related_name="links_to")
    source_partial = models.BooleanField(default=False)
    target_partial = models.BooleanField(default=False)
    origin = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "target"), name="link_once"),)

    def __str__(self) -> str:
        return f"{self.source.code} → {self.target.code}"


class Area(models.Model):
    """A region of the world after M49."""

    code = models.CharField(max_length=3, primary_key=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="parts")
    names = TranslatedField()

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return str(self.names)


class Country(models.Model):
    """A country or territory by ISO 3166-1, with its region and development groups. Its names come from CLDR."""

    class Income(models.TextChoices):
        """World Bank income groups."""

        LOW = "low", _("Low income")
        LOWER_MIDDLE = "lower_middle", _("Lower middle income")
        UPPER_MIDDLE = "upper_middle", _("Upper middle income")
        HIGH = "high", _("High income")

    iso2 = models.CharField(max_length=2, primary_key=True)
    iso3 = models.CharField(max_length=3)
    m49 = models.CharField(max_length=3)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="countries")
    is_ldc = models.BooleanField(default=False)
    ldc_until = models.DateField(null=True)
    is_lldc = models.BooleanField(default=False)
    is_sids = models.BooleanField(default=False)
    income = models.CharField(max_length=20, choices=Income, blank=True)

    class Meta:
        ordering = ("iso2",)

    def __str__(self) -> str:
        from .places import country_name

        return country_name(self.iso2)


class Rate(models.Model):
    """How much of a currency one unit of the base currency bought on a day, as a publisher's file says."""

    BASE = "EUR"

    day = models.DateField()
    currency = models.CharField(max_length=3)
    value = models.DecimalField(max_digits=20, decimal_places=8)

    class Meta:
        ordering = ("-day", "currency")
        constraints = (
            models.UniqueConstraint(fields=("currency", "day"), name="rate_once"),
            models.CheckConstraint(condition=models.Q(value__gt=0), name="rate_positive"),
        )

    def __str__(self) -> str:
        return f"{self.currency} {self.day}"


class Unit(models.Model):
    """A unit of measure. ``factor`` times an amount gives the base unit of its dimension."""

    code = models.CharField(max_length=12, primary_key=True)
    unece = models.CharField(max_length=4, blank=True)
    dimension = models.CharField(max_length=20)
    factor = models.FloatField()
    symbol = models.CharField(max_length=12)
    names = TranslatedField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.symbol

    def as_choice(self) -> tuple[str, str]:
        """Value and text for a form."""
        name: Any = self.names
        return self.code, f"{name} ({self.symbol})" if str(name).lower() != self.symbol.lower() else str(name)
