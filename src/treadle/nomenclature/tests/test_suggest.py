"""Codes that forms propose for what was typed: on record, and in the language of the page where the text is too short to say."""

import pytest
from django.utils import translation
from world import load_nomenclature

from treadle.nomenclature.suggest import codes_on_record, suggest, suggested_codes


@pytest.mark.django_db
def test_proposed_codes_are_on_record() -> None:
    load_nomenclature()
    found = suggested_codes("Reactive dyeing of knitted cotton, single jersey")
    assert found
    assert all(code.code in codes_on_record(code.system.family) for code in found)


@pytest.mark.django_db
@pytest.mark.parametrize(("page", "word"), [("en", "dyeing"), ("fr", "teinture"), ("en", "teinture de tricots de coton")])
def test_a_word_is_read_in_the_language_of_the_page_and_a_sentence_in_its_own(page: str, word: str) -> None:
    load_nomenclature()
    with translation.override(page):
        assert "1313" in [code.code for code in suggested_codes(word)]


@pytest.mark.django_db
def test_the_whole_of_cpv_is_read_without_its_file() -> None:
    load_nomenclature()
    (first, *_rest) = suggest("Servicios de limpieza de edificios municipales", "cpv")
    assert first.code.code.startswith("909")
    assert first.code.code not in codes_on_record("cpv") or len(codes_on_record("cpv")) > 9000
