"""Long needs are read by what they want; terms and deadlines are left aside, and the part that fits is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Bridge, Capability, ConceptBridge, Databank, Need, Profile, match, part_that_fits, pith, shipped
from treadle.matching.pith import LONG, is_procedure, parts_in

WANTED = "Reactive dyeing and finishing of knitted cotton jersey, dark shades, in lots of 500 kg."
TERMS = [
    "Offers must be delivered in a sealed envelope before the closing date and will be opened in public.",
    "The buyer reserves the right to accept or reject any offer, in whole or in part, without giving reasons.",
    "Bidders shall hold a valid tax clearance certificate and be registered in the commercial register.",
    "Payment is made within thirty days after receipt of a correct invoice and acceptance of the goods.",
    "Any dispute arising out of this contract shall be settled amicably or, failing that, before the competent court.",
    "The supplier shall indemnify the buyer against all claims by third parties.",
    "Insurance against damage in transit is to be taken out by the supplier at its own cost.",
]
FRENCH = [
    "Les offres seront remises sous pli fermé avant la date limite.", "L'acheteur se réserve le droit de ne pas donner suite.",
    "Le paiement intervient à trente jours après réception de la facture.",
]  # fmt: skip
ARABIC = [
    "تقدم العروض في مظروف مغلق قبل الموعد النهائي.",
    "يحتفظ المشتري بالحق في قبول أي عرض أو رفضه.",
    "يعرض أي نزاع على المحكمة المختصة.",
]
BANK = [
    Profile("dyer", text="Dyeing and finishing of knitted cotton fabrics in dark shades", lang="en"),
    Profile("lawyer", text="Law firm: contracts, disputes before courts, public tenders", lang="en"),
    Profile("insurer", text="Insurance of goods in transit, bonds and guarantees for bidders", lang="en"),
    Profile("printer", text="Printing of envelopes, invoices and registers", lang="en"),
    Profile("dairy", text="Milk and cheese", lang="en", capabilities=(Capability("Yoghurt", "en"),)),
]  # fmt: skip


@pytest.fixture(scope="module")
def space() -> Bridge:
    found = shipped()
    assert found is not None
    return ConceptBridge(found)


@pytest.mark.parametrize("lang", ["en", "fr", "ar"])
def test_terms_are_told_from_what_is_wanted(lang: str) -> None:
    assert [part for part in {"en": TERMS, "fr": FRENCH, "ar": ARABIC}[lang] if not is_procedure(part, lang)] == []


@pytest.mark.parametrize(
    ("part", "lang"),
    [(WANTED, "en"), ("Usinage de pièces en laiton pour robinetterie selon plan.", "fr"), ("صباغة القطن وتجهيزه بألوان داكنة.", "ar"),
     ("Insurance services: liability insurance for vehicles", "en"), ("Audit of accounts and tax declaration", "en"),
     ("Legal advice on contracts and tax law for cooperatives", "en"), ("Conseil juridique en droit des contrats", "fr"),
     ("Translation of legal documents and contracts", "en"), ("Envelopes and invoice forms, printed", "en"),
     ("Supply of 500 chairs for schools.", "en"), ("Payment terminals and card readers for shops", "en"), ("", "en"), ("12", "en")],
)  # fmt: skip
def test_what_is_wanted_is_not_taken_for_terms(part: str, lang: str) -> None:
    assert not is_procedure(part, lang)


def test_among_boilerplate_the_need_is_found_as_if_it_stood_alone(space: Bridge) -> None:
    bank = Databank(BANK, space)
    long = " ".join([*TERMS[:4], WANTED, *TERMS[4:], *TERMS])
    assert len(long) > 900
    assert pith(long, "en") == WANTED
    assert [one.profile_id for one in match(Need("n", long, "en"), bank).matches][0] == "dyer"
    assert part_that_fits(long, "en", BANK[0], space) == WANTED


@pytest.mark.parametrize(
    "subject",
    ["Legal advice for a cooperative: contracts, tax law, disputes", "Insurance of goods in transit", "Printing of envelopes, invoices"],
)
def test_where_law_or_insurance_is_what_is_wanted_nothing_is_left_out(subject: str) -> None:
    long = " ".join([f"{subject}.", *TERMS, "The work is done at our premises in the old town, on working days."])
    assert len(long) > LONG
    assert pith(long, "en") == long


def test_a_text_of_terms_alone_is_read_as_it_is(space: Bridge) -> None:
    only = " ".join(TERMS)
    assert pith(only, "en") == only
    assert len(match(Need("n", only, "en"), Databank(BANK, space)).matches) == len(BANK)


def test_a_short_need_is_read_whole_and_has_no_part_that_fits(space: Bridge) -> None:
    short = f"{TERMS[0]} {WANTED}"
    assert len(short) < LONG
    assert pith(short, "en") == short
    assert part_that_fits(short, "en", BANK[0], space) == ""


@given(st.text(max_size=1500))
def test_parts_hold_all_that_is_not_white_space_or_a_bullet(text: str) -> None:
    def ink(written: str) -> str:
        return "".join(char for char in written if not char.isspace() and char not in "\u2022●▪")

    assert ink("".join(parts_in(text))) == ink(text)
