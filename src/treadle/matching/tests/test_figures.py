"""What a text says besides its words: figures and what they are for, materials and processes, in several languages."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import (
    Capability,
    Certificate,
    ConceptBridge,
    Criterion,
    Databank,
    Need,
    Profile,
    Quantity,
    Reason,
    Source,
    Verdict,
    completed,
    figures_in,
    match,
    shipped,
    terms_in,
)
from treadle.matching.text import parts_of, segment
from treadle.matching.vocabulary import FILE, LANGUAGES

BILINGUAL = """Nous travaillons depuis vingt ans pour les familles de notre région et du pays.
صباغة القطن والحرير وخياطة الملابس في ورشة واحدة قرب الميناء القديم"""


@pytest.mark.parametrize(
    ("text", "lang", "least", "days", "installed", "free"),
    [
        ("MOQ 500 pcs, délai 3 à 4 semaines, capacité 20 t par mois", "fr", (500, "pcs"), 28, (20, "t", "month"), None),
        ("minimum order 2 t; lead time: 30 days; free capacity of 60 h a month", "en", (2, "t"), 30, None, (60, "h", "month")),
        ("الحد الأدنى 500 قطعة، مدة التسليم 3 أسابيع", "ar", (500, "pcs"), 21, None, None),
        ("Mindestmenge 1.500 kg, Lieferzeit 14 Tage", "de", (1500, "kg"), 14, None, None),
        ("Desde 300 piezas, entrega en 15 días", "es", (300, "pcs"), 15, None, None),
        ("500 pcs MOQ", "en", (500, "pcs"), None, None, None),
        ("Sold in rolls of 25 kg. Minimum order 5 kg", "en", (5, "kg"), None, None, None),
        ("Capacity 1 t/day, free capacity 1 t/day", "en", None, None, (1, "t", "day"), (1, "t", "day")),
        ("Delivery ex works, payment within 60 days", "en", None, None, None, None),
        ("livraison franco, paiement à 60 jours", "fr", None, None, None, None),
        ("Capacity " + "9" * 400 + " kg per day", "en", None, None, None, None),
        ("Sheets from 2 mm, shafts up to 300 mm, ±0.05 mm", "en", None, None, None, None),
        ("Depuis 2025 nous récupérons 20 % ; livraison au Sénégal", "fr", None, None, None, None),
        ("Delivery in 99999 days, minimum 0,05 mm", "en", None, None, None, None),
    ],
)
def test_figures_are_read_with_what_they_are_for(text, lang, least, days, installed, free) -> None:  # type: ignore[no-untyped-def]
    said = figures_in(text, lang)
    assert said.least == (Quantity(*least) if least else None)
    assert said.lead_time_days == days
    assert said.installed == (Quantity(*installed) if installed else None)
    assert said.free == (Quantity(*free) if free else None)


@given(st.text(max_size=300), st.sampled_from(["", "fr", "ar"]))
def test_no_text_breaks_the_reading_of_figures_and_terms(text: str, lang: str) -> None:
    said = figures_in(text, lang)
    assert said.lead_time_days is None or 0 < said.lead_time_days <= 730
    words = {word for part, _ in parts_of(text, lang) for word in segment(part)}
    assert {word for written in terms_in(text, lang).values() for word in written.split()} <= words


def test_what_is_stated_is_not_taken_from_the_text() -> None:
    stated = Capability(lead_time_days=10, batch_most=900, batch_unit="pcs")
    found = completed(stated, "MOQ 500 pcs, lead time 30 days, capacity 20 t per month", "en")
    assert (found.lead_time_days, found.batch_least, found.batch_most) == (10, None, 900)
    assert (found.installed, found.told) == (Quantity(20, "t", "month"), frozenset({"installed"}))


def reason(need: Need, profile: Profile, criterion: Criterion) -> Reason:
    (found,) = match(need, Databank([profile]), k=1).matches
    return next(one for one in found.reasons if one.criterion is criterion)


def test_a_figure_from_a_text_earns_points_and_says_where_it_is_from() -> None:
    able = completed(Capability(text="dyeing", source=Source("owner")), "dyeing, lead time 3 weeks, MOQ 200 kg", "en")
    need = Need("n", "dyeing", "en", lead_time_days=30, batch=100, batch_unit="kg")
    found = reason(need, Profile("p", text="dyeing", capabilities=(able,)), Criterion.LEAD_TIME)
    assert (found.verdict, found.source.who) == (Verdict.MET, "text")
    assert reason(need, Profile("p", text="dyeing", capabilities=(able,)), Criterion.BATCH).verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    ("held", "verdict", "says"),
    [(None, Verdict.PARTLY, "ISO 9001:2015 is named in the text, and not on record"),
     ((Certificate("GOTS"),), Verdict.PARTLY, "ISO 9001:2015 is named in the text, and not on record"),
     ((Certificate("ISO 9001"),), Verdict.MET, "ISO 9001 is held")],
)  # fmt: skip
def test_a_certificate_that_a_text_names_is_worth_half_of_one_on_record(
    held: tuple[Certificate, ...] | None, verdict: Verdict, says: str
) -> None:
    profile = Profile("p", text="dyeing", certificates=held, named=("ISO 9001:2015",))
    found = reason(Need("n", "dyeing", certificates=("ISO 9001",)), profile, Criterion.CERTIFICATES)
    assert (found.verdict, found.offered.render()) == (verdict, says)


def test_a_certificate_that_is_required_is_not_met_by_a_word() -> None:
    need = Need("n", "dyeing", certificates=("ISO 9001",), certificates_required=True)
    result = match(need, Databank([Profile("p", text="dyeing", named=("ISO 9001",))]))
    assert (result.matches, len(result.near)) == ((), 1)


@pytest.mark.parametrize(
    ("text", "lang", "keys"),
    [
        ("Teinture réactive coton, impression textile", "fr", ["dyeing", "cotton", "printing"]),
        ("صباغة القطن والحرير وخياطة الملابس", "ar", ["dyeing", "cotton", "silk", "sewing"]),
        ("Torneado CNC de acero inoxidable y pintura en polvo", "es", ["turning", "machining", "stainless_steel", "powder_coating"]),
        ("Färben und Bleichen von Baumwolle, Spritzguss", "de", ["dyeing", "bleaching", "cotton", "injection_moulding"]),
        ("تشغيل CNC للألومنيوم", "ar", ["machining"]),
        ("Nothing of the kind", "en", []),
        ("In turn we pack ten to a box, see the press release; keep in a dry place", "en", []),
        ("Coupe du monde, tour de France", "fr", []),
        (BILINGUAL, "fr", ["dyeing", "cotton", "silk", "sewing"]),
        ("", "", []),
    ],
)
def test_materials_and_processes_are_known_in_several_languages(text: str, lang: str, keys: list[str]) -> None:
    assert [term.key for term in terms_in(text, lang)] == keys


def test_words_that_met_across_languages_are_named_as_the_profile_writes_them() -> None:
    profile = Profile("p", text="Teinture de coton et de tricots pour confectionneurs", lang="fr")
    space = shipped()
    assert space is not None
    bank = Databank([profile], ConceptBridge(space))
    (one,) = match(Need("n", "Reactive dyeing of cotton jersey for our workshop", "en"), bank, k=1).matches
    found = next(each for each in one.reasons if each.criterion is Criterion.WORDS)
    assert (found.evidence, found.across) == (("Teinture", "coton"), "fr")


def test_every_thing_has_a_name_in_every_language_and_one_key() -> None:
    with FILE.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["key"] for row in rows if not all(row[lang] for lang in LANGUAGES)] == []
    assert len({(row["kind"], row["key"]) for row in rows}) == len(rows)
