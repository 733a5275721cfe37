"""Spreadsheets of organisations on their way in, and the keys under which likely duplicates meet."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportBatch(models.Model):
    """One spreadsheet for a centre, from the upload to the last repaired row. ``columns`` stands beside ``headers``: which is which."""

    class State(models.TextChoices):
        """Where it stands; the moves are in ``imports/flow.py``."""

        COLUMNS = "columns", _("Columns to confirm")
        CHECKING = "checking", _("Being checked")
        READY = "ready", _("Ready to look at")
        WRITING = "writing", _("Being written")
        DONE = "done", pgettext_lazy("import", "Done")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")
        DROPPED = "dropped", pgettext_lazy("import", "Dropped")

    centre = models.ForeignKey("Centre", models.PROTECT, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=10, choices=State, default=State.COLUMNS)
    headers = models.JSONField(default=list)
    header_row = models.PositiveIntegerField(default=1)
    columns = models.JSONField(default=list)
    defaults = models.JSONField(default=dict, blank=True)
    notes = models.JSONField(default=list, blank=True)
    examples = models.JSONField(default=list, blank=True)
    total = models.PositiveIntegerField(default=0)
    read_to = models.PositiveIntegerField(default=0)
    suggested_to = models.PositiveIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("directory:import", args=[self.pk])


class ImportRow(models.Model):
    """One row: its cells as they stand now, what was read in them, and what became of it.

    ``changes`` is field → [before, after]; ``kept`` what an owner said and the file says otherwise; ``before`` what undoing needs;
    ``event`` the last event when it was written.
    """

    class State(models.TextChoices):
        """What is known of it."""

        NEW = "new", pgettext_lazy("row", "New")
        CHANGES = "changes", pgettext_lazy("row", "Changes")
        SAME = "same", pgettext_lazy("row", "Same")
        LIKELY = "likely", _("Likely on record")
        FAULTY = "faulty", _("To repair")
        WRITTEN = "written", pgettext_lazy("row", "Written")
        SKIPPED = "skipped", _("Left out")
        UNDONE = "undone", _("Undone")

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State)
    values = models.JSONField(default=dict, blank=True)
    faults = models.JSONField(default=list, blank=True)
    kinds = models.TextField(blank=True)
    changes = models.JSONField(default=dict, blank=True)
    kept = models.JSONField(default=dict, blank=True)
    likely = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=10, blank=True)
    organisation = models.ForeignKey("Organisation", models.SET_NULL, null=True, blank=True, related_name="import_rows")
    version = models.PositiveIntegerField(default=0)
    is_created = models.BooleanField(default=False)
    before = models.JSONField(default=dict, blank=True)
    event = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("batch", "number"), name="import_row_once"),)
        indexes = (models.Index(fields=("batch", "state", "number"), name="import_row_state"),)

    def __str__(self) -> str:
        return f"{self.batch} · {self.number}"

    def get_absolute_url(self) -> str:
        """Where it is looked at and repaired."""
        return reverse("directory:import_row", args=[self.batch_id, self.number])


class ImportRowKey(models.Model):
    """A key under which a row is found when another of its file may be of the same organisation."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="+")
    row = models.ForeignKey(ImportRow, models.CASCADE, related_name="row_keys")
    key = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("batch", "key"), name="import_row_keys"),)

    def __str__(self) -> str:
        return str(self.key)


class KnownColumn(models.Model):
    """What a header meant the last time in this centre's files; "" for a column that is left out."""

    centre = models.ForeignKey("Centre", models.CASCADE, related_name="known_columns")
    header = models.CharField(max_length=200)
    column = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("centre", "header"), name="known_column_once"),)

    def __str__(self) -> str:
        return f"{self.header} → {self.column or '–'}"


class RecordKey(models.Model):
    """A key under which an organisation is found when somebody enters what may be the same one."""

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("key", "organisation"), name="record_key"),)

    def __str__(self) -> str:
        return str(self.key)


class Departed(models.Model):
    """The number of a record that was taken out for good, so that every process that keeps it lets go of it."""

    organisation = models.BigIntegerField(primary_key=True)
    profile_revision = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.organisation)
