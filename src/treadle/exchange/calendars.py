"""Due dates as a calendar (RFC 5545) that calendar programs subscribe to, by an address that only its owner has."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from treadle.directory.models import Person
from treadle.kit import registries

from .flow import EnquiryState, InvitationState
from .models import Enquiry, Invitation
from .queries import desk_centres

SALT = "exchange.calendar"
LASTS = timedelta(minutes=30)


def _mark(person: Person) -> str:
    """Changes with the password: a new one ends every address that was given away."""
    return salted_hmac(SALT, person.password).hexdigest()[:12]


def address_of(person: Person) -> str:
    """Where a person's calendar is read without signing in."""
    token = signing.dumps([person.pk, _mark(person)], salt=SALT, compress=True)
    return f"{settings.BASE_URL}{reverse('exchange:calendar', args=[token])}"


def person_of(token: str) -> Person | None:
    """Whose calendar an address is; None for one that we did not make, or that a new password ended."""
    try:
        pk, mark = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(pk=pk, is_active=True).first()
    return person if person is not None and _mark(person) == mark else None


def calendar_of(person: Person) -> bytes:
    """All due dates of a person: of the desks they work at, and of what their organisations have to answer or wait for."""
    found = Calendar()
    found.add("prodid", "-//Treadle//due dates//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", _("Due dates") + f" · {settings.NETWORK_NAME}")
    found.add("refresh-interval;value=duration", "PT1H")
    for uid, title, about, url, due_at in _due(person):
        found.add_component(_event(uid, title, about, url, due_at))
    return bytes(found.to_ical())


def _event(uid: str, title: str, about: str, url: str, due_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uid}@treadle")
    event.add("summary", title)
    event.add("description", f"{about}\n{settings.BASE_URL}{url}")
    event.add("url", f"{settings.BASE_URL}{url}")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", due_at.astimezone(UTC) - LASTS)
    event.add("dtend", due_at.astimezone(UTC))
    return event


def _due(person: Person) -> Iterable[tuple[str, str, str, str, datetime]]:
    for centre in desk_centres(person):
        for item in registries.due_items(person, centre):
            if item.due_at is not None:
                yield (
                    f"desk-{centre.pk}-{item.url.strip('/').replace('/', '-')}",
                    item.title,
                    f"{item.subtitle}\n{item.state}",
                    item.url,
                    item.due_at,
                )
    own: Any = person.memberships.values("organisation")
    asked = Invitation.objects.filter(
        organisation__in=own, state__in=(InvitationState.SENT, InvitationState.SEEN), enquiry__state=EnquiryState.OUT
    ).select_related("enquiry", "organisation")
    for invitation in asked:
        if invitation.enquiry.deadline is not None:
            yield (
                f"invitation-{invitation.pk}", invitation.enquiry.title, _("%(organisation)s is asked to answer.") % {
                    "organisation": invitation.organisation}, invitation.get_absolute_url(), invitation.enquiry.deadline,
            )  # fmt: skip
    for enquiry in Enquiry.objects.filter(organisation__in=own, state=EnquiryState.OUT):
        if enquiry.deadline is not None:
            yield f"enquiry-{enquiry.pk}", enquiry.title, _("The answers are due."), enquiry.get_absolute_url(), enquiry.deadline
