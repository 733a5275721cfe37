"""Does a text that suppliers read before an introduction say who wrote it?"""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from treadle.matching import fold

from .models import Enquiry

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WORD = re.compile(r"[^\W_]+")
SITE = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
# A plus or a zero, then seven to fifteen digits with spaces, dots, dashes or brackets between: no measure is written like that.
PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|0)(?:[\s().-]{0,2}\d){7,15}(?![\w/-])")


def reveals(enquiry: Enquiry) -> list[tuple[str | Promise, str]]:
    """What of an enquiry tells who asks: (what it is, the words themselves). Empty when nothing does."""
    items = [part for item in enquiry.items.all() for part in (item.title, item.description, item.samples)] if enquiry.pk else []
    said = (enquiry.title, enquiry.text, enquiry.payment, enquiry.place, *items, *(str(value) for value in enquiry.details.values()))
    return told_by("\n".join(said), enquiry.organisation.name)


def told_by(text: str, *names: str) -> list[tuple[str | Promise, str]]:
    """Addresses, numbers and these names that a text tells."""
    found: list[tuple[str | Promise, str]] = []
    for label, pattern in ((_("an e-mail address"), MAIL), (_("a website"), SITE), (_("a telephone number"), PHONE)):
        found += [(label, match.group().strip()) for match in pattern.finditer(text)]
    found += [
        (_("the buyer's name") if name == names[-1] else _("a name"), name)
        for name in names
        if len(name) > 3 and _words(name) in _words(text)
    ]
    return list(dict.fromkeys(found))


def without(text: str, name: str) -> str:
    """A text without a name; only dots where the name stands in it in another spelling."""
    left = re.sub(re.escape(name), "…", text, flags=re.IGNORECASE) if len(name) > 3 else text
    return "…" if any(words == name for _label, words in told_by(left, name)) else left


def _words(text: str) -> str:
    """The folded words of a text with single spaces between and around them."""
    return f" {' '.join(WORD.findall(fold(text)))} "
