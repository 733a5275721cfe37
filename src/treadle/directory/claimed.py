"""Who says that a record is theirs, how they show it, and the registers that a centre has loaded to hold numbers against."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Claim(models.Model):
    """Somebody says that a record is theirs. ``before`` is what the record said when they took it over.

    The code is never kept: it is made anew of ``nonce`` whenever it is needed.
    """

    class Way(models.TextChoices):
        """How it is shown."""

        EMAIL = "email", _("A code by e-mail")
        PHONE = "phone", _("A code by telephone")
        LETTER = "letter", _("A code by letter")
        REGISTER = "register", _("A number in a register")
        PAPERS = "papers", _("Papers that an officer looks at")

    class State(models.TextChoices):
        """Where it stands."""

        TO_SEND = "to_send", _("The code is to be sent")
        SENT = "sent", _("The code is on its way")
        WAITING = "waiting", _("An officer decides")
        ACCEPTED = "accepted", pgettext_lazy("claim", "Accepted")
        REFUSED = "refused", pgettext_lazy("claim", "Refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("claim", "Withdrawn")
        LAPSED = "lapsed", pgettext_lazy("claim", "Lapsed")

    OPEN = (State.TO_SEND, State.SENT, State.WAITING)

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="claims")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="claims")
    way = models.CharField(_("Way"), max_length=10, choices=Way)
    state = models.CharField(max_length=10, choices=State, db_index=True)
    is_disputed = models.BooleanField(default=False)
    sent_to = models.CharField(max_length=254, blank=True)
    nonce = models.CharField(max_length=32)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(_("What you would like the officer to know"), max_length=1000, blank=True)
    shown = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    waits_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "person"), condition=Q(state__in=("to_send", "sent", "waiting")), name="one_open_claim"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} → {self.organisation}"

    def get_absolute_url(self) -> str:
        """Where an officer looks at it."""
        return reverse("directory:decide_claim", args=[self.pk])


class Register(models.Model):
    """A register as a file that a centre has loaded; a newer file of the same list takes its place."""

    centre = models.ForeignKey("Centre", models.CASCADE, related_name="registers")
    scheme = models.CharField(_("Register"), max_length=20, help_text=_("Code of the register after org-id, such as MA-ICE"))
    name = models.CharField(max_length=200)
    as_of = models.DateField(_("State of the register on"))
    entries_count = models.PositiveIntegerField(default=0)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("scheme",)
        constraints = (models.UniqueConstraint(fields=("centre", "scheme"), name="register_once"),)

    def __str__(self) -> str:
        return f"{self.scheme} · {self.name}"


class RegisterEntry(models.Model):
    """One line of a register: whose number it is, and who may sign for it."""

    register = models.ForeignKey(Register, models.CASCADE, related_name="entries")
    number = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    people = models.JSONField(default=list, blank=True)
    founded = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=("register", "key"), name="register_number"),)

    def __str__(self) -> str:
        return f"{self.number} · {self.name}"
