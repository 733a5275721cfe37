"""Records that may be of one body, and records that were made one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DuplicatePair(models.Model):
    """Two records that may be of one body: found by the machine or pointed out by a person, then decided on once."""

    class State(models.TextChoices):
        """What was decided."""

        WAITING = "waiting", _("Waiting")
        SAME = "same", pgettext_lazy("pair", "The same")
        DIFFERENT = "different", pgettext_lazy("pair", "Two organisations")
        UNSURE = "unsure", pgettext_lazy("pair", "Not sure")

    one = models.ForeignKey("Organisation", models.CASCADE, related_name="+")
    other = models.ForeignKey("Organisation", models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING, db_index=True)
    probability = models.FloatField(default=0)
    evidence = models.JSONField(default=dict, blank=True)
    agreements = models.JSONField(default=dict, blank=True)  # what the evidence was made from: what a decision teaches
    flagged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-probability", "pk")
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="pair_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pair_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.one} · {self.other}"

    def get_absolute_url(self) -> str:
        """Where the two are looked at side by side."""
        return reverse("directory:merge", args=[self.one_id, self.other_id])


class Merge(models.Model):
    """``gone`` became a part of ``kept``. For undoing, ``before`` holds fields of the kept record and ``stated``
    where they came from, ``moved`` every row that moved."""

    kept = models.ForeignKey("Organisation", models.CASCADE, related_name="merges")
    gone = models.ForeignKey("Organisation", models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    stated = models.JSONField(default=dict)
    moved = models.JSONField(default=list)
    created = models.JSONField(default=list)
    state_before = models.CharField(max_length=10)
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


class LinkageWeights(models.Model):
    """What the fields of two records weighed from a day on, in bits. The latest are in force; earlier ones tell how it came to them.

    ``trained`` are those that the look through the databank came to, without what decisions taught.
    """

    values = models.JSONField(default=dict)
    trained = models.JSONField(default=dict)
    records = models.PositiveIntegerField(default=0)
    decided = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
