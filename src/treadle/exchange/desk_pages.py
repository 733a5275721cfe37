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
from treadle.kit.tables import export, page_of

from . import actions, policy, queries
from .actions.invitations import invitation_values
from .enquiry_pages import enquiry_or_404
from .flow import EnquiryState, IllegalMove, InvitationState
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
    today = [item for item in items if item.due_at and item.due_at.date() == now.date() and item.due_at >= now]
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
    prepared = enquiry.invitations.filter(state=InvitationState.PREPARED).select_related("organisation", "enquiry__centre__organisation")
    context = {
        "enquiry": enquiry, "tab": "matches", "staff": True, "letters": [_letter(each) for each in prepared],
        "reveals": reveals(enquiry), "may_write": may(request.user, policy.ENQUIRY_WRITE, enquiry),
    }  # fmt: skip
    return render(request, "exchange/preview.html", context)


def _letter(invitation: Invitation) -> dict[str, Any]:
    """The invitation's message as its receiver will read it."""
    rule = next(rule for rule in rules() if rule.key == "exchange.invited")
    with translation.override(invitation.language):
        values = invitation_values(invitation)
        from django.utils.formats import date_format

        values["answer_by"] = date_format(invitation.enquiry.answer_by, "j F Y") if invitation.enquiry.answer_by else "–"
        return {
            "invitation": invitation, "language": invitation.language, "subject": str(rule.subject).format(**values),
            "body": str(rule.body).format(**values), "people": directory.speakers(invitation.organisation),
        }  # fmt: skip


@access(SIGNED_IN)
def invitations(request: HttpRequest, number: str) -> HttpResponse:
    """Whom the case went to and where each stands, for staff."""
    enquiry = case_for_staff(request, number)
    found = enquiry.invitations.select_related("organisation__country").order_by("-sent_at", "pk")
    return render(request, "exchange/invitations.html", {"enquiry": enquiry, "tab": "invitations", "staff": True, "invitations": found})


@access(SIGNED_IN)
def responses(request: HttpRequest, number: str) -> HttpResponse:
    """Answers side by side, for the buyer and the officer; also as CSV and XLSX."""
    enquiry = enquiry_or_404(request, number)
    if not may(request.user, policy.RESPONSES_READ, enquiry):
        raise Http404
    found = list(queries.responses(enquiry))
    quoted = [each for each in found if each.state in ("quoted", "interested")]
    if request.GET.get("form") in ("csv", "xlsx"):
        header = [
            _("Organisation"),
            _("Country"),
            _("Answer"),
            _("Price"),
            _("Currency"),
            _("for each"),
            _("Quantity"),
            _("Lead time in days"),
            _("Valid until"),
            _("Remarks"),
        ]
        rows = ((each.organisation.name, each.organisation.country_id, each.state, each.price, each.currency, each.price_unit,
                 each.quantity,
                 each.lead_time_days, each.valid_until, each.note) for each in found)  # fmt: skip
        return export(f"answers-{enquiry.number}", header, rows, request.GET["form"])
    context = {
        "enquiry": enquiry, "tab": "responses", "staff": may(request.user, policy.ENQUIRY_REVIEW, enquiry), "quoted": quoted,
        "others": [each for each in found if each not in quoted], "best": _best(quoted),
        "may_introduce": may(request.user, policy.INTRODUCE, enquiry) and enquiry.state in ("out", "closed"),
    }  # fmt: skip
    return render(request, "exchange/responses.html", context)


def _best(quoted: list[Invitation]) -> dict[str, int]:
    """Which column is best: lowest price where all are in one currency and unit, shortest lead time, largest quantity."""
    priced = [each for each in quoted if each.price is not None]
    best: dict[str, int] = {}
    if len(priced) > 1 and len({(each.currency, each.price_unit) for each in priced}) == 1:
        best["price"] = min(priced, key=lambda each: each.price or 0).pk
    timed = [each for each in quoted if each.lead_time_days is not None]
    if len(timed) > 1:
        best["lead_time"] = min(timed, key=lambda each: each.lead_time_days or 0).pk
    return best


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
