"""Names taken apart, keys under which likely pairs meet, verdicts with their evidence, and pairs in a file."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import TableError
from treadle.matching.sameness import Facts, core, domain_of, keys_of, likeness, name_key, phone_of, plain_name, score_pairs, strong_keys_of
from treadle.matching.sameness.pairs import features, name_probability, name_weight
from treadle.matching.sameness.words import cut

NAMES = st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=40)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("S.A.R.L. Müller (2)", "sarl muller 2"), ("  L’Atelier  d'Été ", "l atelier d ete"), ("山东纺织有限公司", "shandongfangzhi"),
        ("Завод «Заря»", "zavod zaria"),
    ],
)  # fmt: skip
def test_a_name_in_one_script_and_case(name: str, plain: str) -> None:
    assert plain_name(name).replace("zarya", "zaria") == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Filature du Nord S.A.R.L.", "FILATURE NORD"), ("Yi Chang Tai Garment Co., Ltd", "Yi Chang Tai Garment"),
        ("Lazaward Dyeing", "Dyeing Lazaward Ltd."), ("Textiles Opico SA de CV", "Textiles Opico S.A. de C.V."),
    ],
)  # fmt: skip
def test_legal_forms_little_words_and_order_do_not_tell_names_apart(one: str, other: str) -> None:
    assert sorted(core(one)) == sorted(core(other))
    assert name_key(one, "MA") == name_key(other, "MA")
    assert name_weight(one, other, "MA") >= 6


def test_a_name_that_is_only_a_legal_form_keeps_it() -> None:
    assert (core("SARL"), core("")) == (("sarl",), ())


@pytest.mark.parametrize(
    ("name", "country", "means"),
    [
        ("Ministry of Finance", "IQ", ["ministry", "economics"]), ("وزارة المالية", "IQ", ["ministry", "economics"]),
        ("山西农业大学", "CN", ["", "agriculture", "university"]),
        ("Hrvatski institut za istraživanje mozga", "HR", ["country", "institute", "research", "brain"]),
    ],
)  # fmt: skip
def test_words_are_known_by_what_they_mean_in_any_language(name: str, country: str, means: list[str]) -> None:
    assert [part.means for part in cut(name, country)] == means


SAME = [
    ("Croatian Institute for Brain Research", "Hrvatski institut za istraživanje mozga", "HR"),
    ("Ministry of Finance", "وزارة المالية", "IQ"), ("Shanxi Agricultural University", "山西农业大学", "CN"),
    ("Sociedad Paraguaya de Nefrología", "Sociedad Paraguaya de Nefrologia", "PY"), ("Weaver and Sons Ltd", "Weaver & Sons", "GB"),
    ("Kherson National Technical University", "Херсонский национальный технический университет", "UA"),
]  # fmt: skip
OTHER = [
    ("Ministry of Justice", "Ministry of Agriculture", "EE"), ("Conseil Régional de Lorraine", "Conseil Régional de Picardie", "FR"),
    ("Madhav University", "DAV University", "IN"), ("Shanghai Qianrun Garments", "Shanghai Weijie Garments", "CN"),
    ("Nanjing University", "山东大学", "CN"),
    ("Moscow State University", "Казанский федеральный университет", "RU"), ("Atelier 12", "Atelier 14", "FR"),
]  # fmt: skip


def test_names_of_one_body_score_above_names_of_two_whatever_they_look_like() -> None:
    assert min(name_weight(*pair) for pair in SAME) > 0 >= max(name_weight(*pair) for pair in OTHER)


@given(NAMES, NAMES)
def test_a_verdict_is_a_probability_and_the_same_from_both_sides(one: str, other: str) -> None:
    assert 0 <= name_probability(one, other, "MA") <= 1
    assert features(one, other, "MA") == features(other, one, "MA")


@given(NAMES)
def test_a_name_is_never_told_apart_from_itself(name: str) -> None:
    assert name_weight(name, name, "MA") == 0 or name_weight(name, name, "MA") >= 6


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("+212 535 00 01 11", "35000111"),
        ("0535000111", "35000111"),
        ("٠٥٣٥٠٠٠١١١", "35000111"),
        ("12345", ""),
        ("", ""),
        ("0535000111²", "35000111"),
    ],
)
def test_a_telephone_is_the_same_however_it_is_written(written: str, read: str) -> None:
    assert phone_of(written) == read


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.Zellij.example/a", "zellij.example"), ("zellij.example", "zellij.example"), ("x@zellij.example", "zellij.example"),
        ("somebody@gmail.com", ""), ("https://facebook.com/zellij", ""), ("", ""), ("nonsense", ""), ("http://[x", ""),
    ],
)  # fmt: skip
def test_only_an_own_domain_speaks(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def test_records_share_keys_by_any_strong_fact_and_by_words_with_slips() -> None:
    one = Facts(
        "Filature du Nord Atlas", country="MA", phones=("+212 535 000 111",), website="www.fdn.example", identifiers=("MA-ICE:00-12",)
    )
    for other in (
        Facts("Quite another", country="MA", phones=("0535 000 111",)), Facts("X", country="FR", emails=("a@fdn.example",)),
        Facts("Y", country="ES", identifiers=("MA-ICE:0012",)), Facts("Filateur Nord", country="MA"),
    ):  # fmt: skip
        assert keys_of(one) & keys_of(other)
    assert not keys_of(one) & keys_of(Facts("Filature du Nord Atlas", country="TN"))
    assert strong_keys_of(one) < keys_of(one)


def test_evidence_adds_up_and_what_is_not_said_adds_nothing() -> None:
    bare = likeness(Facts("Atlas Weaving", country="MA"), Facts("Atlas Weaving Mill", country="MA"))
    phone = likeness(
        Facts("Atlas Weaving", country="MA", phones=("0535000111",)), Facts("Atlas Weaving Mill", country="MA", phones=("535000111",))
    )
    other = likeness(
        Facts("Atlas Weaving", country="MA", phones=("0535000111",)), Facts("Atlas Weaving Mill", country="TN", phones=("535000111",))
    )
    assert set(bare.evidence) == {"name"} and set(phone.evidence) == {"name", "phone"} and other.evidence["country"] < 0
    assert bare.probability < phone.probability > other.probability
    assert phone.reasons == ["phone", "name"] or phone.reasons == ["phone"]


def test_pairs_in_a_file_get_a_probability_and_keep_their_columns(tmp_path: Path) -> None:
    source, out = tmp_path / "pairs.csv", tmp_path / "out.csv"
    source.write_text(
        "id,name_a,name_b,country_iso2,address_a,address_b\n1,Atlas Weaving,Atlas Weaving SARL,MA,12 rue A Fès,12 rue A\n"
        "2,Atlas Weaving,Rif Forge,MA,12 rue A Fès,99 avenue Z\n3,,Rif Forge,,,\n",
        encoding="utf-8",
    )
    assert score_pairs(source, out)[0] == 3
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    first, second, third = (float(row["probability"]) for row in rows)
    assert first > 0.9 and second < 0.1 and third == 0.5


def test_a_file_without_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TableError, match="name_a"):
        score_pairs(tmp_path / "pairs.csv", tmp_path / "out.csv")
