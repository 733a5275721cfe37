"""People: one login each, memberships in organisations, posts in centres."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.kit.zones import is_zone, zone_of, zone_of_country

from .models import Centre, Organisation


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """A person with a login; without a password they cannot sign in yet."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save()
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Who keeps the installation."""
        return self.create_user(email, password, is_superuser=True, **fields)


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with a login, who acts for organisations through memberships."""

    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    language = models.CharField(_("Language"), max_length=10, choices=settings.LANGUAGES, default="en")
    zone = models.CharField(_("Time zone"), max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = PersonManager()

    # The organisation this request acts for; set by the middleware, read by the event log.
    acting_for: Organisation | None = None

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="person_email_once"),)

    def __str__(self) -> str:
        return self.name or self.email

    def timezone(self) -> ZoneInfo:
        """In whose time they are told the hour: their own, else that of an organisation's country, else the installation's."""
        if is_zone(self.zone):
            return zone_of(self.zone)
        countries = self.memberships.order_by("pk").values_list("organisation__country", flat=True)
        centres = self.posts.order_by("pk").values_list("centre__organisation__country", flat=True)
        country = countries.first() or centres.first()
        return zone_of(zone_of_country(country) if country else "")

    @property
    def reachable(self) -> bool:
        """Whether mail may be sent to them."""
        return self.is_active and not self.email.endswith(".invalid")


class Membership(models.Model):
    """A person's right to act for an organisation."""

    class Role(models.TextChoices):
        """How far the right goes."""

        OWNER = "owner", _("Owner")
        EDITOR = "editor", _("Editor")
        READER = "reader", _("Reader")

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(_("Role"), max_length=10, choices=Role, default=Role.READER)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("organisation__name", "person__name")
        constraints = (models.UniqueConstraint(fields=("person", "organisation"), name="membership_once"),)

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"


class Staff(models.Model):
    """A person's post in a centre."""

    class Role(models.TextChoices):
        """The posts of a centre."""

        OFFICER = "officer", _("Officer")
        ADVISER = "adviser", _("Adviser")
        MODERATOR = "moderator", _("Moderator")
        FINANCE = "finance", _("Finance")
        HEAD = "head", _("Head of the centre")

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="staff")
    role = models.CharField(_("Post"), max_length=10, choices=Role, default=Role.OFFICER)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("centre", "person__name")
        constraints = (models.UniqueConstraint(fields=("person", "centre"), name="post_once"),)

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"


class JoinRequest(models.Model):
    """Somebody asks to act for an organisation."""

    class State(models.TextChoices):
        """Where the request stands."""

        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    person = models.ForeignKey(Person, models.CASCADE, related_name="join_requests")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="join_requests")
    message = models.TextField(_("Message"), blank=True, max_length=1000)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("created_at",)
        constraints = (
            models.UniqueConstraint(fields=("person", "organisation"), condition=models.Q(state="waiting"), name="one_waiting_request"),
        )

    def __str__(self) -> str:
        return f"{self.person} → {self.organisation}"


class MemberInvitation(models.Model):
    """An organisation asks somebody, by e-mail, to act for it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="member_invitations")
    email = models.EmailField(_("E-mail"))
    role = models.CharField(_("Role"), max_length=10, choices=Membership.Role, default=Membership.Role.READER)
    token = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.email} → {self.organisation}"
