"""Requests for quotation of the demonstration: one with answers to compare, from two centres, and one that waits for Amina's."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from treadle.directory.models import Centre, Organisation, Person
from treadle.exchange import actions
from treadle.exchange.models import Enquiry, Invitation
from treadle.exchange.needs import in_reach, matches
from treadle.nomenclature.models import Code

from .cases import officer_of, owner_of
from .past import past

# What one euro buys, about; for the demonstration only. The two CFA francs are pegged.
RATES = {"USD": "1.16", "MAD": "10.7", "XAF": "655.957", "XOF": "655.957", "TND": "3.4", "EGP": "55", "GBP": "0.87", "CHF": "0.94"}
PARTS = (
    {
        "title": "Front and back panels", "quantity": Decimal(24000), "material": "Single jersey, 100 % cotton, 160 g/m²", "per": "month",
        "dimensions": "72 × 58 cm, sizes S to XL", "tolerance": "± 1 cm", "certificates": ["GOTS"],
        "description": "Reactive dyed in six shades, cut and bundled by size.", "samples": "Two of each shade, at our cost",
    },
    {
        "title": "Sleeves", "quantity": Decimal(24000), "material": "Single jersey, 100 % cotton, 160 g/m²", "per": "month",
        "tolerance": "± 0.5 cm", "description": "In the shade of the panel they go with: same dye lot.",
    },
    {
        "title": "Rib cuffs and collars", "quantity": Decimal(1800), "unit": "kg", "material": "1×1 rib, cotton with 5 % elastane",
        "per": "month",
        "description": "Dyed, in rolls of 25 kg.",
    },
)  # fmt: skip
# By supplier: currency, prices of the three items (None: not quoted), most of the first, days, a word.
QUOTES: tuple[tuple[str, tuple[str | None, ...], int | None, int, str], ...] = (
    ("MAD", ("9.80", "4.20", "92"), 16000, 21, "Prices hold for lots of 250 kg and more. Water is recycled to 60 %."),
    ("EUR", ("0.98", "0.44", None), None, 28, "No rib: our machine is let until March."),
    ("MAD", ("8.90", "4.60", "99"), None, 45, "Fastest in the dry season."),
    ("XAF", ("610", "265", "5200"), 12000, 35, "FCA Douala; second half of the month."),
    ("TND", (None, None, "30.5"), None, 14, "Rib only."),
)
DRAWING = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " + (
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 297]/Contents 4 0 R>>endobj 4 0 obj<</Length 44>>stream\n"
    b"60 40 300 200 re S 120 40 m 120 240 l S 60 140 m 360 140 l S\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def rates() -> None:
    """Rates of three days ago, for the columns of the comparison."""
    day = timezone.localdate() - timedelta(days=3)
    lines = ["date,currency,rate", *(f"{day.isoformat()},{currency},{value}" for currency, value in RATES.items())]
    actions.load_rates(by=None, lines=lines)


def build() -> None:
    """Both requests of Ostermeer."""
    rates()
    buyer = Organisation.objects.select_related("centre__organisation", "country").get(name="Ostermeer Knitwear")
    carlos = owner_of(buyer)
    codes = list(Code.objects.filter(system__key="isic4", code__in=("1313", "1391")))
    answered = _request(buyer, carlos, "Dyed and cut panels for a T-shirt line", codes, days=24, until=3)
    _cascade(answered)
    _answers(answered)
    waiting = _request(buyer, carlos, "Spring line: panels and rib in pastel shades", codes, days=3, until=12)
    officer = officer_of(waiting)
    lazaward = Organisation.objects.get(name="Teinturerie Lazaward")
    with past(2):
        actions.take(by=officer, enquiry=waiting)
        _choose(waiting, officer, [lazaward, *_best(waiting, buyer.centre, 3)])
        actions.send(by=officer, enquiry=waiting, message="The same buyer as for the T-shirt line.")


def _request(buyer: Organisation, carlos: Person, title: str, codes: list[Code], *, days: int, until: int) -> Enquiry:
    with past(days):
        fields: dict[str, Any] = {
            "kind": "capacity", "title": title, "language": "en", "countries": ["MA", "TN", "CM"], "incoterm": "DAP",
            "place": "Ghent, Belgium", "payment": "30 days after delivery", "currency": "EUR", "zone": "Europe/Brussels",
            "lead_time_days": 30, "answer_by": (timezone.now() + timedelta(days=days + until)).date(),
            "text": "We have cut our own dyeing by half and look for workshops that dye and cut for us all the year, in steady "
            "monthly lots.",
        }  # fmt: skip
        made = actions.start(by=carlos, organisation=buyer, fields=fields, codes=codes)
        for part in PARTS:
            item = actions.add_item(by=carlos, enquiry=made, fields={"unit": "pcs", **part})
            if part is PARTS[0]:
                actions.add_drawing(by=carlos, item=item, upload=SimpleUploadedFile("panels.pdf", DRAWING))
        actions.submit(by=carlos, enquiry=made)
    return made


def _best(enquiry: Enquiry, centre: Centre | None, count: int) -> list[Organisation]:
    """The best matches of a centre."""
    found = matches(enquiry, most=500)
    wanted = in_reach(found, centre).matches if centre else found.matches
    return list(Organisation.objects.filter(pk__in=[int(each.profile_id) for each in wanted[: count + 1]]))[:count]


def _choose(enquiry: Enquiry, officer: Person, suppliers: list[Organisation]) -> None:
    scored = {each.profile_id: each for each in matches(enquiry, most=500).matches}
    for supplier in dict.fromkeys(suppliers):
        match = scored.get(str(supplier.pk))
        reasons, score = (match.reasons, match.score) if match else ((), None)
        actions.choose(by=officer, enquiry=enquiry, organisation=supplier, score=score, reasons=reasons)


def _cascade(enquiry: Enquiry) -> None:
    """The first centre asks three of its own and sends the case on to Douala, which asks one."""
    officer = officer_of(enquiry)
    douala = Centre.objects.select_related("organisation").get(organisation__name="Bourse de sous-traitance de Douala")
    esther = Person.objects.get(posts__centre=douala)
    with past(23):
        actions.take(by=officer, enquiry=enquiry)
        lazaward = Organisation.objects.get(name="Teinturerie Lazaward")
        _choose(enquiry, officer, [lazaward, *_best(enquiry, enquiry.centre, 4)])
        actions.send(by=officer, enquiry=enquiry)
        (referral,) = actions.refer(
            by=officer, enquiry=enquiry, centres=[douala], note="Cut and dyed panels; is there anybody on the coast?"
        )
    with past(21):
        actions.take_referral(by=esther, referral=referral)
        _choose(enquiry, esther, _best(enquiry, douala, 1))
        actions.send(by=esther, enquiry=enquiry)


def _answers(enquiry: Enquiry) -> None:
    items = list(enquiry.items.all())
    asked = list(
        enquiry.invitations.select_related("organisation", "enquiry__organisation", "enquiry__centre", "centre").order_by("sent_at", "pk")
    )
    first = asked[0]
    with past(19):
        question = actions.ask(
            by=owner_of(first.organisation), invitation=first, text="May the two lots of a month differ in shade by ΔE 0.8?"
        )
    with past(18):
        actions.answer_question(
            by=owner_of(enquiry.organisation), question=question, text="Within an order no; between months up to ΔE 1.0."
        )
    for number, (invitation, said) in enumerate(zip(asked, QUOTES, strict=False)):
        with past(16 - 2 * number):
            _quote(invitation, items, *said)
    for invitation in asked[len(QUOTES) :]:
        with past(6):
            fields = {"decline_reason": "capacity", "note": ""}
            actions.answer(by=owner_of(invitation.organisation), invitation=invitation, state="declined", fields=fields)


def _quote(invitation: Invitation, items: list[Any], currency: str, prices: Any, most: int | None, days: int, note: str) -> None:
    lines = {
        item.pk: {
            "price": Decimal(price), "unit": item.unit, "lead_time_days": days,
            "quantity": Decimal(most) if most and item is items[0] else None,
        }
        for item, price in zip(items, prices, strict=True)
        if price is not None
    }  # fmt: skip
    owner = owner_of(invitation.organisation)
    actions.promise(by=owner, invitation=invitation)
    head = {"currency": currency, "valid_until": timezone.localdate() + timedelta(days=60), "note": note}
    actions.quote(by=owner, invitation=invitation, head=head, lines=lines)
