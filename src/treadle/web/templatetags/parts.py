"""The components: small pieces of HTML that every template has at hand."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import lucide
from django import template
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.template import Context
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from treadle.kit import once, texts, zones
from treadle.nomenclature import places
from treadle.nomenclature import queries as nomenclature

register = template.Library()
RTL = {"ar", "fa", "ur", "he"}
POINTING = {"arrow-right", "arrow-left", "chevron-right", "chevron-left", "log-in", "log-out", "send"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the lucide set; decorative unless it has a label. Those that point are mirrored from right to left."""
    kind = "i turn" if name in POINTING else "i"
    svg = lucide._render_icon(str(name) + "", None, **{"class": kind, "aria-hidden": "true", "focusable": "false"})
    hidden = format_html('<span class="hide">{}</span>', label) if label else SafeString("")
    return mark_safe(" ".join(svg.split()) + hidden)  # noqa: S308 -- the package's own drawing


MARKS = {
    "met": '<circle cx="10" cy="10" r="9" fill="currentColor"/><path class="knock" d="m5.6 10.4 3 3 5.8-6.4" fill="none" '
    'stroke-width="2.2"/>',
    "partly": '<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M2 10a8 8 0 0 0 16 0z" '
    'fill="currentColor"/>',
    "not": '<path d="M2 2h16v16H2zM6 6l8 8M14 6l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>',
    "unknown": '<circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2.2"/>'
    '<path d="M7.6 8a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M10 14.4v.1" fill="none" stroke="currentColor" stroke-width="1.8" '
    'stroke-linecap="round"/>',
}


@register.simple_tag
def mark_symbols() -> SafeString:
    """The four marks as symbols, once on a page that shows match cards."""
    symbols = "".join(f'<symbol id="mark-{key}" viewBox="0 0 20 20">{drawn}</symbol>' for key, drawn in MARKS.items())
    return mark_safe(f'<svg class="hide" aria-hidden="true">{symbols}</svg>')  # noqa: S308 -- our own drawing


@register.simple_tag
def mark(verdict: str) -> SafeString:
    """The mark of a verdict, by its symbol."""
    return format_html('<svg class="mark" aria-hidden="true"><use href="#mark-{}"/></svg>', str(verdict))


@register.filter
def verdict_class(verdict: str) -> str:
    """The class of a row by its verdict."""
    return {"met": "met", "partly": "part", "not": "no", "unknown": "un"}[str(verdict)]


@register.simple_tag
def weave(reasons: list[dict[str, Any]]) -> SafeString:
    """The strip of a match card: one piece per criterion, as wide as its weight, filled as far as it is met."""
    total = sum(float(reason["most"]) for reason in reasons) or 1.0
    gap, width, left, pieces = 0.7, 100.0, 0.0, []
    room = width - gap * max(len(reasons) - 1, 0)
    for reason in reasons:
        size = room * float(reason["most"]) / total
        pieces.append(_piece(left, size, reason))
        left += size + gap
    drawn = "".join(pieces)
    return mark_safe(  # noqa: S308 -- numbers only
        f'<svg class="weave" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    )


def _piece(left: float, size: float, reason: dict[str, Any]) -> str:
    if reason["points"] is None:
        return f'<rect class="gap" x="{left:.2f}" y="1" width="{size:.2f}" height="10"/>'
    share = min(max(float(reason["points"]) / float(reason["most"]), 0.0), 1.0) if float(reason["most"]) else 0.0
    piece = f'<rect class="room" x="{left:.2f}" width="{size:.2f}" height="12"/>'
    if share:
        piece += f'<rect class="f1" x="{left:.2f}" width="{size * share:.2f}" height="12"/>'
    if share < 1:
        piece += f'<rect class="f2" x="{left + size * share:.2f}" y="9" width="{size * (1 - share):.2f}" height="3"/>'
    return piece


@register.filter
def lines(form: BaseForm) -> list[list[BoundField]]:
    """Visible fields of a form as lines; those that its ``lines`` names together stand in one, where the first of them stands."""
    together = {name: line for line in getattr(form, "lines", ()) for name in line}
    drawn_already: set[str] = set()
    found = []
    for field in form.visible_fields():
        if field.name not in drawn_already:
            names_here = [name for name in together.get(field.name, (field.name,)) if name in form.fields]
            found.append([form[name] for name in names_here])
            drawn_already.update(names_here)
    return found


@register.filter
def country(iso2: str) -> str:
    """Name of a country in the reader's language."""
    return places.country_name(iso2) if iso2 else ""


@register.filter
def language_name(code: str) -> str:
    """Name of a language in the reader's language."""
    return places.language_name(code) if code else ""


@register.simple_tag
def comma() -> str:
    """What stands between items of a list in this language."""
    return texts.comma()


@register.filter
def names(codes: list[str], what: str = "country") -> str:
    """Names of countries or languages, with commas."""
    name = places.language_name if what == "language" else places.country_name
    return texts.comma().join(name(code) for code in codes or [])


@register.filter
def kind_label(kind: str) -> str:
    """Name of a kind of organisation."""
    from treadle.directory.models import Kind

    return str(Kind(kind).label) if kind in Kind.values else kind


@register.filter
def standing(key: str) -> str:
    """How evidence stands, in words."""
    from treadle.directory.evidenced import STANDINGS

    return str(STANDINGS[key])


@register.filter
def direction(lang: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if (lang or "").split("-")[0] in RTL else "ltr"


@register.filter
def ltr(text: object) -> str:
    """A number or code that keeps its order inside a text from right to left."""
    return f"\u2066{text}\u2069"


@register.filter
def drawn(text: str) -> SafeString:
    """Markdown as safe HTML."""
    return texts.drawn(text or "")


@register.filter
def amount(value: Decimal | float | None) -> str:
    """A number without needless zeros, as the language writes it; ``–`` when it is not known."""
    if value is None or value == "":
        return "–"
    number = Decimal(str(value))
    number = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    places_shown = max(0, -int(number.as_tuple().exponent))
    return formats.number_format(number, decimal_pos=places_shown, use_l10n=True, force_grouping=abs(number) >= 10000)


@register.filter
def money(value: Decimal | None) -> str:
    """An amount of money as the language writes it: two places, four for less than one."""
    if value is None:
        return "–"
    return formats.number_format(value, decimal_pos=4 if abs(value) < 1 else 2, use_l10n=True, force_grouping=abs(value) >= 10000)


@register.filter
def unit(code: str) -> str:
    """A unit as the reader writes it."""
    return nomenclature.unit_word(code)


@register.filter
def share(part: Decimal | float | None, whole: Decimal | float | None) -> str:
    """Percentage of a whole, rounded; ``–`` when either is unknown."""
    if part is None or not whole:
        return "–"
    return _("%(number)s %%") % {"number": formats.number_format(round(float(part) / float(whole) * 100), 0)}


@register.filter
def percent(part: float) -> str:
    """A share between 0 and 1 in percent, rounded."""
    return _("%(number)s %%") % {"number": formats.number_format(round(part * 100), 0)}


@register.filter
def moment(at: datetime | None) -> str:
    """A moment in the reader's time, with whose time it is; empty for none."""
    return zones.moment(at) if at is not None else ""


@register.filter
def at_key(found: dict[Any, Any], key: Any) -> Any:
    """What a table has under a key; None for nothing."""
    return found.get(key)


@register.filter
def ago(day: date | datetime | None) -> str:
    """How long ago a day was, in the largest fitting unit."""
    if day is None:
        return ""
    days = (timezone.localdate() - (timezone.localdate(day) if isinstance(day, datetime) else day)).days
    if days <= 0:
        return _("today")
    if days < 14:
        return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
    if days < 70:
        weeks = days // 7
        return ngettext("%(count)s week ago", "%(count)s weeks ago", weeks) % {"count": weeks}
    months = days // 30
    if months < 24:
        return ngettext("%(count)s month ago", "%(count)s months ago", months) % {"count": months}
    return ngettext("%(count)s year ago", "%(count)s years ago", months // 12) % {"count": months // 12}


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """This page's query with some values changed; an empty value takes its key out."""
    request: HttpRequest = context["request"]
    query = {key: value for key, value in request.GET.items() if key not in {"lang", "form"}}
    for key, value in changes.items():
        query.pop("page", None) if key != "page" else None
        query[key] = str(value)
    kept = {key: value for key, value in query.items() if value}
    return "?" + urlencode(kept) if kept else "?"


@register.simple_tag
def form_token() -> SafeString:
    """The hidden field by which the same form sent twice has one effect."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.token())


@register.inclusion_tag("web/faults.html")
def faults(*forms: BaseForm) -> dict[str, Any]:
    """The summary of a form's faults, each leading to its field."""
    found: list[tuple[str, str, str]] = []
    for form in forms:
        if not form.is_bound:
            continue
        order = {name: at for at, name in enumerate(form.fields)}
        for name, errors in sorted(form.errors.items(), key=lambda pair: order.get(pair[0], -1)):
            for error in errors:
                if name in form.fields:
                    field = form[name]
                    found.append((field.id_for_label or field.auto_id, str(field.label), str(error)))
                else:
                    found.append(("", "", str(error)))
    return {"faults": found, "count": len(found)}


@register.inclusion_tag("web/pages.html", takes_context=True)
def page_links(context: Context, page: Any, label: str = "") -> dict[str, Any]:
    """Links to the pages of a list; nothing when there is only one."""
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {"page": page, "numbers": numbers, "request": context["request"], "label": label}
