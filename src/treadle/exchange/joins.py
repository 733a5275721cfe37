"""Where the exchange meets the rest: the desk, the search box, pages of organisations and codes."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from treadle.directory import policy as directory
from treadle.directory import visibility
from treadle.directory.merging.relations import Relation, conflicts_with, declare
from treadle.kit import files, registries, search
from treadle.kit.policy import may

from . import actions, queries
from .flow import REFERRAL_WITHIN, EnquiryState, IntroductionState, InvitationState, ListingState, ReferralState
from .item_pages import may_open_drawing
from .models import Enquiry, Exclusion, Introduction, Invitation, Listing, NeverMatch, SavedSearch
from .quote_pages import may_open_paper
from .search_pages import savable

E = EnquiryState


def _release_cases(person: Any, centre: Any) -> None:
    """Open cases of somebody who leaves a centre go back to it, for whoever takes them."""
    for enquiry in queries.open_cases_of(person, centre):
        actions.release(by=None, enquiry=enquiry)


registries.when_leaving(_release_cases)


OVER = (E.CONCLUDED, E.NOT_CONCLUDED, E.WITHDRAWN)


def _two_sides(kept: Any, gone: Any) -> Iterator[str]:
    """Two records that are the two sides of one case cannot become one: nobody answers themselves."""
    for asks, answers in ((kept, gone), (gone, kept)):
        both = Invitation.objects.filter(enquiry__organisation=asks, organisation=answers).exclude(enquiry__state__in=OVER)
        for invitation in both.exclude(state__in=(InvitationState.DECLINED, InvitationState.LAPSED)).select_related("enquiry"):
            yield gettext("%(one)s and %(other)s are the two sides of case %(number)s. Take the invitation back first.") % {
                "one": asks.name, "other": answers.name, "number": invitation.enquiry.number,
            }  # fmt: skip


conflicts_with(_two_sides)
declare(
    Relation(Listing, "organisation", _("Listings")),
    Relation(Enquiry, "organisation", _("Enquiries")),
    Relation(Invitation, "organisation", _("Invitations"), once=("enquiry",)),
    Relation(Exclusion, "organisation", _("Exclusions"), once=("enquiry",)),
    Relation(NeverMatch, "organisation", _("Not to be brought together"), once=("other",)),
    Relation(NeverMatch, "other", _("Not to be brought together"), once=("organisation",)),
)


def _enquiry_item(enquiry: Any, person: Any) -> registries.DueItem:
    review = enquiry.state in (E.SUBMITTED, E.IN_REVIEW, E.APPROVED)
    due = enquiry.centre.calendar.after(enquiry.submitted_at, 3) if review and enquiry.submitted_at else enquiry.deadline
    verb, page, tone = {
        E.SUBMITTED: (_("Take"), "", "ask"),
        E.IN_REVIEW: (_("Match"), "matches/", ""),
        E.RETURNED: (_("Open"), "", "wait"),
        E.APPROVED: (_("Choose"), "matches/", "ok"),
        E.OUT: (_("Follow"), "invitations/", "wait"),
        E.CLOSED: (_("Compare"), "responses/", "ok"),
        E.AWARDED: (_("Follow"), "responses/", "ok"),
    }[EnquiryState(enquiry.state)]
    waits = enquiry.state == E.RETURNED or (enquiry.state == E.OUT and enquiry.waiting > 0)
    return registries.DueItem(
        title=enquiry.title or gettext("Untitled"),
        url=enquiry.get_absolute_url() + page,
        subtitle=f"\u2066{enquiry.number}\u2069 · {enquiry.organisation}",
        state=_state(enquiry),
        tone=tone,
        waiting_for=_waits_for(enquiry),
        due_at=None if enquiry.state in (E.RETURNED, E.AWARDED) else due,
        verb=str(verb),
        mine=enquiry.officer_id == person.pk,
        waits_for_others=waits,
    )


def _state(enquiry: Any) -> str:
    if enquiry.state == E.OUT and enquiry.willing:
        return gettext("%(willing)s of %(asked)s can do it") % {"willing": enquiry.willing, "asked": enquiry.asked}
    return str(enquiry.get_state_display())


def _waits_for(enquiry: Any) -> str:
    if enquiry.state == E.RETURNED:
        return gettext("buyer")
    if enquiry.state == E.OUT and enquiry.waiting:
        return ngettext("%(count)s organisation", "%(count)s organisations", enquiry.waiting) % {"count": enquiry.waiting}
    return str(enquiry.officer) if enquiry.officer else gettext("nobody yet")


def _desk_items(person: Any, centre: Any) -> Iterator[registries.DueItem]:
    """Cases, listings to be read, disputed outcomes."""
    for enquiry in queries.desk(person).filter(centre=centre):
        yield _enquiry_item(enquiry, person)
    for referral in queries.referrals_waiting(person, centre):
        yield registries.DueItem(
            title=referral.enquiry.title,
            url=referral.enquiry.get_absolute_url(),
            subtitle=f"\u2066{referral.enquiry.number}\u2069 · {referral.enquiry.centre}",
            state=str(referral.get_state_display()),
            tone="ask" if referral.state == ReferralState.ASKED else "",
            waiting_for=str(referral.officer) if referral.officer else gettext("nobody yet"),
            due_at=centre.calendar.after(referral.asked_at, REFERRAL_WITHIN),
            verb=gettext("Look for suppliers"),
            mine=referral.officer_id in (None, person.pk),
        )
    for question in queries.questions_waiting(person, centre):
        enquiry = question.invitation.enquiry
        yield registries.DueItem(
            title=question.text[:140],
            url=f"{enquiry.get_absolute_url()}questions/",
            subtitle=f"\u2066{enquiry.number}\u2069 · {enquiry.title}",
            state=gettext("Question"),
            tone="ask",
            waiting_for=gettext("buyer"),
            due_at=centre.calendar.after(question.asked_at, REFERRAL_WITHIN),
            verb=gettext("Answer"),
            mine=enquiry.officer_id == person.pk,
        )
    submitted = Listing.objects.filter(centre=centre, state=ListingState.SUBMITTED).select_related("organisation")
    for listing in submitted:
        yield registries.DueItem(
            title=listing.title,
            url=listing.get_absolute_url(),
            subtitle=f"{gettext('Listing')} · {listing.organisation}",
            state=str(listing.get_state_display()),
            tone="",
            waiting_for=gettext("the desk"),
            due_at=centre.calendar.after(listing.submitted_at, 3) if listing.submitted_at else None,
            verb=gettext("Read"),
            mine=True,
        )
    disputed = Introduction.objects.filter(invitation__enquiry__centre=centre, state=IntroductionState.DISPUTED).select_related(
        "invitation__enquiry__organisation", "invitation__organisation"
    )
    for introduction in disputed:
        yield registries.DueItem(
            title=introduction.invitation.enquiry.title,
            url=introduction.get_absolute_url(),
            subtitle=f"\u2066{introduction.invitation.enquiry.number}\u2069 · {introduction}",
            state=gettext("Answers disagree"),
            tone="ask",
            waiting_for=gettext("the desk"),
            due_at=introduction.made_at,
            verb=gettext("Settle"),
            mine=introduction.invitation.enquiry.officer_id == person.pk,
        )


registries.add_due(registries.DueSource("exchange", _desk_items))


def _found(query: str, person: Any, limit: int) -> search.Found:
    near = search.nearest("listing", query, among=queries.published().values_list("pk", flat=True))
    if near is None:
        return search.Found(0, [])
    hits = [search.Hit(entry.title, entry.summary, entry.url, entry.language) for entry in near.best(limit)]
    return search.Found(near.entries.count(), hits, near.loose)


search.register(search.Provider("listings", _("Needs and offers"), _found, order=20))


def _organisation_panel(organisation: Any, person: Any) -> dict[str, Any] | None:
    """An organisation's listings, for its own people and its centre: to others a listing does not say whose it is."""
    if not may(person, directory.READ_ALL, organisation):
        return None
    listings = list(queries.listings_visible_to(person).filter(organisation=organisation).exclude(state=ListingState.WITHDRAWN)[:12])
    return {"listings": listings} if listings else None


def _code_panel(code: Any, person: Any) -> dict[str, Any] | None:
    listings = list(queries.using_code(code)[:10])
    return {"listings": listings} if listings else None


def _missing_panel(organisation: Any, person: Any) -> dict[str, Any] | None:
    """What is missing on a record and what it costs, for those who can mend it."""
    from .costs import missing
    from .directions import additions
    from .shown import addition_rows

    if not may(person, directory.READ_ALL, organisation):
        return None
    found = missing(organisation)
    lacking, of = additions(organisation)
    return {"missing": found, "organisation": organisation, "additions": addition_rows(lacking), "of": of} if found or lacking else None


def _alike_panel(organisation: Any, person: Any) -> dict[str, Any] | None:
    """Organisations that do the same: for buyers who look around, and for officers who look for another."""
    from .directions import alike

    found = alike(organisation)
    return {"alike": found, "organisation": organisation, "signed_in": person.is_authenticated} if found else None


def _never_panel(organisation: Any, person: Any) -> dict[str, Any] | None:
    """Never to be matched with this organisation: for those who write for another one."""
    mine = [pk for pk, role in directory.memberships(person).items() if role in ("owner", "editor") and pk != organisation.pk]
    if not mine or any(kind.kind == "centre" for kind in organisation.kinds.all()):
        return None
    return {"organisation": organisation, "kept": NeverMatch.objects.filter(organisation__in=mine, other=organisation).exists()}


def _save_panel(wanted: Any, person: Any) -> dict[str, Any] | None:
    """To be told of organisations that are new to a filtered list."""
    if not person.is_authenticated or not savable(wanted):
        return None
    return {"what": "organisation", "wanted": wanted, "tells": SavedSearch.Tell.choices}


registries.add_panel(registries.Panel("save", "organisations", "exchange/panel_save.html", _save_panel, 50))
registries.add_panel(registries.Panel("alike", "organisation", "exchange/panel_alike.html", _alike_panel, 60))
registries.add_panel(registries.Panel("never", "organisation", "exchange/panel_never.html", _never_panel, 90))
registries.add_panel(registries.Panel("listings", "organisation", "exchange/panel_listings.html", _organisation_panel, 20))
registries.add_panel(registries.Panel("missing", "organisation.side", "exchange/panel_missing.html", _missing_panel, 10))
registries.add_panel(registries.Panel("code_listings", "code", "exchange/panel_listings.html", _code_panel, 20))

files.readable_by("exchange.item", may_open_drawing)
files.readable_by("exchange.quotation", may_open_paper)
visibility.introduced_by(queries.are_introduced)
