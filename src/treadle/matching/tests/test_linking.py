"""Looking through a whole databank: the model is trained on it, and DuckDB and Spark give the same."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treadle.matching.sameness import GENERAL, Facts, likeness
from treadle.matching.sameness.linking import Found, clusters_of, find

KINDS = "Textile Foundry Tannery Dyeing Weaving Plastics Ceramics Bakery Carpentry Machining".split()
PARTS = "ba ko ri mu sa te lo ni du ga fe zi pa ro ke tu mi la so ne".split()


def databank(count: int = 400, twice: int = 60) -> tuple[list[tuple[int, Facts]], set[tuple[int, int]]]:
    """Made-up records, some of them twice with other spellings, and the pairs that are of one body."""
    rand = random.Random(7)
    records, truth = [], set()
    for number in range(count):
        own = "".join(rand.choices(PARTS, k=4)).title()
        name = f"{own} {rand.choice(KINDS)} {rand.choice(KINDS)}"
        street, phone = f"{rand.randrange(200)} {''.join(rand.choices(PARTS, k=3))} street", f"2125{rand.randrange(10**7):07}"
        town, postcode = f"Town {rand.randrange(20)}", str(rand.randrange(10_000, 99_999))
        records.append((number, Facts(name, country="MA", town=town, street=street, postcode=postcode, phones=(phone,))))
        if number < twice:
            other = f"{name.upper()} SARL" if number % 2 else name[:3] + name[4:]
            said = Facts(
                other, country="MA", town=town, street=street if number % 3 else "", postcode=postcode, phones=(phone,) * (number % 2)
            )
            records.append((count + number, said))
            truth.add((number, count + number))
    return records, truth


def test_records_of_one_body_are_found_and_few_others() -> None:
    records, truth = databank()
    found = find(records)
    pairs = {(pair.one, pair.other) for pair in found.pairs}
    likely = {(pair.one, pair.other) for pair in found.pairs if pair.probability >= 0.5}
    assert len(pairs & truth) >= 0.9 * len(truth) and len(likely - truth) <= 0.05 * len(truth)
    assert {tuple(cluster) for cluster in found.clusters} <= {tuple(sorted(pair)) for pair in pairs}
    best = found.pairs[0]
    assert best.probability > 0.99 and {"name", "postcode"} <= set(best.evidence)
    assert found.levels["name"] and max(found.levels["postcode"].values()) > 3
    assert found.weights.fields["postcode"][0] > GENERAL.fields["postcode"][0] and found.weights.fields["email"] == GENERAL.fields["email"]


def test_the_judge_says_of_a_pair_what_the_look_through_said() -> None:
    records, _truth = databank(200, 30)
    known, found = dict(records), find(records)
    for pair in found.pairs:
        assert likeness(known[pair.one], known[pair.other], found.weights).probability == pair.probability


def test_it_gives_the_same_each_time() -> None:
    records, _truth = databank(200, 30)
    assert find(records) == find(records)


def test_names_in_two_scripts_meet() -> None:
    records, _truth = databank(200, 20)
    records += [(9001, Facts("Зубарев Литейный завод", country="RU")), (9002, Facts("Zubarev Liteynyy zavod", country="RU"))]
    assert (9001, 9002) in {(pair.one, pair.other) for pair in find(records, taken=0.5).pairs}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_records_break_nothing(count: int) -> None:
    assert find([(number, Facts(f"Only {number} here", country="MA")) for number in range(count)]) == Found([], []) or count == 2


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_clusters_join_all_that_pairs_join_and_nothing_else(pairs: list[tuple[int, int]]) -> None:
    groups = clusters_of(pairs)
    at = {number: index for index, group in enumerate(groups) for number in group}
    assert set(at) == {number for pair in pairs for number in pair} and len(at) == sum(map(len, groups))
    assert all(at[one] == at[other] for one, other in pairs)
    joined = {number for pair in pairs for number in pair}
    assert len(groups) >= len(joined) - len(pairs)


@pytest.mark.spark
def test_spark_gives_the_same_clusters_as_duckdb() -> None:
    records, truth = databank()
    duck, spark = find(records), find(records, engine="spark")
    assert spark.clusters == duck.clusters and len(spark.clusters) >= 0.9 * len(truth)
    likely = [{(pair.one, pair.other): pair.probability for pair in found.pairs} for found in (duck, spark)]
    assert likely[1] == pytest.approx(likely[0], abs=0.01)
