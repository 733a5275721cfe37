"""Whether two records tell of the same body: names taken apart, keys under which likely pairs meet, a probability with its evidence.

Pure Python over the engine's text analysis; no Django. ``names`` takes a name apart, ``keys`` says where a record is looked for,
``score`` judges a pair.
"""

from .files import score_pairs
from .keys import Facts, domain_of, keys_of, name_key, phone_of, strong_keys_of
from .names import core, plain_name
from .score import Likeness, likeness
from .weights import GENERAL, Weights, taught, trained, weights_of

__all__ = [
    "GENERAL", "Facts", "Likeness", "Weights", "core", "domain_of", "keys_of", "likeness", "name_key", "phone_of", "plain_name",
    "score_pairs", "strong_keys_of", "taught", "trained", "weights_of",
]  # fmt: skip
