"""Pages of the desk: what is due, whom to ask, what they will read, what they answered."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from treadle.directory import policy as directory_policy
from treadle.directory import queries as directory
from treadle.directory.models import Centre, Organisation
from treadle.kit import registries
from treadle.kit.access import SIGNED_IN, access
from treadle.kit.notify import rules
from treadle.kit.once import once
from treadle.kit.policy import may
from treadle.kit.tables import page_of
from treadle.kit.zones import moment

from . import actions, policy, queries
from .actions.invitations import invitation_values, prepared_by
from .flow import EnquiryState, IllegalMove
from .forms import CallForm
from .match_pages import case_for_staff
from .models import Enquiry, Introduction, Invitation
from .needs import matches
from .revealing import reveals
from .showing import moved_meanwhile

PER_PAGE = 10


@access(directory_policy.DESK)
def desk(request: HttpRequest) -> HttpResponse:
    """What is due, late, waiting for whom; one place where an officer works."""
    centres = queries.desk_centres(request.user)
    if not centres:
        raise Http404
    acting = getattr(request, "acting", None)
    centre = next((each for each in centres if acting and each.organisation_id == acting.pk), centres[0])
    items = registries.due_items(request.user, centre)
    whole = _network(request.user) if centre.sort == Centre.Sort.HEAD else items
    now, shown = timezone.now(), request.GET.get("show", "mine")
    groups = {
        "mine": [item for item in items if item.mine or item.waiting_for == _("nobody yet")],
        "late": [item for item in whole if item.due_at and item.due_at < now],
        "waiting": [item for item in whole if item.waits_for_others],
        "all": whole,
    }
    today = [item for item in items if item.due_at and timezone.localdate(item.due_at) == timezone.localdate(now) and item.due_at >= now]
    month = Introduction.objects.filter(made_at__gte=now - timedelta(days=30))
    if centre.sort != Centre.Sort.HEAD:
        month = month.filter(invitation__enquiry__centre=centre)
    context = {
        "centre": centre, "shown": shown if shown in groups else "mine", "now": now,
        "groups": {key: len(found) for key, found in groups.items()},
        "page": page_of(request, groups.get(shown, groups["mine"])), "today": len(today), "introductions": month.count(),
        "newest": _newest(centre), "searches": request.user.searches.all()[:6],
    }  # fmt: skip
    return render(request, "exchange/desk.html", context)


def _network(person: Any) -> list[registries.DueItem]:
    """What is due on every desk; the head office oversees them all."""
    items = [item for centre in Centre.objects.select_related("organisation") for item in registries.due_items(person, centre)]
    return sorted(items, key=lambda item: (item.due_at is None, item.due_at.timestamp() if item.due_at else 0))


def _newest(centre: Any) -> list[tuple[Enquiry, Any]]:
    """The best match of each of the newest cases that wait for a choice."""
    waiting = Enquiry.objects.filter(
        centre=centre, state__in=[EnquiryState.SUBMITTED, EnquiryState.IN_REVIEW, EnquiryState.APPROVED]
    ).order_by("-submitted_at")[:4]
    found = [(enquiry, matches(enquiry).matches[:1]) for enquiry in waiting]
    best = {match.profile_id for _enquiry, top in found for match in top}
    names = dict(Organisation.objects.filter(pk__in=[int(pk) for pk in best]).values_list("pk", "name"))
    return [(enquiry, {"name": names.get(int(top[0].profile_id), ""), "score": top[0].score}) for enquiry, top in found if top]


@access(SIGNED_IN)
def preview(request: HttpRequest, number: str) -> HttpResponse:
    """What each will read, in their language; then send."""
    enquiry = case_for_staff(request, number)
    if request.method == "POST":

        def act() -> str:
            sent = actions.send(by=request.user, enquiry=enquiry, message=request.POST.get("message", "")[:1000].strip())
            messages.success(request, _("%(count)s sent. You are warned before the answers are due.") % {"count": len(sent)})
            return f"{enquiry.get_absolute_url()}invitations/"

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except IllegalMove:
            enquiry.refresh_from_db()
            messages.warning(request, moved_meanwhile(enquiry))
        return redirect("exchange:preview", number)
    referral = actions.referral_for(request.user, enquiry)
    prepared = prepared_by(enquiry, referral).select_related("organisation", "enquiry__centre__organisation", "centre__organisation")
    context = {
        "enquiry": enquiry, "tab": "matches", "staff": referral is None, "referral": referral,
        "letters": [_letter(each) for each in prepared],
        "reveals": reveals(enquiry), "may_write": may(request.user, policy.ENQUIRY_WRITE, enquiry),
    }  # fmt: skip
    return render(request, "exchange/preview.html", context)


def _letter(invitation: Invitation) -> dict[str, Any]:
    """The invitation's message as its receiver will read it."""
    rule = next(rule for rule in rules() if rule.key == "exchange.invited")
    with translation.override(invitation.language):
        values = invitation_values(invitation)
        values["answer_by"] = moment(invitation.enquiry.deadline) if invitation.enquiry.deadline else "–"
        return {
            "invitation": invitation, "language": invitation.language, "subject": str(rule.subject).format(**values),
            "body": str(rule.body).format(**values), "people": directory.speakers(invitation.organisation),
        }  # fmt: skip


@access(directory_policy.DESK)
def enter_call(request: HttpRequest) -> HttpResponse:
    """An officer enters an enquiry for somebody who phoned."""
    served = directory.visible_to(request.user).filter(state="public").order_by("name")
    form = CallForm(request.POST or None, organisations=served)
    if request.method == "POST" and "find" not in request.POST and form.is_valid():

        def act() -> str:
            data = dict(form.cleaned_data)
            enquiry = actions.enter_call(
                by=request.user,
                organisation=data.pop("organisation"),
                phoned_by=data.pop("phoned_by"),
                codes=data.pop("codes"),
                fields=data,
            )
            messages.success(request, _("The enquiry is on your desk."))
            return enquiry.get_absolute_url()

        try:
            return redirect(once(request, act))
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "exchange/call.html", {"form": form})
