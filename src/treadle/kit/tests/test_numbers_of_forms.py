"""Ids in forms, as templates write them."""

import pytest
from django.test import RequestFactory

from treadle.kit.forms import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("1003", 1003), ("1,003", 1003), ("1.003", 1003), ("1\u202f003", 1003), ("1\xa0003", 1003), ("1,234,567", 1234567),
     ("1,5", 0), ("", 0), ("x", 0), ("²", 0), ("9" * 40, 0)],
)  # fmt: skip
def test_an_id_is_read_with_or_without_separators(text: str, number: int) -> None:
    assert number_in(RequestFactory().post("/", {"id": text}), "id") == number
