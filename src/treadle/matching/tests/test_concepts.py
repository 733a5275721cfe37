"""The concept space: what goes in, what comes out, and that meanings meet across languages."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching import Classifier, Code, CodeReader, ConceptBridge, Databank, Label, Need, Profile, concepts, match, shipped
from treadle.matching.bridge import LABELS_AT_HOME, LABELS_LEAST, JointBridge, Place, labels_least, node_key
from treadle.matching.codes import tidy
from treadle.matching.regression import Regression, branches
from treadle.matching.rounding import Numbers, Rows

BUCKETS, SIZE = 1 << 10, 8
CPV = ("19000000", "19200000", "19210000", "45000000", "45200000", "45210000")


def small(seed: int = 0) -> concepts.Concepts:
    """A model with random weights: enough for everything but meaning."""
    chance = np.random.default_rng(seed)
    bag = Rows.of(chance.normal(size=(BUCKETS, 2 * SIZE)).astype(np.float32), levels=127)
    return concepts.Concepts(bag, systems(chance), regression(chance))


def systems(chance: np.random.Generator) -> dict[str, concepts.System]:
    vectors = chance.normal(size=(2, len(CPV), SIZE)).astype(np.float32)
    return {"cpv": concepts.System(CPV, vectors, np.zeros((2, len(CPV)), np.float32))}


def regression(chance: np.random.Generator) -> Regression:
    def numbers(*shape: int) -> Numbers:
        return chance.normal(size=shape).astype(np.float32)

    rows, branch_rows = Rows.of(numbers(BUCKETS, 4), levels=127), Rows.of(numbers(len(CPV), 4), levels=127)
    bounds = {"cpv": branches("cpv", CPV)}
    return Regression("cpv", np.ones(BUCKETS, np.float32), rows, np.ones(6, np.float32), branch_rows, numbers(6, 4), numbers(6) / 9, bounds)


def trained() -> concepts.Concepts:
    """The model that is shipped."""
    found = shipped()
    assert found is not None, "src/treadle/matching/concepts.npz is missing or of another version"
    return found


@given(st.text(max_size=300))
def test_any_text_has_likelihoods_that_sum_to_one_or_none_at_all(text: str) -> None:
    likely = small().likelihoods(text, "cpv")
    assert likely.shape == (len(CPV),)
    assert np.isfinite(likely).all()
    assert likely.sum() == pytest.approx(1) or not likely.any()


@pytest.mark.parametrize("text", ["", " ", "...", "\u200b", "\x00\x01", "---- ****"])
def test_a_text_without_letter_or_digit_is_placed_nowhere(text: str) -> None:
    assert not small().likelihoods(text, "cpv").any()
    assert len(ConceptBridge(small()).place(text)[0]) == 0


@given(st.text(alphabet="ab c", max_size=9000))
def test_chunks_are_the_text_cut_where_it_may_be_and_never_too_many(text: str) -> None:
    pieces = concepts.chunks(text)
    assert len(pieces) <= concepts.CHUNKS
    assert all(len(piece) <= concepts.CHUNK for piece in pieces)
    assert text.replace(" ", "").startswith("".join(pieces).replace(" ", ""))


def test_a_text_of_100_000_characters_is_read_as_far_as_it_goes() -> None:
    likely = small().likelihoods("dyeing of cotton " * 6000, "cpv")
    assert likely.sum() == pytest.approx(1)


@given(st.lists(st.lists(st.floats(-50, 50, width=32), min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from([3, 7, 15, 127]))
def test_rounding_keeps_what_is_within_reach_to_half_a_step(matrix: list[list[float]], levels: int) -> None:
    given_ = np.array(matrix, np.float32)
    kept = Rows.of(given_, levels)
    steps = kept.scales.astype(np.float32)[:, None]
    within = np.abs(given_) <= levels * steps
    assert (np.abs(kept.whole() - given_)[within] <= 0.51 * np.broadcast_to(steps, given_.shape)[within] + 1e-6).all()
    assert int(np.abs(kept.bytes.astype(int)).max()) <= levels


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    bag = Rows.of(chance.normal(size=(BUCKETS, 2 * SIZE)).astype(np.float32), levels=3)
    held, marks = systems(chance), regression(chance)
    concepts.write(tmp_path / "model.npz", bag, held, marks)
    found = concepts.read(tmp_path / "model.npz")
    assert found is not None
    assert (found.codes("cpv"), found.marked) == (CPV, "cpv")
    whole = concepts.Concepts(bag, held, marks)
    (one,), (other,) = (list(each.read_many(["dyeing"], ("cpv",))) for each in (found, whole))
    assert one.likely["cpv"] == pytest.approx(other.likely["cpv"], abs=0.06)
    assert one.marks is not None and other.marks is not None
    assert one.marks == pytest.approx(other.marks, abs=0.2)


def test_without_a_model_or_with_one_for_other_features_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert concepts.read(tmp_path / "nothing.npz") is None
    bag = Rows.of(np.ones((16, 2), np.float32), levels=3)
    monkeypatch.setattr(concepts, "VERSION", 99)
    concepts.write(tmp_path / "model.npz", bag, {})
    monkeypatch.undo()
    assert concepts.read(tmp_path / "model.npz") is None


def test_many_texts_are_read_as_each_alone() -> None:
    texts = ["dyeing of cotton", "", "roads " * 300, "...", "milk"]
    together = list(small().read_many(texts, ("cpv",)))
    for text, read in zip(texts, together, strict=True):
        (alone,) = small().read_many([text], ("cpv",))
        assert read.likely["cpv"] == pytest.approx(alone.likely["cpv"], abs=1e-5)
        assert read.marks is not None and alone.marks is not None
        assert read.marks == pytest.approx(alone.marks, abs=1e-5)


@given(st.text(max_size=200))
def test_marks_are_never_below_nothing_and_a_text_without_words_has_none(text: str) -> None:
    (read,) = small().read_many([text], ("cpv",))
    assert read.marks is not None and np.isfinite(read.marks).all() and (read.marks >= 0).all()
    if not read.likely["cpv"].any():
        assert not read.marks.any()


def test_a_branch_holds_its_own_code_and_all_below() -> None:
    low, high = branches("cpv", CPV)
    held = {code: CPV[low[at] : high[at]] for at, code in enumerate(CPV)}
    assert held["19000000"] == ("19000000", "19200000", "19210000")
    assert held["19210000"] == ("19210000",)
    assert held["45200000"] == ("45200000", "45210000")


def test_a_declared_code_is_in_the_same_space_as_texts() -> None:
    model = small()
    bridge = ConceptBridge(model)
    keys, weights = bridge.place("anything at all")
    assert set(keys.tolist()) <= {node_key("cpv", tidy(Code("cpv", code))) for code in CPV}
    assert (weights > 0).all()
    assert [node_key("cpv", node) for node in ("45", "452", "4521")] == bridge.place_code(Code("cpv", "45210000")).tolist()
    assert len(bridge.place_code(Code("hs", "60"))) == 0


MEANINGS = [
    ("leather shoes", "chaussures en cuir", "أحذية جلدية", "heavy lifting cranes"),
    ("electricity supply", "suministro de electricidad", "dostawa energii elektrycznej", "office furniture"),
    ("cleaning of buildings", "Reinigung von Gebäuden", "limpieza de edificios", "vaccines for cattle"),
    ("road construction", "construction de routes", "Строительство дорог", "fresh vegetables"),
]


@pytest.mark.parametrize("texts", MEANINGS, ids=lambda texts: texts[0])
def test_one_thing_in_three_languages_is_nearer_than_another_thing(texts: tuple[str, ...]) -> None:
    model = trained()
    places = [np.sqrt(model.likelihoods(text, "cpv")) for text in texts]
    same = [float(places[0] @ places[at]) for at in (1, 2)]
    assert min(same) > 2 * float(places[0] @ places[3])


def test_a_need_meets_a_profile_across_languages_without_a_common_word() -> None:
    bank = Databank(
        [
            Profile("shoes", text="Fabrication de chaussures en cuir pour femmes", lang="fr"),
            Profile("roads", text="Construction et entretien de routes", lang="fr"),
            Profile("milk", text="Transformation du lait et fromages", lang="fr"),
        ],
        ConceptBridge(trained()),
    )
    found = match(Need("n", "women's leather footwear", lang="en"), bank)
    assert found.matches[0].profile_id == "shoes"


class Sure(ConceptBridge):
    """As sure of every text as it is told to be."""

    def __init__(self, weight: float) -> None:
        super().__init__(small())
        self.weight = weight

    def place_many(self, texts: Sequence[tuple[str, str]]) -> list[Place]:
        return [(np.array([1], np.uint64), np.array([self.weight])) for _ in texts]


@pytest.mark.parametrize(("weight", "least"), [(0.0, LABELS_LEAST), (0.3, LABELS_LEAST), (0.5, LABELS_AT_HOME), (1.0, LABELS_AT_HOME)])
def test_labels_count_more_where_the_model_is_not_at_home(weight: float, least: float) -> None:
    assert labels_least(Sure(weight), ["one", "two"]) == pytest.approx(least)
    assert labels_least(Sure(weight), []) == LABELS_LEAST


@pytest.mark.parametrize(("words", "share"), [(3, 1.5), (8, 1.5), (19, 1.25), (30, 1.0), (90, 1.0)])
def test_labels_count_less_the_more_a_text_tells(words: int, share: float) -> None:
    bridge = JointBridge(Sure(1.0), Sure(0.5))
    _, weights = bridge.place_many([("word " * words, "en")])[0]
    assert weights[1] == pytest.approx(0.5 * share)


def test_texts_in_two_languages_meet_in_the_branch_that_both_are_about() -> None:
    bridge = ConceptBridge(trained())
    for one, other, division in (
        (
            "Cleaning services for the buildings of the municipality: offices, schools, windows",
            "Prestations de nettoyage des locaux, des écoles et des vitres de la commune",
            "90",
        ),
        (
            "Architect's services for the extension of a school, design and supervision of the works",
            "Maîtrise d'œuvre pour la réhabilitation et l'extension d'un groupe scolaire",
            "71",
        ),
    ):
        codes = bridge.meeting((one, "en"), (other, "fr"))
        assert codes[0].code[:2] == division
        assert len(codes) <= 2 and len({code.code[:2] for code in codes}) == len(codes)
    assert bridge.meeting(("", "en"), ("Nettoyage", "fr")) == ()
    assert bridge.meeting(("Dyeing of cotton", "en"), ("Teinture de coton", "fr")) == ()  # where it is not sure it says nothing


def test_a_reader_gives_the_nearest_code_on_record() -> None:
    reads = CodeReader(small())
    wide = reads.suggest("anything", system="cpv", top=5, among=["19000000", "45200000"])
    assert {one.code.code for one in wide} == {"19000000", "45200000"}
    likely = small().likelihoods("anything", "cpv")
    held = {one.code.code: one.score for one in wide}
    assert held["19000000"] == pytest.approx(likely[:3].sum())  # all that is below it and not asked for
    assert held["45200000"] == pytest.approx(likely[4:].sum())


def test_labels_join_in_with_codes_and_words_the_model_does_not_know() -> None:
    labels = Classifier([Label("isic4", "1313", "en", "Dyeing of yarn"), Label("cpv", "45210000", "en", "Dyeing halls")])
    reads = CodeReader(small(), labels)
    (first, *_rest) = reads.suggest("dyeing of yarn", "en", system="isic4")
    assert (first.code.code, first.words) == ("1313", ("dyeing", "yarn"))
    alone = {one.code.code: one.score for one in CodeReader(small()).suggest("dyeing halls", "en", system="cpv")}
    joined = {one.code.code: one.score for one in reads.suggest("dyeing halls", "en", system="cpv")}
    assert joined["45210000"] > alone["45210000"]


@pytest.mark.parametrize(("text", "top"), [("", 5), ("   ", 5), ("dyeing", 0)])
def test_nothing_is_suggested_for_nothing(text: str, top: int) -> None:
    assert CodeReader(small()).suggest(text, system="cpv", top=top) == []


def test_the_trained_model_reads_codes_in_several_languages() -> None:
    reads = CodeReader(trained())
    for text, division in (
        ("Lieferung von Arzneimitteln für Krankenhäuser", "33"),
        ("Servicios de limpieza de edificios municipales", "90"),
        ("Travaux de construction d'une école", "45"),
        ("Asigurare auto", "66"),
    ):
        assert reads.suggest(text, system="cpv", top=1)[0].code.code[:2] == division
