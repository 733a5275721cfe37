"""Codes that somebody gets at an address on record and types in. None is kept: each is made of the claim and the site's secret."""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings

from ..claimed import Claim

Way = Claim.Way
DIGITS = 8
TRIES = 5  # wrong codes after which a claim lapses: one chance in twenty million
LASTS = {Way.EMAIL: timedelta(days=1), Way.PHONE: timedelta(days=2), Way.LETTER: timedelta(days=60)}


def nonce() -> str:
    """What makes each claim's code its own."""
    return secrets.token_hex(16)


def code_of(claim: Claim) -> str:
    """The code of a claim, eight digits in two groups: ``4821 0937``."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"claim:{claim.pk}:{claim.nonce}".encode(), sha256).digest()
    digits = f"{int.from_bytes(made[:8], 'big') % 10**DIGITS:0{DIGITS}d}"
    return f"{digits[:4]} {digits[4:]}"


def agrees(claim: Claim, typed: str) -> bool:
    """Whether somebody typed the claim's code, with or without spaces, in any digits of the world."""
    digits = "".join(str(int(char)) for char in typed if char.isdecimal())
    return hmac.compare_digest(digits, code_of(claim).replace(" ", ""))
