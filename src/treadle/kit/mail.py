"""Mail through an outbox: written in the transaction of what it tells, sent by a job, each once.

A row is claimed by a conditional update before it is sent. Should the machine die between the server's acceptance and our note of it, the
row stays claimed and is sent again after an hour under the same Message-ID, by which mail programs drop the second copy.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, ngettext

from .jobs import job
from .models import Delivery, Mail

log = logging.getLogger(__name__)
TRIES = 8


def digest_subject(count: int) -> str:
    """Subject of a mail that gathers several notices."""
    return ngettext("{count} piece of news", "{count} pieces of news", count).format(count=count)


def post(*, to: str, name: str, subject: str, items: Sequence[Any], base: str, stop: str = "") -> Mail:
    """Write a mail into the outbox, in the active language. ``items`` have subject, body, button, why and notice.link.

    ``stop`` is the address at which one click ends mails like this one (RFC 8058).
    """
    context = {
        "name": name, "subject": subject, "items": items, "base": base, "network": settings.NETWORK_NAME,
        "language": get_language(), "rtl": get_language() == "ar", "stop": stop,
    }  # fmt: skip
    return Mail.objects.create(
        to=to,
        subject=" ".join(subject.split())[:300],
        text=render_to_string("kit/mail.txt", context),
        html=render_to_string("kit/mail.html", context),
        language=get_language() or "en",
        stop=stop,
    )


def post_one(*, to: str, name: str, subject: str, body: str, button: str, link: str, why: str) -> Mail:
    """Write a single message to somebody who may have no login."""
    item = {"subject": subject, "body": body, "button": button, "why": why, "notice": {"link": link}}
    return post(to=to, name=name, subject=subject, items=[item], base=settings.BASE_URL)


def deliver(limit: int = 200) -> int:
    """Send what waits; returns how many went out. One failure does not stop the rest."""
    lost = timezone.now() - timedelta(hours=1)
    waiting = Mail.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=lost), sent_at=None, attempts__lt=TRIES)
    return sum(_send(row) for row in waiting[:limit])


def _send(row: Mail) -> int:
    mine = Mail.objects.filter(pk=row.pk, sent_at=None, claimed_at=row.claimed_at).update(
        claimed_at=timezone.now(), attempts=F("attempts") + 1
    )
    if not mine:
        return 0
    headers = {"Message-ID": f"<{row.key}@treadle>"}
    if row.stop:
        headers |= {"List-Unsubscribe": f"<{row.stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = EmailMultiAlternatives(row.subject, row.text, settings.DEFAULT_FROM_EMAIL, [row.to], headers=headers)
    message.attach_alternative(row.html, "text/html")
    try:
        message.send()
    except Exception as error:  # noqa: BLE001 -- any mail failure is retried later
        log.warning("Mail %s was not sent: %s", row.pk, error)
        pause = timedelta(minutes=2**row.attempts) - timedelta(hours=1)
        Mail.objects.filter(pk=row.pk).update(error=str(error), claimed_at=timezone.now() + pause)
        return 0
    Mail.objects.filter(pk=row.pk).update(sent_at=timezone.now(), error="")
    return 1


@job(every=timedelta(seconds=20), atomic=False)
def deliver_mail() -> None:
    """Empty the outbox."""
    deliver()


@job(every=timedelta(days=1))
def send_daily() -> None:
    """The daily gathering of news."""
    from .notify import digest

    digest(Delivery.DAILY)


@job(every=timedelta(days=7))
def send_weekly() -> None:
    """The weekly gathering of news."""
    from .notify import digest

    digest(Delivery.WEEKLY)
