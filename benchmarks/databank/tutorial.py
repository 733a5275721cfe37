"""splink with the comparisons and steps of its own tutorial, as a peer: the same columns, none of our cleaning, keys or names.

The tutorial compares a name by ``NameComparison``, a place by exact match with frequencies, looks at pairs that agree in one column, counts
chance agreement on random pairs, and lets expectation maximisation learn from two blocking rules.
"""

import logging
from typing import Any

from treadle.matching.sameness import Facts

COLUMNS = ("name", "street", "town", "postcode", "born")


def pairs(facts: list[Facts]) -> dict[tuple[int, int], float]:
    """Pairs with the probability that splink gives them."""
    import pyarrow as pa
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    rows: list[dict[str, Any]] = [
        {
            "unique_id": at, "name": each.name.lower() or None, "street": each.street.lower() or None, "town": each.town.lower() or None,
            "postcode": each.postcode or None, "born": (each.phones or (None,))[0],
        }
        for at, each in enumerate(facts)
    ]  # fmt: skip
    said = [name for name in COLUMNS if any(row[name] for row in rows)]
    api = DuckDBAPI()
    linker = Linker(api.register(pa.Table.from_pylist(rows)), _settings(said), log_level=logging.ERROR)
    _train(linker, said)
    found = linker.inference.predict(threshold_match_probability=0.001).as_record_list()
    both = ((int(row["unique_id_l"]), int(row["unique_id_r"]), float(row["match_probability"])) for row in found)
    return {(min(one, other), max(one, other)): value for one, other, value in both}


def _settings(said: list[str]) -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    how = {
        "name": compare.NameComparison("name"),
        "street": compare.JaroWinklerAtThresholds("street", [0.9, 0.7]),
        "town": compare.ExactMatch("town").configure(term_frequency_adjustments=True),
        "postcode": compare.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        "born": compare.DamerauLevenshteinAtThresholds("born", [1, 2]),
    }
    rules = [block_on(name) for name in ("name", "street", "born") if name in said]
    if "postcode" in said:
        rules.append(block_on("postcode", "substr(name, 1, 3)"))
    rules.append(block_on("substr(name, 1, 6)"))
    return SettingsCreator(
        link_type="dedupe_only", comparisons=[how[name] for name in said], blocking_rules_to_generate_predictions=rules,
        retain_intermediate_calculation_columns=False,
    )  # fmt: skip


def _train(linker: Any, said: list[str]) -> None:
    from splink import block_on

    exact = [block_on(name) for name in ("name", "born", "street") if name in said][:2]
    linker.training.estimate_probability_two_random_records_match(exact, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    for name in ("name", "street", "born") if len(said) > 1 else ():  # what a rule blocks on teaches nothing of itself
        if name in said:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(name))
