"""Standing wishes: what somebody wants to be told of, held against each record that is new or has changed.

A wish is groups of tokens; a record meets it that has a token of every group. Of all the wishes a record could meet only those are
looked at that have one of its tokens among their keys, and a wish is kept under the tokens of the group that the fewest records have
(the presearcher of Lucene Monitor does so too). What is chosen badly costs time, never a hit.

A need is a wish of another kind: no record must have any one token, so it is kept under what tells most about it, and whoever
meets one of those is judged.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from .bridge import Bridge
from .certificates import standard
from .codes import path
from .model import Code, Need, Profile
from .segment import Features, need_features, profile_features, told_by
from .text import word_key

Groups = tuple[frozenset[str], ...]

ALWAYS = "*"  # the key of a wish without a group: every record meets it
NODES, NEED_NODES, NEED_WORDS = 20, 8, 6  # branches that a record is found by; branches and words that a need is kept under
COMMON = 0.5  # of all records: what more have tells nothing


def meets(groups: Groups, tokens: frozenset[str]) -> bool:
    """Whether a record with these tokens has one of every group."""
    return not any(group.isdisjoint(tokens) for group in groups)


def keys(groups: Groups, share: Callable[[frozenset[str]], Mapping[str, float]]) -> frozenset[str]:
    """The tokens that a wish is kept under; ``share`` tells of what part of the records each of some tokens is."""
    if not groups:
        return frozenset({ALWAYS})
    shares = share(frozenset().union(*groups))
    return min(groups, key=lambda group: (sum(shares.get(token, 0.0) for token in group), sorted(group)))


def packed(groups: Groups) -> str:
    """Groups as a line of text; :func:`unpacked` gives them back. Tokens have no spaces and no bars."""
    return "|".join(" ".join(sorted(group)) for group in groups)


def unpacked(line: str) -> Groups:
    """The groups of a line that :func:`packed` wrote."""
    return tuple(frozenset(part.split(" ")) for part in line.split("|")) if line else ()


def number(token: str) -> int:
    """A token as a number of 64 bits with a sign, as databases hold it."""
    key = word_key(token)
    return key - (1 << 64) if key >= 1 << 63 else key


def code_tokens(codes: Iterable[Code]) -> frozenset[str]:
    """What a record with these codes has: each code as its own, and every branch that it is under."""
    found = set()
    for code in codes:
        nodes = path(code)
        found |= {f"#under:{code.system}:{node}" for node in nodes}
        found |= {f"#code:{code.system}:{node}" for node in nodes[-1:]}
    return frozenset(found)


def code_group(code: Code) -> frozenset[str]:
    """What a record must have one of to meet a code wanted: the code, any below it, or the one above it, which may mean it too."""
    nodes = path(code)
    return frozenset({f"#under:{code.system}:{nodes[-1]}"} | {f"#code:{code.system}:{node}" for node in nodes[-2:-1]} if nodes else ())


def certificate_tokens(written: Iterable[str]) -> frozenset[str]:
    """What a record with these certificates has: each standard, and for those with a name its first word (``FSC Chain of Custody``)."""
    found = set()
    for one in written:
        first = one.split()[0] if one.split() else ""
        found |= {standard(one).key} | ({standard(first).key} if first.isalpha() and len(first) > 2 else set())
    return frozenset(f"#standard:{key}" for key in found if key)


def certificate_group(asked: str) -> frozenset[str]:
    """What a record must have to hold a standard."""
    key = standard(asked).key
    return frozenset({f"#standard:{key}"} if key else ())


def place_tokens(profile: Profile, bridge: Bridge | None) -> frozenset[str]:
    """The branches that a profile is placed in, by its texts and codes."""
    if bridge is None:
        return frozenset()
    return _branches(profile_features(profile, bridge, bridge.place(*told_by(profile))), NODES)


def need_keys(
    need: Need, words: frozenset[str], bridge: Bridge | None, share: Callable[[frozenset[str]], Mapping[str, float]]
) -> frozenset[str]:
    """What tells most about a need: its codes, the branches it is placed in most, the rarest of its ``words`` (as tokens)."""
    shares = share(words)
    telling = sorted((word for word in words if shares.get(word, 0.0) < COMMON), key=lambda word: (shares.get(word, 0.0), word))
    held = [word for word in telling if word in shares]  # a word that no record has may come to be had, but tells less for now
    codes = frozenset[str]().union(*map(code_group, need.codes))
    chosen = (held + [word for word in telling if word not in shares])[:NEED_WORDS]
    return codes | _branches(need_features(need, bridge), NEED_NODES) | frozenset(chosen) or frozenset({ALWAYS})


def _branches(features: Features, most: int) -> frozenset[str]:
    """The heaviest branches of a place."""
    found, weights = features.places
    return frozenset(f"#n:{int(key):x}" for key in found[np.argsort(-weights, kind="stable")[:most]])
