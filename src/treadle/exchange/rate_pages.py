"""The rates of exchange on record, and loading others from a file."""

import io

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from treadle.kit.access import access
from treadle.kit.policy import may
from treadle.nomenclature.models import Rate
from treadle.nomenclature.places import CURRENCIES, currency_name
from treadle.nomenclature.rates import rates_on

from . import actions, policy

LARGEST = 8 * 1024 * 1024


@access(policy.RATES_READ)
def rates(request: HttpRequest) -> HttpResponse:
    """The last rate of each currency, with its day; the head of the network loads a file."""
    may_load = may(request.user, policy.RATES_LOAD)
    faults: list[str] = []
    if request.method == "POST":
        if not may_load:
            raise Http404
        try:
            faults = _load(request)
            if not faults:
                return redirect("exchange:rates")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    today = timezone.localdate()
    known = rates_on(today, CURRENCIES)
    rows = [(code, currency_name(code), known.day_of(code), known.value_of(code)) for code in CURRENCIES if code != Rate.BASE]
    context = {
        "rows": [row for row in rows if row[2]], "without": [row[0] for row in rows if not row[2]], "may_load": may_load, "faults": faults,
        "bases": CURRENCIES, "base": Rate.BASE,
    }  # fmt: skip
    return render(request, "exchange/rates.html", context)


def _load(request: HttpRequest) -> list[str]:
    upload = request.FILES.get("file")
    if upload is None:
        raise ValidationError(_("Choose a file."))
    if (upload.size or 0) > LARGEST:
        raise ValidationError(_("The file is larger than 8 MB. Take the part of it that is needed."))
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("This is no text. Give the table as CSV, in UTF-8.")) from error
    base = request.POST.get("base", Rate.BASE)
    loaded = actions.load_rates(by=request.user, lines=io.StringIO(text), base=base if base in CURRENCIES else Rate.BASE)
    messages.success(request, _("%(count)s rates are kept, of days up to %(day)s.") % {"count": loaded.count, "day": loaded.last})
    return loaded.faults
