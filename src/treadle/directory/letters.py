"""Letters that a centre writes to many organisations at once, to whom each went, and who wants none."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """A letter to many. ``subject`` and ``body`` may name {organisation}, {person} and {town}."""

    centre = models.ForeignKey("Centre", models.CASCADE, related_name="letters")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(_("Subject"), max_length=200)
    body = models.TextField(_("Text"), max_length=8000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.subject


class LetterCopy(models.Model):
    """One copy, to a person with a login or to a contact's address."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="copies")
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="letters")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=10)
    posted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("letter", "email"), name="copy_once"),)

    def __str__(self) -> str:
        return f"{self.email} · {self.letter}"


class OptOut(models.Model):
    """An address that wants no letters to many."""

    email = models.EmailField(unique=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.email
