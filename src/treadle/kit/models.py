"""Rows of the shared engines. No verbs here: each engine's module writes its own."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnly(models.QuerySet["Event"]):
    """Refuses to change or remove what was recorded."""

    def update(self, **kwargs: Any) -> int:
        """Never."""
        raise TypeError("Events are append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Never."""
        raise TypeError("Events are append-only")


class Event(models.Model):
    """Who did what, for which organisation, on what, and why. No foreign keys: a record outlives what it tells of."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    verb = models.CharField(max_length=80, db_index=True)
    actor_id = models.BigIntegerField(null=True, db_index=True)
    actor_name = models.CharField(max_length=200, blank=True)
    organisation_id = models.BigIntegerField(null=True, db_index=True)
    organisation_name = models.CharField(max_length=300, blank=True)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(max_length=300, blank=True)
    case_type = models.CharField(max_length=80, blank=True)
    case_id = models.CharField(max_length=40, blank=True)
    changes = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)
    request_id = models.CharField(max_length=20, blank=True)

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("object_type", "object_id"), name="event_object"),
            models.Index(fields=("case_type", "case_id"), name="event_case"),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.object_label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only."""
        if self.pk is not None:
            raise TypeError("Events are append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never."""
        raise TypeError("Events are append-only")


class Delivery(models.TextChoices):
    """How a person wants the mails of a rule."""

    INSTANT = "instant", _("At once")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")
    OFF = "off", _("Not by e-mail")


class Notice(models.Model):
    """Something one person is told, in the site and perhaps by mail. ``once`` keeps the same thing from being told twice."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    rule = models.CharField(max_length=80)
    values = models.JSONField(default=dict)
    link = models.CharField(max_length=300, blank=True)
    once = models.CharField(max_length=120)
    delivery = models.CharField(max_length=10, choices=Delivery, blank=True)  # where it differs from what the person prefers for the rule
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=("person", "rule", "once"), name="notice_once"),)
        indexes = (models.Index(fields=("person", "read_at"), name="notice_unread"),)

    def __str__(self) -> str:
        return f"{self.rule} → {self.person_id}"


class Preference(models.Model):
    """How one person wants one rule delivered; without a row the rule's own default holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="preferences")
    rule = models.CharField(max_length=80)
    delivery = models.CharField(max_length=10, choices=Delivery)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "rule"), name="preference_once"),)

    def __str__(self) -> str:
        return f"{self.rule}: {self.delivery}"


class Mail(models.Model):
    """A message waiting to go out or gone."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField()
    language = models.CharField(max_length=10)
    stop = models.CharField(max_length=1000, blank=True)  # where one click ends mails like this one
    created_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.subject


class StoredFile(models.Model):
    """A private file. It is served only through the rule registered for the kind of thing it belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to="kept/%Y/%m")
    belongs_to = models.CharField(max_length=80)
    belongs_id = models.CharField(max_length=40)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=("belongs_to", "belongs_id"), name="file_belongs"),)

    def __str__(self) -> str:
        return self.name


class SearchEntry(models.Model):
    """One public thing that the search box can find."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    language = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "object_id"), name="search_entry_once"),)

    def __str__(self) -> str:
        return self.title


class SearchTerm(models.Model):
    """One word of an entry, folded and stemmed, with its weight."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="terms")
    term = models.CharField(max_length=60, db_index=True)
    weight = models.FloatField()

    def __str__(self) -> str:
        return self.term


class ClockStep(models.Model):
    """A step of a ladder that was taken for a case. The constraint makes each step happen once."""

    class How(models.TextChoices):
        """Whether the step acted or a later one had overtaken it."""

        TAKEN = "taken", _("taken")
        OVERTAKEN = "overtaken", _("overtaken by a later step")

    ladder = models.CharField(max_length=80)
    case_id = models.CharField(max_length=40)
    step = models.CharField(max_length=80)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(auto_now_add=True)
    how = models.CharField(max_length=10, choices=How, default=How.TAKEN)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ladder", "case_id", "step", "due_at"), name="clock_step_once"),)

    def __str__(self) -> str:
        return f"{self.ladder} {self.case_id} {self.step}"


class Schedule(models.Model):
    """When a repeated job last began."""

    name = models.CharField(max_length=120, unique=True)
    last_run_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class SentForm(models.Model):
    """A form that was sent: the same token again gets the first answer instead of a second effect."""

    token = models.UUIDField(unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    url = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.token)


class Sequence(models.Model):
    """Counters that must rise with the transaction that needs them: numbers of cases, revisions of what is indexed."""

    name = models.CharField(max_length=80, unique=True)
    value = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class Standing(models.Model):
    """What somebody wants to be told of: a search that is kept, a need that is open. ``groups`` is what a record must have."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    groups = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "object_id"), name="standing_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class StandingKey(models.Model):
    """One token, as a number, under which a standing wish is found."""

    standing = models.ForeignKey(Standing, models.CASCADE, related_name="keys")
    key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.key)
