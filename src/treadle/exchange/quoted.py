"""Requests for quotation: items, quotations by line and revision, questions, sister centres, awards. States are in flow.py."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from treadle.directory.models import Centre, Per
from treadle.nomenclature.models import Code

from .flow import AwardState, ReferralState
from .models import Enquiry, Invitation

PERSON = settings.AUTH_USER_MODEL


class Item(models.Model):
    """One thing of a request for quotation, quoted on its own. Its drawings are private files of it."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("What is it?"), max_length=140)
    description = models.TextField(_("Description"), max_length=4000, blank=True)
    material = models.CharField(_("Material"), max_length=200, blank=True)
    dimensions = models.CharField(_("Dimensions"), max_length=200, blank=True)
    tolerance = models.CharField(_("Tolerance"), max_length=200, blank=True)
    quantity = models.DecimalField(_("Quantity"), max_digits=14, decimal_places=3)
    unit = models.CharField(_("Unit"), max_length=12)
    per = models.CharField(_("Frequency"), max_length=10, choices=[("", _("once")), *Per.choices], blank=True)
    batch = models.DecimalField(_("Batch"), max_digits=14, decimal_places=3, null=True, blank=True)
    needed_on = models.DateField(_("First delivery by"), null=True, blank=True)
    certificates = models.JSONField(_("Quality and certificates"), default=list, blank=True)
    samples = models.CharField(_("Samples"), max_length=200, blank=True)
    codes = models.ManyToManyField(Code, related_name="items", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(quantity__gt=0) & ~Q(unit=""), name="item_has_quantity_and_unit"),
            models.UniqueConstraint(fields=("enquiry", "position"), name="item_position_once"),
        )

    def __str__(self) -> str:
        return self.title


class Quotation(models.Model):
    """What an invited organisation offers. Not yet sent it is a draft that only the organisation sees; each sending is a revision."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="quotations")
    revision = models.PositiveSmallIntegerField()
    currency = models.CharField(_("Currency"), max_length=3, blank=True)
    valid_until = models.DateField(_("Valid until"), null=True, blank=True)
    note = models.TextField(_("Conditions and remarks"), max_length=4000, blank=True)
    is_late = models.BooleanField(default=False)  # sent after the deadline: kept and marked
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)  # taken back: it never counts again, whatever is sent later

    class Meta:
        ordering = ("-revision",)
        constraints = (
            models.UniqueConstraint(fields=("invitation", "revision"), name="revision_once"),
            models.UniqueConstraint(fields=("invitation",), condition=Q(sent_at=None), name="one_draft"),
            models.CheckConstraint(condition=Q(sent_at=None) | ~Q(currency=""), name="sent_quotation_has_currency"),
        )

    def __str__(self) -> str:
        return f"{self.invitation} · {self.revision}"


class Line(models.Model):
    """A quotation's price for one item, or for the whole of an enquiry without items (``item`` None).

    ``unit`` is that of the price: ``price`` for each of it; "" is for all that is offered.
    """

    quotation = models.ForeignKey(Quotation, models.CASCADE, related_name="lines")
    item = models.ForeignKey(Item, models.CASCADE, null=True, blank=True, related_name="lines")
    price = models.DecimalField(_("Price"), max_digits=16, decimal_places=3, null=True, blank=True)
    unit = models.CharField(_("for each"), max_length=12, blank=True)
    quantity = models.DecimalField(_("Quantity you can do"), max_digits=14, decimal_places=3, null=True, blank=True)
    lead_time_days = models.PositiveSmallIntegerField(_("Lead time in days"), null=True, blank=True)
    note = models.CharField(_("Remarks"), max_length=500, blank=True)

    class Meta:
        ordering = ("item__position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("quotation", "item"), name="line_once", nulls_distinct=False),
            models.CheckConstraint(condition=Q(price=None) | Q(price__gt=0), name="line_price_positive"),
        )

    def __str__(self) -> str:
        return f"{self.quotation} · {self.item or ''}"


class Question(models.Model):
    """What an invited organisation wants to know. Question and answer are shown to all who were invited, without names."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="questions")
    text = models.TextField(_("Your question"), max_length=2000)
    asked_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("Answer"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (models.CheckConstraint(condition=Q(answered_at=None) | ~Q(answer=""), name="answered_has_answer"),)

    def __str__(self) -> str:
        return self.text[:60]


class Referral(models.Model):
    """A case sent on to a sister centre, which looks among the suppliers of its own territory."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="referrals")
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="referrals")
    state = models.CharField(max_length=10, choices=ReferralState, default=ReferralState.ASKED, db_index=True)
    note = models.CharField(_("A word to the centre"), max_length=500, blank=True)
    officer = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Why not?"), max_length=500, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("enquiry", "centre"), name="referral_once"),
            models.CheckConstraint(condition=~Q(state="declined") | ~Q(reason=""), name="referral_declined_has_reason"),
        )

    def __str__(self) -> str:
        return f"{self.enquiry.number} → {self.centre}"


class Award(models.Model):
    """What of an item (or of the whole) goes to whom, at the price that was quoted."""

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="awards")
    line = models.ForeignKey(Line, models.PROTECT, related_name="awards")
    quantity = models.DecimalField(_("Quantity"), max_digits=14, decimal_places=3, null=True, blank=True)
    state = models.CharField(max_length=10, choices=AwardState, default=AwardState.STANDS, db_index=True)
    reason = models.CharField(_("Reason"), max_length=500, blank=True)  # why it fell
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    fell_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("line__item__position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("line",), condition=Q(state="stands"), name="award_once"),
            models.CheckConstraint(condition=Q(quantity=None) | Q(quantity__gt=0), name="award_quantity_positive"),
        )

    def __str__(self) -> str:
        return f"{self.line.quotation.invitation.organisation}: {self.line.item or self.enquiry}"


class NotChosen(models.Model):
    """Why somebody who had quoted was not chosen, as they are told."""

    class Reason(models.TextChoices):
        """What decided."""

        PRICE = "price", _("Another offer cost less")
        TIME = "time", _("Another offer was faster")
        QUANTITY = "quantity", _("The quantity was not enough")
        QUALITY = "quality", _("Quality or certificates decided")
        CONDITIONS = "conditions", _("The conditions did not suit us")
        OTHER = "other", _("Another reason")

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="not_chosen")
    reason = models.CharField(pgettext_lazy("not chosen", "Why not"), max_length=10, choices=Reason)
    note = models.CharField(_("A word to them"), max_length=500, blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.invitation} · {self.get_reason_display()}"


def amount_of(line: Line) -> Decimal | None:
    """What is offered at most: as the line says, else all of its item."""
    if line.quantity is not None:
        return line.quantity
    return line.item.quantity if line.item is not None else None


__all__ = ["Award", "Item", "Line", "NotChosen", "Question", "Quotation", "Referral", "amount_of"]
