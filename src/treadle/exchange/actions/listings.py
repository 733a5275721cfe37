"""What happens to a listing."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.directory.queries import centre_for, officers, speakers
from treadle.kit import events, notify, search
from treadle.kit.jobs import enqueue
from treadle.kit.policy import require
from treadle.nomenclature.models import Code

from .. import percolation, policy
from ..flow import LISTING, IllegalMove, ListingState
from ..kinds import kind_of
from ..models import Listing
from .moving import edit_fields, move

WANTED = (
    "title", "language", "quantity", "unit", "per", "batch", "batch_unit", "lead_time_days", "certificates", "countries", "details",
)  # fmt: skip
FIELDS = (*WANTED, "summary", "detail", "expires_on")
S = ListingState
NO_CENTRE = _("No centre serves this country yet. Whoever keeps the installation must enter one first.")


def _index(listing: Listing) -> None:
    """Published listings are found by the search box; others are not."""
    if listing.state != S.PUBLISHED:
        search.drop("listing", listing.pk)
        return
    labels = [label for code in listing.codes.all() for label in code.labels.values()]
    search.put(
        "listing", listing.pk, title=listing.title, url=listing.get_absolute_url(), summary=listing.summary,
        more=labels, language=listing.language, country=listing.organisation.country_id,
    )  # fmt: skip


@transaction.atomic
def draft_listing(
    *, by: Any, organisation: Organisation, kind: str, side: str, fields: dict[str, Any], codes: Iterable[Code] = ()
) -> Listing:
    """Begin a listing; nobody else sees it."""
    centre = organisation.centre or centre_for(organisation.country_id)
    if centre is None:
        raise ValidationError(NO_CENTRE)
    kind_of(kind)
    listing = Listing(organisation=organisation, centre=centre, kind=kind, side=side, created_by=by)
    require(by, policy.LISTING_WRITE, listing)
    for name in FIELDS:
        if name in fields:
            setattr(listing, name, fields[name])
    listing.save()
    listing.codes.set(codes)
    events.record("exchange.listing.drafted", by=by, on=listing)
    return listing


@transaction.atomic
def edit_listing(*, by: Any, listing: Listing, version: int, fields: dict[str, Any], codes: Iterable[Code] | None = None) -> Listing:
    """Change a draft or a returned listing. Raises Stale when somebody else did since ``version``."""
    require(by, policy.LISTING_WRITE, listing)
    if listing.state not in (S.DRAFT, S.RETURNED):
        raise ValidationError(_("A listing can be changed as a draft or when it was returned. Withdraw it and post it anew."))
    changes = edit_fields(listing, version, FIELDS, fields)
    if codes is not None:
        listing.codes.set(codes)
    events.record("exchange.listing.edited", by=by, on=listing, changes=changes)
    return listing


@transaction.atomic
def submit_listing(*, by: Any, listing: Listing) -> None:
    """Give a listing to the centre's officer to read."""
    require(by, policy.LISTING_WRITE, listing)
    _check_expiry(listing.expires_on)
    move(listing, LISTING, S.SUBMITTED, submitted_at=timezone.now(), returned_reason="")
    events.record("exchange.listing.submitted", by=by, on=listing)
    notify.tell(
        officers(listing.centre, "officer", "moderator"), "exchange.listing_submitted",
        once=f"{listing.pk}-{listing.submitted_at:%Y%m%d%H%M%S}", link=listing.get_absolute_url(),
        values={"title": listing.title, "organisation": str(listing.organisation)},
    )  # fmt: skip


def _check_expiry(expires_on: date | None) -> None:
    if expires_on is not None and expires_on <= timezone.localdate():
        raise ValidationError(_("The listing would end today or earlier. Give a day in the future, or leave the field empty."))


@transaction.atomic
def publish(*, by: Any, listing: Listing) -> None:
    """Show the listing to everybody, until its last day."""
    require(by, policy.LISTING_MODERATE, listing)
    days = kind_of(listing.kind).expires_after_days
    expires_on = listing.expires_on or timezone.localdate() + timedelta(days=days)
    _check_expiry(expires_on)
    move(listing, LISTING, S.PUBLISHED, published_at=timezone.now(), expires_on=expires_on)
    _index(listing)
    enqueue(percolation.watch_listing, listing.pk)
    events.record("exchange.listing.published", by=by, on=listing)
    _tell(listing, "exchange.listing_published", f"{listing.pk}-{listing.published_at:%Y%m%d%H%M%S}", expires=expires_on.isoformat())


@transaction.atomic
def return_listing(*, by: Any, listing: Listing, reason: str) -> None:
    """Give a listing back to its owner with what should be changed."""
    require(by, policy.LISTING_MODERATE, listing)
    if not reason.strip():
        raise ValidationError({"reason": _("Say what should be changed, so that it can be mended.")})
    move(listing, LISTING, S.RETURNED, returned_reason=reason.strip())
    events.record("exchange.listing.returned", by=by, on=listing, reason=reason.strip())
    _tell(listing, "exchange.listing_returned", f"{listing.pk}-{listing.submitted_at:%Y%m%d%H%M%S}", reason=reason.strip())


@transaction.atomic
def withdraw_listing(*, by: Any, listing: Listing, reason: str = "") -> None:
    """Take a listing back for good."""
    require(by, policy.LISTING_WRITE, listing)
    move(listing, LISTING, S.WITHDRAWN, ended_at=timezone.now())
    _index(listing)
    events.record("exchange.listing.withdrawn", by=by, on=listing, reason=reason)


@transaction.atomic
def close_listing(*, by: Any, listing: Listing) -> None:
    """End a listing that has served."""
    require(by, policy.LISTING_WRITE, listing)
    move(listing, LISTING, S.CLOSED, ended_at=timezone.now())
    _index(listing)
    events.record("exchange.listing.closed", by=by, on=listing)


@transaction.atomic
def renew(*, by: Any, listing: Listing) -> None:
    """Show a listing for another term, from today; works before and after it has expired."""
    require(by, policy.LISTING_WRITE, listing)
    until = timezone.localdate() + timedelta(days=kind_of(listing.kind).expires_after_days)
    if listing.state == S.PUBLISHED:
        Listing.objects.filter(pk=listing.pk, state=S.PUBLISHED).update(expires_on=until)
        listing.expires_on = until
    elif listing.state in (S.EXPIRED, S.MATCHED):
        move(listing, LISTING, S.PUBLISHED, expires_on=until)
    else:
        raise IllegalMove(listing.state, S.PUBLISHED)  # what was never read by an officer is not published by renewing
    _index(listing)
    enqueue(percolation.watch_listing, listing.pk)
    events.record("exchange.listing.renewed", by=by, on=listing, changes={"expires_on": ["", until.isoformat()]})


@transaction.atomic
def expire(*, by: Any, listing: Listing) -> None:
    """The last day has passed."""
    require(by, policy.LISTING_MODERATE, listing)
    move(listing, LISTING, S.EXPIRED)
    _index(listing)
    events.record("exchange.listing.expired", by=by, on=listing)
    _tell(listing, "exchange.listing_expired", f"{listing.pk}-{listing.expires_on}")


def _tell(listing: Listing, rule: str, once: str, **values: Any) -> None:
    notify.tell(
        speakers(listing.organisation), rule, once=once, link=listing.get_absolute_url(),
        values={"title": listing.title, "organisation": str(listing.organisation), **values},
    )  # fmt: skip
