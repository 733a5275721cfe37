"""What an organisation shows to prove what it says: registrations, certificates, audits, statements."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

SOON = timedelta(days=90)  # before it expires, from which it is worth a reminder
GRACE = timedelta(days=60)  # after it has expired, while a renewal is awaited and it still counts, less each day


class Evidence(models.Model):
    """A paper that the organisation says it holds. ``verified_*`` say who looked at it, when, how and what they noted.

    What was verified is the paper as it stood: any change takes the verification back.
    """

    class Sort(models.TextChoices):
        """What kind of paper."""

        CERTIFICATE = "certificate", _("Certificate of a standard")
        REGISTRATION = "registration", _("Registration or licence")
        AUDIT = "audit", _("Audit or inspection")
        STATEMENT = "statement", _("Statement or policy")

    class How(models.TextChoices):
        """How somebody made sure."""

        PAPER = "paper", _("Saw the paper or its copy")
        ISSUER = "issuer", _("Asked whoever issued it")
        REGISTER = "register", _("Looked it up in a public register")
        VISIT = "visit", _("Saw it on a visit")
        REFUTED = "refuted", _("Whoever issued it does not know it")

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="evidence")
    sort = models.CharField(_("What is it?"), max_length=12, choices=Sort, default=Sort.CERTIFICATE)
    standard = models.CharField(_("Standard, or name of the paper"), max_length=80)
    scope = models.CharField(_("Scope"), max_length=200, blank=True)
    issuer = models.CharField(_("Issued by"), max_length=120, blank=True)
    number = models.CharField(_("Number"), max_length=60, blank=True)
    issued_on = models.DateField(_("Issued on"), null=True, blank=True)
    expires_on = models.DateField(_("Expires on"), null=True, blank=True, db_index=True)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    verified_how = models.CharField(max_length=10, choices=How, blank=True)
    verified_note = models.CharField(max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ("standard", "pk")
        verbose_name = _("Evidence")
        constraints = (
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(expires_on=None) | Q(issued_on__lte=F("expires_on")), name="expires_after_issue"
            ),
        )

    def __str__(self) -> str:
        return self.standard

    @property
    def is_expired(self) -> bool:
        """Whether its last day has passed."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def is_refuted(self) -> bool:
        """Whether whoever issued it was asked and does not know it; it then proves nothing."""
        return self.verified_how == self.How.REFUTED

    @property
    def standing(self) -> str:
        """``refuted``, ``expired``, ``lapsed`` (a renewal is awaited), ``soon``, ``verified`` or ``stated``."""
        today = timezone.localdate()
        if self.is_refuted:
            return "refuted"
        if self.expires_on is not None and self.expires_on < today:
            return "lapsed" if today - self.expires_on <= GRACE else "expired"
        if self.expires_on is not None and self.expires_on - today <= SOON:
            return "soon"
        return "verified" if self.verified_on else "stated"


STANDINGS = {
    "refuted": pgettext_lazy("evidence", "Not confirmed by its issuer"), "expired": pgettext_lazy("evidence", "Expired"),
    "lapsed": pgettext_lazy("evidence", "Renewal awaited"), "soon": pgettext_lazy("evidence", "Expires soon"),
    "verified": pgettext_lazy("evidence", "Verified"), "stated": pgettext_lazy("evidence", "Stated"),
}  # fmt: skip


def valid_today() -> Q:
    """Evidence whose last day has not passed and that nobody refuted."""
    return (Q(expires_on=None) | Q(expires_on__gte=timezone.localdate())) & ~Q(verified_how=Evidence.How.REFUTED)
