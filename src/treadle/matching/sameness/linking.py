"""Looking through a whole databank at once: a probabilistic model of linkage, trained on the databank itself, and the judge that it arms.

The model is Fellegi and Sunter's as splink estimates it: how often fields agree by chance is counted on random pairs, how often they agree
among records of one body by expectation maximisation (and on pairs that people have decided on). It finds the pairs worth a look and what
each field weighs in this databank; with these weights, and what decisions have taught since, the judge of ``score.py`` says how likely each
pair is, as it says of one that is being typed. The same code runs on DuckDB, inside this process, and on Spark for registers that no single
machine holds.
"""

import logging
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .keys import Facts, domain_of, keys_of, phone_of, skeleton
from .names import core, plain_name
from .score import likeness
from .weights import Weights, taught, trained
from .words import cut

log = logging.getLogger(__name__)
CROWDED = 60  # records under one key, from which the pairs under it are not looked at
WINDOW = 20  # records under a crowded key that meet
TWICE = 0.15  # pairs of one body that are expected for each record
SAMPLED = 2_000_000  # random pairs by which chance agreement is counted
FEW = 20  # pairs that people found one body, from which they teach the model
WORTH_A_LOOK = 0.01  # probability by the model, from which the judge looks at a pair
TAKEN = 0.1  # probability by the judge, from which a pair is told; people decide
JOINED = 0.9  # probability, from which pairs join a cluster
STATED = {"emails": "email", "phones": "phone", "identifiers": "identifier"}  # columns that hold several, as the judge calls them

Decided = Sequence[tuple[Mapping[str, float], bool]]  # agreements of pairs, and whether people found them one body


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that are likely of one body. ``evidence`` is field → weight in bits, ``agreements`` what they were made from."""

    one: int
    other: int
    probability: float
    evidence: Mapping[str, float]
    agreements: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """What a look through a databank gave: pairs, the likeliest first; clusters of ids; the judge's weights, and what they were before
    decisions taught them; and what the model came to, field → step of agreement → bits."""

    pairs: list[Pair]
    clusters: list[list[int]]
    weights: Weights = field(default_factory=Weights)
    trained: Weights = field(default_factory=Weights)
    levels: dict[str, dict[str, float]] = field(default_factory=dict)


def find(
    records: Iterable[tuple[int, Facts]], *, engine: str = "duckdb", same: Sequence[tuple[int, int]] = (), decided: Decided = (),
    taken: float = TAKEN, apart: Callable[[Facts, Facts], bool] | None = None,
) -> Found:  # fmt: skip
    """Look through records. ``engine`` is ``duckdb`` or ``spark``; pairs less likely than ``taken`` are left out.

    ``same`` are pairs that people have said are one body: the model learns from them. ``decided`` are agreements of pairs and what people
    said: the judge learns from these. ``apart`` says of two records that their numbers tell them apart: such a pair is left out, and
    of others the numbers say no more. Raises ImportError where the engine is not installed.
    """
    known = dict(records)
    if len(known) < 2:
        return Found([], [])
    rows = _rows(known.items())
    worth, levels = _modelled(rows, engine, same)
    own = trained({STATED.get(name, name): steps for name, steps in levels.items()}, len(known))
    weights = taught(own, decided)
    if apart is not None:
        worth = [(one, other) for one, other in worth if not apart(known[one], known[other])]
        known = {number: replace(facts, identifiers=()) for number, facts in known.items()}
    pairs = [pair for one, other in worth if (pair := _judged(known, one, other, weights)).probability >= taken]
    pairs.sort(key=lambda pair: (-pair.probability, pair.one, pair.other))
    return Found(pairs, clusters_of((pair.one, pair.other) for pair in pairs if pair.probability >= JOINED), weights, own, levels)


def _modelled(
    rows: list[dict[str, Any]], engine: str, same: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], dict[str, dict[str, float]]]:
    """The pairs that the trained model thinks worth a look, and its weights."""
    from splink import Linker

    api, close = _engine(engine)
    try:
        linker = Linker(api.register(_table(rows, engine, api)), _settings(len(rows)), log_level=logging.ERROR)
        _train(linker, api, same)
        predicted = linker.inference.predict(threshold_match_probability=WORTH_A_LOOK).as_record_list()
        found = ((int(row["unique_id_l"]), int(row["unique_id_r"])) for row in predicted)
        return sorted({(min(pair), max(pair)) for pair in found}), _levels(linker)
    finally:
        close()


def _judged(known: Mapping[int, Facts], one: int, other: int, weights: Weights) -> Pair:
    judged = likeness(known[one], known[other], weights)
    return Pair(one, other, judged.probability, judged.evidence, judged.agreements)


def clusters_of(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups that pairs join, each in order, the largest first."""
    leads: dict[int, int] = {}

    def lead(number: int) -> int:
        leads.setdefault(number, number)
        while leads[number] != number:
            leads[number] = leads[leads[number]]
            number = leads[number]
        return number

    for one, other in pairs:
        leads[lead(other)] = lead(one)
    groups: dict[int, list[int]] = {}
    for number in sorted(leads):
        groups.setdefault(lead(number), []).append(number)
    return sorted(groups.values(), key=lambda ids: (-len(ids), ids))


def _engine(name: str) -> tuple[Any, Any]:
    """The engine's interface, and what closes it."""
    if name == "duckdb":
        from splink import DuckDBAPI

        return DuckDBAPI(), lambda: None
    from pyspark.sql import SparkSession  # the extra spark; see pyproject.toml
    from splink.backends.spark import SparkAPI, similarity_jar_location

    session = (
        SparkSession.builder.appName("treadle duplicates").config("spark.jars", similarity_jar_location())
        .config("spark.sql.shuffle.partitions", "8").config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )  # fmt: skip
    session.sparkContext.setLogLevel("ERROR")
    made: Any = SparkAPI  # its signature says nothing of types
    return made(spark_session=session, break_lineage_method="persist"), session.stop


# Records as rows ------------------------------------------------------------------------------------------------------------------------

TEXTS = ("rarest", "name", "meaning", "country", "town", "street", "postcode", "domain")
LISTS = ("words", "emails", "phones", "identifiers")


def _rows(records: Iterable[tuple[int, Facts]]) -> list[dict[str, Any]]:
    """Facts as rows of a table: one script, one order, nothing where nothing is said.

    Under a key that very many share, those meet that stand near each other by name: in windows that overlap, so that the same name still
    joins all who have it.
    """
    rows = [_row(number, facts) for number, facts in records]
    held: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        for key in row["keys"]:
            held.setdefault(key, []).append(at)
        row["keys"] = []
    for key, those in held.items():
        if 1 < len(those) <= CROWDED:
            for at in those:
                rows[at]["keys"].append(str(key))
                rows[at].setdefault("shared", []).append((len(those), str(key)))
        elif len(those) > CROWDED:
            for place, at in enumerate(sorted(those, key=lambda at: (rows[at]["name"] or "", at))):
                rows[at]["keys"] += [f"{key}-{place // WINDOW}", f"{key}+{(place + WINDOW // 2) // WINDOW}"]
    for row in rows:
        row["rarest"] = min(row.pop("shared", ()), default=(0, None))[1]
    return rows


def _row(number: int, facts: Facts) -> dict[str, Any]:
    own = core(facts.name)
    domains = {domain_of(facts.website), *map(domain_of, facts.emails)} - {""}
    return {
        "unique_id": number, "name": " ".join(own) or None, "meaning": _meaning(facts), "country": facts.country or None,
        "town": plain_name(facts.town) or None, "street": plain_name(facts.street) or None,
        "postcode": "".join(facts.postcode.lower().split()) or None, "domain": min(domains) if domains else None,
        "words": sorted({word for name in facts.every_name() for word in core(name)}) or None,
        "emails": sorted({email.lower() for email in facts.emails if email}) or None,
        "phones": sorted({digits for phone in facts.phones if (digits := phone_of(phone))}) or None,
        "identifiers": sorted({identifier.lower() for identifier in facts.identifiers}) or None,
        "keys": sorted(keys_of(facts)),
    }  # fmt: skip


def _meaning(facts: Facts) -> str | None:
    """A name by what its words mean, in no language and no order."""
    return " ".join(sorted(part.means or skeleton(part.latin) for part in cut(facts.name, facts.country) if part.latin)) or None


def _table(rows: Sequence[dict[str, Any]], engine: str, api: Any) -> Any:
    import pyarrow as pa

    columns = [("unique_id", pa.int64()), *((name, pa.string()) for name in TEXTS), *((name, pa.list_(pa.string())) for name in LISTS),
               ("keys", pa.list_(pa.string()))]  # fmt: skip
    table = pa.Table.from_pylist(list(rows), schema=pa.schema(columns))
    return table if engine == "duckdb" else api.spark.createDataFrame(table)


# The model ------------------------------------------------------------------------------------------------------------------------------


def _settings(records: int) -> Any:
    """What is compared, in which steps, and which pairs are looked at: those that share a key."""
    import splink.comparison_level_library as level
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    name = compare.CustomComparison(
        output_column_name="name",
        comparison_levels=[
            level.NullLevel("name"),
            level.ExactMatchLevel("name", term_frequency_adjustments=True),
            level.JaroWinklerLevel("name", 0.96),
            level.ExactMatchLevel("meaning"),
            level.JaroWinklerLevel("name", 0.92),
            level.JaroWinklerLevel("name", 0.88),
            level.ArrayIntersectLevel("words", 3),
            level.ArrayIntersectLevel("words", 2),
            level.JaroWinklerLevel("name", 0.8),
            level.ArrayIntersectLevel("words", 1),
            level.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            name, compare.JaroWinklerAtThresholds("street", [0.95, 0.85]), compare.JaroWinklerAtThresholds("town", [0.92]),
            compare.ExactMatch("postcode"), compare.ExactMatch("domain"), compare.ArrayIntersectAtSizes("emails", [1]),
            compare.ArrayIntersectAtSizes("phones", [1]), compare.ArrayIntersectAtSizes("identifiers", [1]), compare.ExactMatch("country"),
        ],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        probability_two_random_records_match=min(2 * TWICE / records, 0.1),
        retain_intermediate_calculation_columns=False, retain_matching_columns=False,
    )  # fmt: skip


def _train(linker: Any, api: Any, same: Sequence[tuple[int, int]]) -> None:
    """Count chance agreement, then learn what records of one body agree in: from pairs alike in one thing, of everything else."""
    from splink import block_on

    linker.training.estimate_u_using_random_sampling(max_pairs=SAMPLED, seed=1)
    for rule in (block_on("rarest"), block_on("name"), block_on("street"), block_on("domain")):
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        except Exception as error:  # noqa: BLE001 -- a databank may have no two records alike in this; the others teach it
            log.info("Nothing is learnt from one rule: %s", error)
    if len(same) >= FEW:
        labels = [{"unique_id_l": min(pair), "unique_id_r": max(pair), "clerical_match_score": 1.0} for pair in same]
        linker.training.estimate_m_from_pairwise_labels(api.register(_label_table(labels, api)))


def _label_table(labels: list[dict[str, Any]], api: Any) -> Any:
    import pyarrow as pa

    table = pa.Table.from_pylist(labels)
    return api.spark.createDataFrame(table) if hasattr(api, "spark") else table


def _levels(linker: Any) -> dict[str, dict[str, float]]:
    """The weights of evidence that the model came to: field → step of agreement → bits."""
    found: dict[str, dict[str, float]] = {}
    for comparison in linker.misc.save_model_to_json()["comparisons"]:
        steps = found.setdefault(str(comparison["output_column_name"]), {})
        for level in comparison["comparison_levels"]:
            m, u = level.get("m_probability"), level.get("u_probability")
            if m and u:
                steps[str(level.get("label_for_charts", ""))] = round(math.log2(m / u), 2)
    return found
