"""What the analyser makes of texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import analyse, clean, fold, guess_language, measures_in, standard, standards_in
from treadle.matching.text import LONGEST, gram_keys, parts_of, segment, spaced, stem


def test_arabic_forms_of_one_word_meet() -> None:
    forms = ["شركة", "الشركة", "شركات", "الشَّرِكَة", "شـركة"]
    assert len({analyse(form, "ar").stems for form in forms}) == 1


def test_arabic_alefs_and_final_letters_are_unified() -> None:
    assert fold("أحمد إلى آخر") == fold("احمد الي اخر")
    assert fold("شركة") == fold("شركه")


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Łódź", "lodz"), ("Straße", "strasse"), ("Çelik ıslak", "celik islak"), ("йод", "йод"), ("٢٠", "20")],
)
def test_folding_follows_the_script(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_control_and_hidden_characters_vanish() -> None:
    assert clean("co\u200btton\x00 yarn\u202e\x07") == "cotton  yarn "
    assert analyse("co\u200btton\x00yarn", "en").stems == analyse("cotton yarn", "en").stems


def test_lone_surrogates_do_no_harm() -> None:
    assert analyse("steel \ud800 forging", "en").stems == ("steel", "forg")


def test_a_long_text_is_read_fast_and_cut() -> None:
    begun = time.perf_counter()
    found = analyse("forged steel " * 20_000, "en")
    keys, _ = gram_keys(spaced(clean("a" * 200_000)), 3, 5)
    assert time.perf_counter() - begun < 5
    assert found.stems[:2] == ("forg", "steel")
    assert len(keys) <= 3 * (LONGEST + 2)


def test_mixed_directions_keep_both_languages_words() -> None:
    assert {"cnc", stem("قطع", "ar")} <= set(analyse("قطع غيار CNC مصنعة", "ar").stems)


def test_chinese_is_cut_into_words() -> None:
    assert "零部件" in analyse("我们需要零部件加工", "zh").stems


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nous cherchons un atelier de couture pour des vêtements de travail", "fr"),
        ("We are looking for a workshop that sews working clothes", "en"),
        ("Buscamos un taller de confección de ropa de trabajo", "es"),
        ("نبحث عن ورشة خياطة", "ar"),
        ("我们需要零部件加工", "zh"),
        ("製造するものづくり", "ja"),
        ("12345", ""),
    ],
)
def test_languages_are_guessed(text: str, lang: str) -> None:
    assert guess_language(text) == lang


@given(st.text(max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    found = analyse(text)
    assert len(found.stems) == len(found.words)
    assert clean(clean(text)) == clean(text)
    gram_keys(spaced(clean(text)), 3, 6)


def test_grams_stay_inside_words() -> None:
    keys, places = gram_keys(" ab cd ", 3, 4)
    assert sorted(places.tolist()) == [0, 0, 1, 3, 3, 4]
    assert len(set(keys.tolist())) == 6


@pytest.mark.parametrize(
    ("text", "lang", "least", "most", "unit", "per"),
    [
        ("20 t par mois", "fr", 20, 20, "t", "month"),
        ("60 h/month", "en", 60, 60, "h", "month"),
        ("10–20 tonnes per week", "en", 10, 20, "t", "week"),
        ("1 200,5 kg", "fr", 1200.5, 1200.5, "kg", ""),
        ("1.200 kg", "de", 1200, 1200, "kg", ""),
        ("1,200 kg", "en", 1200, 1200, "kg", ""),
        ("0,125 mm", "fr", 0.125, 0.125, "mm", ""),
    ],
)
def test_amounts_are_found(text: str, lang: str, least: float, most: float, unit: str, per: str) -> None:
    (found,) = measures_in(text, lang)
    assert (found.least, found.most, found.unit, found.per) == (least, most, unit, per)


def test_a_tolerance_is_no_amount() -> None:
    (found,) = measures_in("précision ±0,05 mm", "fr")
    assert found.tolerance and found.most == 0.05


def test_standards_are_found_and_compared() -> None:
    assert standards_in("ISO 9001:2015, gots and OEKO-TEX Standard 100; HACCP") == (
        "ISO 9001:2015",
        "gots",
        "OEKO-TEX Standard 100",
        "HACCP",
    )
    assert standard("EN ISO 9001 : 2015") == standard("iso9001:2015")
    assert standard("ISO 9001").key == standard("ISO 9001:2015").key
    assert standard("ISO 14001").key != standard("ISO 9001").key


def test_a_paragraph_in_another_language_is_read_in_that_one() -> None:
    text = "Nous teignons des mailles de coton pour les confectionneurs de la région.\n"
    text += "We dye knitted fabrics for garment makers in the region and abroad."
    assert [lang for _, lang in parts_of(text, "fr")] == ["fr", "en"]
    assert {"teignon", "knit", "maker"} <= set(analyse(text, "fr").stems)
    assert analyse(text).lang == "fr"


@pytest.mark.parametrize(
    "line",
    ["Cereals, pasta, couscous, biscuits, jams, honey, dried fruit, olives", "10 20 30 40 50 60 70 80 90 100 110 120 130 140 150 160 170"],
)
def test_a_list_does_not_overrule_the_language_stated(line: str) -> None:
    assert {lang for _, lang in parts_of(f"We make and sell:\n{line}\n{line}", "en")} == {"en"}


def test_a_short_paragraph_is_of_the_language_stated() -> None:
    assert parts_of("Teinture\nCoton\n\nBio", "fr") == [("Teinture Coton Bio", "fr")]


def test_words_of_another_script_are_stemmed_in_their_own() -> None:
    assert "machin" in analyse("تشغيل آلي CNC machining للقطع المعدنية", "ar").stems
    assert analyse("teinture صباغة", "fr").stems[1] == analyse("صباغة", "ar").stems[0]


@given(st.text(max_size=400), st.sampled_from(["", "fr", "ar", "zh", "xx"]))
def test_no_word_is_lost_by_reading_in_parts(text: str, lang: str) -> None:
    words = [word for part, _ in parts_of(text, lang) for word in segment(part)]
    assert words == [word for line in text[:100_000].splitlines() or [""] for word in segment(clean(line))]
