"""The page that a follow-up's mail leads to: two questions, one button, no login."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.kit.access import PUBLIC, access
from treadle.kit.forms import add_errors

from . import actions
from .actions.follow_ups import is_open, side_of
from .followed import FollowUp
from .quoting_forms import FollowUpForm


@access(PUBLIC)
def follow_up(request: HttpRequest, token: str) -> HttpResponse:
    """What came of it, and does it go on? ``?result=`` of the mail's link is chosen already; nothing is kept by looking."""
    asking = get_object_or_404(
        FollowUp.objects.select_related(
            "introduction__invitation__enquiry__organisation", "introduction__invitation__enquiry__centre",
            "introduction__invitation__organisation",
        ),
        token=token,
    )  # fmt: skip
    if request.method == "POST" and request.POST.get("do") == "stop":
        actions.stop_following(asking=asking)
        messages.success(request, _("You will not be asked about this again."))
        return redirect(asking)
    initial = {name: getattr(asking, name) for name in ("result", "value", "currency", "jobs")}
    initial["goes_on"] = {True: "yes", False: "no", None: ""}[asking.goes_on]
    if not asking.result and request.GET.get("result"):
        initial["result"] = request.GET["result"]
    form = FollowUpForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_follow_up(asking=asking, **form.values())
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect(f"{asking.get_absolute_url()}?thanks=1")
    introduction = asking.introduction
    other = "supplier" if asking.party == "buyer" else "buyer"
    context: dict[str, Any] = {
        "asking": asking, "form": form, "open": is_open(asking), "thanks": "thanks" in request.GET and asking.answered_at is not None,
        "own": side_of(introduction, asking.party), "other": side_of(introduction, other), "enquiry": introduction.invitation.enquiry,
    }  # fmt: skip
    response = render(request, "exchange/follow_up.html", context)
    response["Referrer-Policy"] = "no-referrer"  # the address is the right to answer
    response["X-Robots-Tag"] = "noindex"
    return response
