"""The page of weights: what past cases teach, beside what is in force; the head of the network decides."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from treadle.kit.access import SIGNED_IN, access
from treadle.kit.forms import number_in
from treadle.kit.policy import may
from treadle.kit.tables import page_of
from treadle.matching import Criterion

from . import actions, policy
from .flow import IllegalMove
from .kinds import kind_of
from .models import Learnt
from .shown import CRITERIA

VERBS = {"adopt": actions.adopt_weights, "decline": actions.decline_weights, "retire": actions.retire_weights}


@access(SIGNED_IN)
def weights(request: HttpRequest) -> HttpResponse:
    """Proposals and what became of them, each with its weights before and after and how well each orders past cases."""
    if not may(request.user, policy.LEARN):
        raise PermissionDenied
    if request.method == "POST":
        return _decide(request)
    page = page_of(request, Learnt.objects.select_related("decided_by"), 10)
    rows = [(learnt, kind_of(learnt.kind), _lines(learnt)) for learnt in page]
    return render(request, "exchange/weights.html", {"page": page, "rows": rows})


def _decide(request: HttpRequest) -> HttpResponse:
    learnt = get_object_or_404(Learnt, pk=number_in(request, "learnt"))
    act = VERBS.get(request.POST.get("do", ""))
    try:
        if act is not None:
            act(by=request.user, learnt=learnt)
            messages.success(request, _("Done."))
    except IllegalMove:
        messages.warning(request, _("Somebody has decided this meanwhile."))
    return redirect("exchange:weights")


def _lines(learnt: Learnt) -> list[tuple[str, float, float]]:
    """Criteria with their weight before and after, those that changed most first."""
    found = [(str(CRITERIA[Criterion(name)]), learnt.before.get(name, 0.0), weight) for name, weight in learnt.after.items()]
    return sorted(found, key=lambda line: (-abs(line[2] - line[1]), line[0]))
