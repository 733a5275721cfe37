"""The tab of invitations: whom a case went to, whose turn it is, sister centres, who comes next."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from treadle.directory.models import Centre
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.policy import may

from . import actions, policy
from .flow import EnquiryState, IllegalMove
from .match_pages import case_for_staff
from .models import Enquiry
from .quoting_forms import ReferForm
from .showing import moved_meanwhile
from .standins import next_best


@access(SIGNED_IN)
def invitations(request: HttpRequest, number: str) -> HttpResponse:
    """Whom the case went to and where each stands; a sister centre sees those whom it asked itself."""
    enquiry = case_for_staff(request, number)
    referral = actions.referral_for(request.user, enquiry)
    found = enquiry.invitations.select_related("organisation__country", "centre__organisation").order_by("-sent_at", "pk")
    if referral is not None:
        found = found.filter(centre=referral.centre)
    out = enquiry.state == EnquiryState.OUT
    context = {
        "enquiry": enquiry, "tab": "invitations", "staff": referral is None, "referral": referral, "invitations": found,
        "referrals": enquiry.referrals.select_related("centre__organisation", "officer"), "form": _form(request, enquiry),
        "may_refer": may(request.user, policy.REFER, enquiry) and enquiry.state in ("in_review", "approved", "out"),
        "next": next_best(enquiry) if out and referral is None and enquiry.takes_answers and _left(enquiry) else None,
    }  # fmt: skip
    return render(request, "exchange/invitations.html", context)


def _left(enquiry: Enquiry) -> bool:
    """Whether somebody who was asked does not answer."""
    return enquiry.invitations.filter(state__in=("declined", "lapsed")).exists()


def _form(request: HttpRequest, enquiry: Enquiry) -> ReferForm:
    asked = set(enquiry.referrals.values_list("centre", flat=True))
    sisters = Centre.objects.exclude(pk__in={*asked, enquiry.centre_id}).exclude(sort=Centre.Sort.HEAD).select_related("organisation")
    return ReferForm(request.POST or None, centres=[(str(centre.pk), str(centre)) for centre in sisters])


@access(SIGNED_IN)
@require_POST
def refer(request: HttpRequest, number: str) -> HttpResponse:
    """Send the case on to sister centres."""
    enquiry = case_for_staff(request, number)
    form = _form(request, enquiry)
    back = redirect("exchange:invitations", number)
    if not form.is_valid():
        messages.error(request, _("Choose one sister centre at least."))
        return back
    try:
        chosen = Centre.objects.filter(pk__in=form.cleaned_data["centres"]).select_related("organisation")
        made = actions.refer(by=request.user, enquiry=enquiry, centres=chosen, note=form.cleaned_data["note"])
        messages.success(request, _("Sent on to %(count)s. You are told what each does.") % {"count": len(made)})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, moved_meanwhile(enquiry))
    return back


@access(SIGNED_IN)
@require_POST
def act(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """What a sister centre does: take it, or say that nobody fits."""
    enquiry = case_for_staff(request, number)
    referral = get_object_or_404(enquiry.referrals.select_related("centre__organisation", "enquiry__centre__organisation"), pk=pk)
    if not may(request.user, policy.REFERRAL_ANSWER, referral):
        raise Http404
    try:
        if request.POST.get("do") == "decline":
            actions.decline_referral(by=request.user, referral=referral, reason=request.POST.get("reason", ""))
            messages.success(request, _("Said. The first centre is told."))
            return redirect(enquiry)
        actions.take_referral(by=request.user, referral=referral)
        messages.success(request, _("Choose among the suppliers of your territory."))
        return redirect("exchange:matches", number)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except IllegalMove:
        messages.warning(request, moved_meanwhile(referral))
    return redirect(enquiry)
