"""A reason that is kept comes back the same, through JSON, whatever its phrases hold."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Certificate, Code, Criterion, Phrase, Quantity, Reason, Source, Verdict, keep, recall

words = st.text(max_size=12)
days = st.dates(min_value=date(1990, 1, 1))
values = st.one_of(
    words,
    st.integers(-1000, 1000),
    st.floats(allow_nan=False, allow_infinity=False),
    days,
    st.builds(Quantity, st.floats(0, 1e6), words, st.sampled_from(["", "month"])),
    st.builds(Code, words, words),
    st.builds(Certificate, words, words, st.none() | days, st.booleans()),
)
phrases = st.recursive(
    st.builds(Phrase, words, st.dictionaries(words, values | st.lists(values, max_size=3).map(tuple), max_size=3)),
    lambda inner: st.builds(Phrase, words, st.dictionaries(words, inner | st.lists(inner, max_size=2).map(tuple), max_size=2)),
    max_leaves=4,
)
reasons = st.builds(
    Reason, st.sampled_from(Criterion), st.sampled_from(Verdict), st.none() | st.floats(0, 100), st.floats(0, 100), phrases, phrases,
    st.builds(Source, words, st.none() | days), st.lists(words, max_size=3).map(tuple), words,
)  # fmt: skip


@given(reasons)
def test_what_is_kept_comes_back(reason: Reason) -> None:
    assert recall(json.loads(json.dumps(keep(reason)))) == reason
