"""Pages of one case's matches: the ranked list, what counts how much, choosing, excluding, adding by hand."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.directory import queries as directory
from treadle.directory.finding import narrowed
from treadle.directory.models import Organisation
from treadle.kit import search
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.policy import may
from treadle.kit.tables import page_of
from treadle.matching import asked as criteria_asked
from treadle.matching import points_at_stake, weights_of

from . import actions, policy
from .dealings import dealings
from .enquiry_pages import enquiry_or_404
from .flow import EnquiryState, IllegalMove, InvitationState
from .forms import ExcludeForm
from .kinds import kind_of
from .listing_pages import shown_details
from .models import Enquiry, Exclusion, NeverMatch
from .needs import both_about, in_reach, matches, need_of, organisations, parts_that_fit
from .showing import moved_meanwhile
from .shown import CRITERIA, cards

PER_PAGE = 10
REACH = 5000  # matches among which a sister centre finds those of its territory


def case_for_staff(request: HttpRequest, number: str) -> Enquiry:
    """The case, for those who may match it; for others it does not exist."""
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.ENQUIRY_MATCH, enquiry):
        raise Http404
    return enquiry


FILTERS = ("certified", "known", "country")


@access(SIGNED_IN)
def match_page(request: HttpRequest, number: str) -> HttpResponse:
    """Ranked match cards, near misses, filters; choose, exclude, add by hand."""
    enquiry = case_for_staff(request, number)
    if request.method == "POST":
        return _match_action(request, enquiry)
    tried, fault = weights_tried(request)
    if fault:
        messages.error(request, fault)
    referral = actions.referral_for(request.user, enquiry)
    result = matches(enquiry, tried) if referral is None else in_reach(matches(enquiry, most=REACH), referral.centre)
    found = list(result.matches)
    wanted = request.GET.get("only", "")
    kept = [each for each in found if _keeps(each, wanted)]
    ranks = {each.profile_id: rank for rank, each in enumerate(found, 1)}
    page = page_of(request, kept, PER_PAGE)
    everybody = organisations(result)
    shown = cards(page.object_list, everybody)
    asked = dealings()
    need = need_of(enquiry, never=())
    about = {} if need.codes else both_about(need, [str(card.organisation.pk) for card in shown])  # codes say it better
    parts = parts_that_fit(need, [str(card.organisation.pk) for card in shown])
    invited = {invitation.organisation_id: invitation for invitation in enquiry.invitations.select_related("organisation")}
    context = {
        "enquiry": enquiry, "tab": "matches", "staff": referral is None, "referral": referral, "page": page, "only": wanted,
        "total": len(found),
        "counts": {key: sum(_keeps(each, key) for each in found) for key in FILTERS},
        "rows": [
            (card, invited.get(card.organisation.pk), ranks[str(card.organisation.pk)], asked.get(str(card.organisation.pk)),
             about.get(str(card.organisation.pk), []), parts.get(str(card.organisation.pk), ""))
            for card in shown
        ],
        "sliders": sliders(enquiry, tried), "tried": tried is not None and sliders(enquiry, tried) != sliders(enquiry, None),
        "weighed": bool(enquiry.weights),
        "near": cards(result.near, everybody),
        "chosen": [
            each for each in invited.values()
            if each.state == InvitationState.PREPARED and (referral is None or each.centre_id == referral.centre_id)
        ],
        "exclusions": enquiry.exclusions.select_related("organisation", "by") if referral is None else [],
        "reasons": Exclusion.Reason.choices, "may_never": may(request.user, policy.NEVER, enquiry.organisation),
        "never": NeverMatch.objects.filter(organisation=enquiry.organisation).select_related("other", "by"),
        "open": enquiry.state in (EnquiryState.IN_REVIEW, EnquiryState.APPROVED, EnquiryState.OUT),
        "codes": enquiry.codes.select_related("system"), "kind": kind_of(enquiry.kind), "details": shown_details(enquiry),
    }  # fmt: skip
    return render(request, "exchange/matches.html", context)


def _keeps(match: Any, wanted: str) -> bool:
    verdicts = {str(reason.criterion): str(reason.verdict) for reason in match.reasons}
    if wanted == "certified":
        return verdicts.get("certificates") == "met"
    if wanted == "known":
        return "unknown" not in verdicts.values()
    if wanted == "country":
        return verdicts.get("place") == "met"
    return True


def _match_action(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Choose, drop, exclude, take back, add by hand."""
    do, back = request.POST.get("do", ""), redirect(request.get_full_path())
    try:
        if do == "choose":
            _choose(request, enquiry)
        elif do == "drop":
            invitation = get_object_or_404(enquiry.invitations, organisation=number_in(request, "organisation"))
            actions.drop_choice(by=request.user, invitation=invitation)
        elif do == "exclude":
            _exclude(request, enquiry)
        elif do in ("weigh", "unweigh"):
            actions.weigh(by=request.user, enquiry=enquiry, weights=_given(request.POST) if do == "weigh" else {})
            messages.success(
                request, _("Kept for this case.") if do == "weigh" else _("Everything counts again as for every case of its kind.")
            )
            back = redirect("exchange:matches", enquiry.number)
        elif do == "allow":
            kept = get_object_or_404(NeverMatch, organisation=enquiry.organisation, other=number_in(request, "organisation"))
            actions.allow_again(by=request.user, never=kept)
        elif do == "include":
            exclusion = get_object_or_404(enquiry.exclusions, organisation=number_in(request, "organisation"))
            actions.include_again(by=request.user, exclusion=exclusion)
        else:
            raise Http404
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        enquiry.refresh_from_db()
        messages.warning(request, moved_meanwhile(enquiry))
    return back


def _organisation(request: HttpRequest) -> Organisation:
    return get_object_or_404(directory.visible_to(request.user), pk=number_in(request, "organisation"))


def _choose(request: HttpRequest, enquiry: Enquiry) -> None:
    organisation = _organisation(request)
    result = matches(enquiry, weights_tried(request)[0])
    found = next((each for each in (*result.matches, *result.near) if each.profile_id == str(organisation.pk)), None)
    actions.choose(
        by=request.user, enquiry=enquiry, organisation=organisation, score=found.score if found else None,
        reasons=found.reasons if found else (),
        by_hand=found is None or "by_hand" in request.POST,
    )  # fmt: skip
    messages.success(request, _("%(name)s is chosen. Nothing was sent yet.") % {"name": organisation})


def _exclude(request: HttpRequest, enquiry: Enquiry) -> None:
    form = ExcludeForm(request.POST)
    organisation = _organisation(request)
    if not form.is_valid():
        raise ValidationError(_("Choose a reason."))
    with transaction.atomic():
        actions.exclude(by=request.user, enquiry=enquiry, organisation=organisation, **form.cleaned_data)
        if request.POST.get("never") and may(request.user, policy.NEVER, enquiry.organisation):
            actions.never_match(by=request.user, organisation=enquiry.organisation, other=organisation)  # the note is for the desk alone
    messages.success(request, _("%(name)s is kept out of this case. You can take that back below.") % {"name": organisation})


PREFIX = "w."


def _given(values: Any) -> dict[str, str]:
    """Weights as they come from the sliders."""
    return {key.removeprefix(PREFIX): value for key, value in values.items() if key.startswith(PREFIX)}


def weights_tried(request: HttpRequest) -> tuple[dict[str, float] | None, str]:
    """The weights that the address asks to try, None for those of the case; and what is wrong with them, if anything."""
    given = _given(request.GET)
    if not given:
        return None, ""
    try:
        return actions.weights_from(given), ""
    except ValidationError as error:
        return None, " ".join(error.messages)


@dataclass(frozen=True, slots=True)
class Slider:
    """What one criterion weighs in a case, and the points that makes of 100."""

    key: str
    label: str
    weight: float
    points: int


def sliders(enquiry: Enquiry, tried: dict[str, float] | None) -> list[Slider]:
    """One for each criterion that the case asks for."""
    need = need_of(enquiry, tried, never=())
    points = points_at_stake(need)
    weights = weights_of(need)
    return [Slider(str(one), str(CRITERIA[one]), weights[one], points.get(one, 0)) for one in criteria_asked(need)]


@access(SIGNED_IN)
def by_hand(request: HttpRequest, number: str) -> HttpResponse:
    """Find an organisation that the list does not have, and choose it."""
    enquiry = case_for_staff(request, number)
    if request.method == "POST":
        _match_action(request, enquiry)
        return redirect("exchange:matches", number)
    words = request.GET.get("q", "").strip()
    near = search.nearest("organisation", words)
    found = narrowed(directory.visible_to(None), {}, near).select_related("country").order_by("-score")[:20] if near else []
    asked = set(enquiry.invitations.values_list("organisation", flat=True))
    context = {"enquiry": enquiry, "words": words, "found": found, "asked": asked, "tab": "matches", "staff": True}
    return render(request, "exchange/by_hand.html", context)
