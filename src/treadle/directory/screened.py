"""Lists of sanctions and exclusions, whom they name, and records that may be meant by them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class WatchList(models.Model):
    """A list loaded as a file. A newer file of the same list takes its place: whom it no longer names is de-listed."""

    name = models.CharField(_("Name of the list"), max_length=120, unique=True)
    as_of = models.DateField(null=True)
    entries_count = models.PositiveIntegerField(default=0)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Listed(models.Model):
    """A person or body that a list names. ``births`` are days or years, ``countries`` ISO codes, as far as the list knows."""

    class Kind(models.TextChoices):
        """Whether it is a human being."""

        PERSON = "person", _("Person")
        BODY = "body", _("Organisation")
        UNKNOWN = "unknown", _("Not said")

    on_list = models.ForeignKey(WatchList, models.CASCADE, related_name="entries")
    reference = models.CharField(max_length=80)
    kind = models.CharField(max_length=7, choices=Kind)
    name = models.CharField(max_length=300)
    aliases = models.JSONField(default=list)
    births = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    note = models.TextField(blank=True)
    listed_on = models.DateField(null=True)
    delisted_on = models.DateField(null=True, db_index=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("on_list", "reference"), name="listed_once"),)

    def __str__(self) -> str:
        return self.name


class Hit(models.Model):
    """A name on a record that may be one on a list. Two people are needed to clear it, each with a reason."""

    class Grade(models.TextChoices):
        """How much speaks for it."""

        WEAK = "weak", pgettext_lazy("screening", "Weak")
        POSSIBLE = "possible", pgettext_lazy("screening", "Possible")
        STRONG = "strong", pgettext_lazy("screening", "Strong")

    class State(models.TextChoices):
        """What was decided."""

        OPEN = "open", pgettext_lazy("screening", "To be looked at")
        PROPOSED = "proposed", pgettext_lazy("screening", "One says that it is somebody else")
        CLEARED = "cleared", pgettext_lazy("screening", "Somebody else")
        CONFIRMED = "confirmed", pgettext_lazy("screening", "The same")
        DELISTED = "delisted", pgettext_lazy("screening", "No longer listed")
        GONE = "gone", pgettext_lazy("screening", "The name is no longer on the record")

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="screening_hits")
    listed = models.ForeignKey(Listed, models.CASCADE, related_name="hits")
    subject = models.CharField(max_length=200)
    role = models.CharField(max_length=10)  # name, contact or member: where on the record the name stands
    grade = models.CharField(max_length=10, choices=Grade)
    evidence = models.JSONField(default=dict)
    known_birth = models.CharField(_("Birth date or year, if you know it"), max_length=10, blank=True)
    known_country = models.CharField(max_length=2, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, db_index=True)
    first_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    first_reason = models.CharField(max_length=1000, blank=True)
    first_at = models.DateTimeField(null=True)
    second_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    second_reason = models.CharField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("organisation", "listed", "subject"), name="hit_once"),)

    def __str__(self) -> str:
        return f"{self.subject} · {self.listed}"


class Screened(models.Model):
    """When a record was last held against the lists, at which revision of both."""

    organisation = models.OneToOneField("Organisation", models.CASCADE, related_name="screened")
    at = models.DateTimeField(auto_now=True)
    revision = models.BigIntegerField()
    lists = models.CharField(max_length=64)
    against = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.organisation} {self.at:%Y-%m-%d}"
