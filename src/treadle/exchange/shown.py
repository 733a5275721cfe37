"""Matches in the reader's language: the engine's phrases become sentences, its ids organisations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language_bidi, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from treadle.directory.models import Organisation
from treadle.kit.texts import comma
from treadle.matching import Addition, Code, Criterion, Match, Phrase, Quantity, Reason, Source, Verdict, recall
from treadle.nomenclature.places import country_name, language_name
from treadle.nomenclature.queries import unit_word

from .models import Invitation, Listing

CRITERIA: dict[Criterion, str | Promise] = {
    Criterion.WORDS: _("Words"),
    Criterion.CODES: _("Codes"),
    Criterion.CAPACITY: _("Free capacity"),
    Criterion.CERTIFICATES: _("Certificates"),
    Criterion.PLACE: _("Place"),
    Criterion.LEAD_TIME: _("Lead time"),
    Criterion.BATCH: _("Batch"),
    Criterion.SIZE: _("Size"),
    Criterion.LANGUAGES: _("Languages"),
    Criterion.FRESHNESS: _("Fresh record"),
    Criterion.INTEREST: _("Suits them too"),
}
VERDICTS: dict[Verdict, str | Promise] = {
    Verdict.MET: _("Met"),
    Verdict.PARTLY: _("Partly"),
    Verdict.NOT: _("Not met"),
    Verdict.UNKNOWN: _("Unknown"),
}
SOURCES: dict[str, str | Promise] = {
    "owner": _("Owner"),
    "officer": _("Officer"),
    "import": _("Import"),
    "text": _("From the text"),
}
PERIODS = {"day": _("a day"), "week": _("a week"), "month": _("a month"), "year": _("a year")}


@dataclass(frozen=True, slots=True)
class Card:
    """A match as the page shows it."""

    organisation: Organisation
    rank: int
    score: int
    up_to: int
    reasons: list[dict[str, Any]]
    summary: str
    hint: str
    changes: list[dict[str, str]]

    @property
    def met(self) -> list[dict[str, Any]]:
        """Reasons that are fully met: they fold into one line on a phone."""
        return [reason for reason in self.reasons if reason["verdict"] == "met"]

    @property
    def open(self) -> list[dict[str, Any]]:
        """Reasons that need a look."""
        return [reason for reason in self.reasons if reason["verdict"] != "met"]


@dataclass(frozen=True, slots=True)
class FitCard:
    """A listing that fits, as the page shows it."""

    listing: Listing
    score: int
    up_to: int
    summary: str
    reasons: list[dict[str, Any]]


class Speaker:
    """Turns the engine's values into text of the active language."""

    def show(self, name: str, value: Any) -> str:
        """One value; lists with commas."""
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, Quantity):
            return self.quantity(value)
        if isinstance(value, Code):
            return f"{value.system.upper()} {value.code}" if value.system in ("cpv", "hs") else f"{_isic(value.system)} {value.code}"
        if name == "sentences":
            return " · ".join(self.show("", each) for each in value)
        if isinstance(value, tuple | list | frozenset | set):
            return comma().join(self.show(name, each) for each in value)
        if isinstance(value, date):
            return formats.date_format(value, "SHORT_DATE_FORMAT")
        if isinstance(value, float | int) and not isinstance(value, bool):
            return _number(value)
        return self._word(name, str(value))

    def _word(self, name: str, value: str) -> str:
        if len(value) == 2 and name in {"country", "countries", "market", "markets"}:
            return country_name(value)
        if len(value) in (2, 3) and name in {"language", "languages", "lang", "across"}:
            return language_name(value)
        return unit_word(value) if name in {"unit", "units"} else value

    def quantity(self, value: Quantity) -> str:
        """``12 t a month``."""
        unit = unit_word(value.unit)
        amount = f"{_number(value.amount)} {unit}".strip()
        if unit.isascii() and get_language_bidi():
            amount = f"\u2066{amount}\u2069"  # number before unit, also between words from right to left
        return f"{amount} {PERIODS.get(value.per, '')}".strip()

    def say(self, phrase: Phrase | None) -> str:
        """A phrase in the active language; "" for none."""
        return phrase.render(gettext, self.show, ngettext) if phrase is not None else ""


def _isic(system: str) -> str:
    return {"isic4": "ISIC", "isic5": "ISIC 5"}.get(system, system.upper())


def _number(value: float) -> str:
    rounded = round(float(value), 2)
    places = 0 if rounded == int(rounded) else 1 if rounded * 10 == int(rounded * 10) else 2
    return formats.number_format(rounded, places, force_grouping=abs(rounded) >= 10000)


def reason_row(reason: Reason, speaker: Speaker) -> dict[str, Any]:
    """A criterion as a row of the match card."""
    return {
        "criterion": str(reason.criterion),
        "label": str(CRITERIA[reason.criterion]),
        "verdict": str(reason.verdict),
        "word": str(VERDICTS[reason.verdict]),
        "points": reason.points,
        "most": reason.most,
        "wanted": Truncator(speaker.say(reason.wanted)).chars(90),
        "offered": speaker.say(reason.offered),
        "source": source_text(reason.source),
        "evidence": list(reason.evidence),
        "across": language_name(reason.across) if reason.across else "",
    }


def fit_cards(found: Iterable[tuple[Listing, Match]]) -> list[FitCard]:
    """Listings with the match that each is, in their order."""
    speaker = Speaker()
    return [
        FitCard(listing, match.score, match.up_to, speaker.say(match.summary), [reason_row(reason, speaker) for reason in match.reasons])
        for listing, match in found
    ]


def addition_rows(found: Iterable[Addition]) -> list[tuple[str, int]]:
    """What would have to be added, and how many more needs would have been met."""
    speaker = Speaker()
    words = {"capacity": gettext("More free capacity")}  # how much more differs from need to need
    return [(words.get(one.rule) or speaker.say(one.would_need), len(one.needs)) for one in found]


def kept_rows(invitation: Invitation) -> list[dict[str, Any]]:
    """What was known of an organisation when it was chosen, in the language of who reads it now.

    Of whether it suits them too only the points: the rest tells the buyer's country, which nobody is told before an introduction.
    """
    speaker = Speaker()
    rows = [reason_row(recall(kept), speaker) for kept in invitation.reasons]
    return [row | {"offered": "–"} if row["criterion"] == str(Criterion.INTEREST) else row for row in rows]


def source_text(source: Source) -> str:
    """``Owner, 16 Nov 2026``."""
    who = str(SOURCES.get(source.who, source.who))
    return comma().join(filter(None, (who, formats.date_format(source.on, "SHORT_DATE_FORMAT") if source.on else "")))


def cards(matches: Iterable[Match], organisations: Mapping[str, Organisation] | None = None, first_rank: int = 1) -> list[Card]:
    """Matches with their organisations, in their order; one whose organisation is gone is left out."""
    found = list(matches)
    if organisations is None:
        rows = Organisation.objects.filter(pk__in=[int(each.profile_id) for each in found]).select_related("country")
        organisations = {str(row.pk): row for row in rows.prefetch_related("kinds")}
    speaker = Speaker()
    return [
        Card(
            organisation=organisations[each.profile_id],
            rank=rank,
            score=each.score,
            up_to=each.up_to,
            reasons=[reason_row(reason, speaker) for reason in each.reasons],
            summary=speaker.say(each.summary),
            hint=speaker.say(each.hint),
            changes=[
                {"stopped_by": speaker.say(change.stopped_by), "would_need": speaker.say(change.would_need)} for change in each.changes
            ],
        )
        for rank, each in enumerate(found, first_rank)
        if each.profile_id in organisations
    ]
