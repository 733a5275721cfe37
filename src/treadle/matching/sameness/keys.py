"""Under which keys a record is looked for. Two records that share none are never held against each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from urllib.parse import urlsplit

from .names import core, plain_name

MOST_WORDS = 6  # of a name that are paired: 15 pairs
MOST_STREET = 4  # words of a street under which it is looked for, each with its number
# Hosts where anybody may have a page or a mailbox: they say nothing about whose it is.
SHARED_HOSTS = frozenset(
    """
    gmail.com googlemail.com yahoo.com yahoo.fr yahoo.es yahoo.co.uk ymail.com hotmail.com hotmail.fr hotmail.es outlook.com outlook.fr
    live.com live.fr msn.com aol.com icloud.com me.com mail.com mail.ru yandex.ru yandex.com gmx.de gmx.net gmx.com web.de orange.fr
    wanadoo.fr free.fr laposte.net sfr.fr menara.ma naver.com hanmail.net daum.net qq.com 163.com 126.com sina.com foxmail.com
    rediffmail.com example.org example.com example.net
    protonmail.com proton.me zoho.com facebook.com fb.com instagram.com linkedin.com twitter.com x.com youtube.com wordpress.com
    blogspot.com wixsite.com sites.google.com google.com alibaba.com made-in-china.com indiamart.com github.io
    """.split()
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record says that may tell it from others. ``identifiers`` are register and number, ``MA-ICE:0012``."""

    name: str
    names: tuple[str, ...] = ()
    country: str = ""
    town: str = ""
    street: str = ""
    postcode: str = ""
    website: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()

    def every_name(self) -> tuple[str, ...]:
        """All names, the first of them first, each once."""
        return tuple(dict.fromkeys(name for name in (self.name, *self.names) if name))


def keys_of(facts: Facts) -> frozenset[int]:
    """The keys of a record, as numbers that fit a signed 64-bit column."""
    return frozenset(map(_number, (*_texts(facts), *_places(facts))))


def strong_keys_of(facts: Facts) -> frozenset[int]:
    """Those keys that hardly two bodies share: registers, telephone, e-mail, own domain, the whole name in its country."""
    return frozenset(map(_number, _strong(facts)))


def name_key(name: str, country: str) -> int:
    """The key of a whole name in its country, whatever the order of its words."""
    return _number(f"n:{country}:{' '.join(sorted(core(name)))}")


def _texts(facts: Facts) -> Iterable[str]:
    yield from _strong(facts)
    for name in facts.every_name():
        words = sorted({skeleton(word) for word in core(name)[:MOST_WORDS]})
        if len(words) == 1:
            yield f"w:{facts.country}:{words[0]}"
        for one, other in combinations(words, 2):
            yield f"w:{facts.country}:{one} {other}"


def _places(facts: Facts) -> Iterable[str]:
    """Keys of an address, and of a place with how a name begins: a name that is written another way is found where it is."""
    words = [skeleton(word) for word in plain_name(facts.street).split()]
    numbers = sorted({word for word in words if word.isdigit()})
    named = sorted({word for word in words if len(word) > 2 and not word.isdigit()})[:MOST_STREET]
    postcode = re.sub(r"\W", "", facts.postcode.lower())
    yield from (f"s:{facts.country}:{number} {word}" for number in numbers[:2] for word in named)
    if named:
        yield f"s:{facts.country}:{postcode or skeleton(plain_name(facts.town))}:{' '.join(named)}"
    for place in {skeleton(plain_name(facts.town).replace(" ", "")), postcode} - {""}:
        yield from (f"b:{facts.country}:{place}:{word[:3]}" for word in set(core(facts.name)[:MOST_WORDS]) if len(word) > 2)


def _strong(facts: Facts) -> Iterable[str]:
    for name in facts.every_name():
        yield f"n:{facts.country}:{' '.join(sorted(core(name)))}"
    for identifier in facts.identifiers:
        yield f"i:{re.sub(r'[^0-9a-z]+', '', identifier.lower())}"
    for email in facts.emails:
        yield f"e:{email.lower()}"
    for domain in {domain_of(facts.website), *(domain_of(email) for email in facts.emails)} - {""}:
        yield f"d:{domain}"
    for phone in facts.phones:
        if number := phone_of(phone):
            yield f"p:{number}"


def skeleton(word: str) -> str:
    """A word by its first letter and the consonants after it, at most six, doubles once: spelling mistakes in vowels do not count."""
    if word.isdigit():
        return word
    rest = re.sub(r"[aeiouyhw]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", word[:1] + rest)[:6]


def domain_of(address: str) -> str:
    """The domain of a web or e-mail address without ``www.``; "" for none, or one that is shared by many."""
    address = address.strip().lower()
    if "@" in address and "/" not in address:
        host = address.rpartition("@")[2]
    else:
        try:
            host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
        except ValueError:  # brackets that open and do not close, and the like
            return ""
    host = host.removeprefix("www.").strip(".")
    return "" if "." not in host or host in SHARED_HOSTS else host


def phone_of(phone: str) -> str:
    """The last eight digits of a telephone number, the same however the country code and the first zero are written; "" for fewer."""
    digits = "".join(str(int(char)) for char in phone if char.isdecimal())
    return digits[-8:] if len(digits) >= 8 else ""


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
