"""Retrieval: exact whatever the order of writing, the same every time, safe beside a writer."""

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from treadle.matching import Classifier, Code, Databank, Label, Need, Profile, match

GOODS = [
    "cotton yarn",
    "steel forging",
    "wooden chairs",
    "olive oil",
    "leather shoes",
    "plastic bottles",
    "solar pumps",
    "brick kilns",
]
LABELS = [
    Label("isic4", "1311", "en", "Preparation and spinning of textile fibres, cotton yarn"),
    Label("isic4", "1311", "fr", "Préparation et filature de fibres textiles, fil de coton"),
    Label("isic4", "1520", "en", "Manufacture of leather footwear and shoes"),
    Label("isic4", "1520", "fr", "Fabrication de chaussures en cuir"),
    Label("isic4", "3100", "en", "Manufacture of furniture, chairs"),
    Label("isic4", "3100", "fr", "Fabrication de meubles, chaises"),
]


def profiles(count: int) -> list[Profile]:
    chance = random.Random(7)
    return [Profile(id=f"p{at:03}", name=f"Firm {at}", text=" and ".join(chance.sample(GOODS, 2)), lang="en") for at in range(count)]


def order(bank: Databank, text: str, lang: str = "en") -> list[tuple[str, float]]:
    found = bank.candidates(Need(id="n", text=text, lang=lang), 5000)
    return [(one, round(signals.likeness, 6)) for one, signals in found]


def test_the_order_of_writing_does_not_matter() -> None:
    held = profiles(60)
    bulk = Databank(held)
    one_by_one = Databank()
    for profile in sorted(held, key=lambda one: one.id, reverse=True):
        one_by_one.put(profile)
    for text in ("cotton yarn", "brick", "solar pump"):
        assert order(bulk, text) == order(one_by_one, text)


def test_what_is_removed_or_replaced_leaves_no_trace() -> None:
    held = profiles(30)
    bank = Databank([*held, Profile(id="gone", text="cotton yarn cotton yarn", lang="en")])
    bank.put(Profile(id="p003", text="something else", lang="en"))
    bank.put(held[3])
    bank.remove("gone")
    bank.remove("never there")
    assert len(bank) == 30 and bank.get("gone") is None and bank.get("p003") == held[3]
    assert order(bank, "cotton yarn") == order(Databank(held), "cotton yarn")


def test_a_large_k_ranks_everyone_and_ties_go_by_id() -> None:
    bank = Databank([Profile(id=one, text="cotton yarn", lang="en") for one in "cab"])
    assert [one for one, _ in order(bank, "cotton")] == ["a", "b", "c"]
    assert [one for one, _ in order(bank, "nothing of the kind")] == ["a", "b", "c"]
    assert order(Databank(), "cotton") == []


def test_a_new_profile_is_found_at_once() -> None:
    bank = Databank(profiles(20))
    bank.put(Profile(id="new", text="hand-woven baskets of palm leaf", lang="en"))
    assert order(bank, "palm leaf baskets")[0][0] == "new"


def test_misspelt_words_still_find() -> None:
    assert "olive" in (Databank(profiles(40)).get(order(Databank(profiles(40)), "oliv oill")[0][0]) or Profile("")).text


def test_languages_meet_over_the_labels() -> None:
    bank = Databank(
        [
            Profile(id="yarn", text="Filature de fil de coton", lang="fr"),
            Profile(id="shoe", text="Chaussures en cuir", lang="fr"),
            Profile(id="chair", text="Fabrication de chaises et meubles", lang="fr"),
        ],
        Classifier(LABELS),
    )
    assert order(bank, "leather shoes")[0][0] == "shoe"
    best = match(Need(id="n", text="leather shoes", lang="en"), bank).matches[0]
    assert best.reasons[0].across == "fr"


def test_text_alone_is_ranked_as_retrieved() -> None:
    bank = Databank(profiles(50))
    need = Need(id="n", text="steel forging and leather shoes", lang="en")
    result = match(need, bank, k=5000)
    assert [one.profile_id for one in result.matches] == [one for one, _ in bank.candidates(need, 5000)]
    scores = [one.score for one in result.matches]
    assert scores == sorted(scores, reverse=True)
    assert match(need, bank, k=5000) == result


def test_reading_goes_on_while_writing() -> None:
    bank = Databank(profiles(30))

    def read() -> int:
        need = Need(id="n", text="cotton yarn", lang="en")
        return min(len(match(need, bank, k=100).matches) for _ in range(60))

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        for at in range(40):
            bank.put(Profile(id=f"new{at}", text=GOODS[at % len(GOODS)], lang="en"))
        assert all(reader.result() >= 30 for reader in readers)
    assert len(bank) == 70


def test_suggestions_name_the_code_and_the_words() -> None:
    found = Classifier(LABELS).suggest("Nous filons du coton", "fr")
    assert found[0].code == Code("isic4", "1311") and found[0].words == ("coton",)
    assert all(0 <= one.score <= 1 for one in found)
    assert Classifier(LABELS).suggest("غزل القطن") == []
    assert Classifier(LABELS).suggest("") == []


def test_places_hold_ancestors() -> None:
    bridge = Classifier(LABELS)
    keys, weights = bridge.place("leather shoes", "en")
    assert set(bridge.place_code(Code("isic4", "1520"))) <= set(keys)
    assert len(keys) == len(weights) and np.isfinite(weights).all()
