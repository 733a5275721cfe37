"""Asking again: what became of an introduction three, six and twelve months later, answered from a mail without signing in."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Introduction, Report

PERSON = settings.AUTH_USER_MODEL


def new_token() -> str:
    """What stands in the address that the mail leads to; nobody guesses it."""
    return secrets.token_urlsafe(24)


class FollowUp(models.Model):
    """One asking of one side. ``token`` is the right to answer it; ``stopped_at`` that this side wants to be asked no more."""

    class Months(models.IntegerChoices):
        """How long after the introduction."""

        THREE = 3, _("after three months")
        SIX = 6, _("after six months")
        TWELVE = 12, _("after twelve months")

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="follow_ups")
    party = models.CharField(max_length=10, choices=Report.Party)
    months = models.PositiveSmallIntegerField(choices=Months)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    asked_at = models.DateTimeField(default=timezone.now)
    result = models.CharField(_("What came of it?"), max_length=10, choices=Report.Result, blank=True)
    goes_on = models.BooleanField(_("Does the business go on?"), null=True)
    value = models.DecimalField(_("Value so far"), max_digits=16, decimal_places=3, null=True, blank=True)
    currency = models.CharField(_("Currency"), max_length=3, blank=True)
    jobs = models.PositiveIntegerField(_("Jobs created"), null=True, blank=True)
    answered_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("introduction", "party", "months")
        constraints = (
            models.UniqueConstraint(fields=("introduction", "party", "months"), name="follow_up_once"),
            models.CheckConstraint(condition=Q(value=None) | ~Q(currency=""), name="follow_up_value_has_currency"),
            models.CheckConstraint(condition=Q(answered_at=None) | ~Q(result=""), name="follow_up_answered_has_result"),
        )

    def __str__(self) -> str:
        return f"{self.introduction} · {self.get_party_display()} · {self.months}"

    def get_absolute_url(self) -> str:
        """Where it is answered, without signing in."""
        return reverse("exchange:follow_up", args=[self.token])
