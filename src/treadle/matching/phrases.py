"""Every sentence the engine can say, in English, whole, with named places; and plain English for values.

Each template is marked for the translation catalogue. A translator sees the whole sentence and may move its parts.
"""

from datetime import date
from typing import Any

from .model import Certificate, Code, Phrase, Quantity


def gettext_noop(text: str) -> str:
    """Mark ``text`` as a msgid of the catalogue; gives it back unchanged."""
    return text


N_ = gettext_noop
PLURALS: dict[str, tuple[str, str]] = {}  # by the singular: the plural, and the place whose number decides


def ngettext(one: str, many: str, count: str) -> str:
    """Mark a sentence whose form depends on the number in the place ``count``; gives back the singular, which stands for both."""
    PLURALS[one] = (many, count)
    return one


# What is wanted
WORDS_WANTED = gettext_noop("What was asked for: “{text}”")
CODES_WANTED = gettext_noop("One of these codes: {codes}")
CAPACITY_WANTED = gettext_noop("{quantity} wanted")
CERTIFICATES_WANTED = gettext_noop("These certificates: {certificates}")
COUNTRIES_WANTED = gettext_noop("In one of these countries: {countries}")
RADIUS_WANTED = gettext_noop("Within {radius} km")
LEAD_TIME_WANTED = ngettext("Delivered within {days} day", "Delivered within {days} days", "days")
BATCH_WANTED = gettext_noop("Batches of {quantity}")
SIZE_BETWEEN = gettext_noop("Between {least} and {most} employees")
SIZE_LEAST = ngettext("At least {least} employee", "At least {least} employees", "least")
SIZE_MOST = ngettext("At most {most} employee", "At most {most} employees", "most")
LANGUAGES_WANTED = gettext_noop("One of these languages: {languages}")
FRESHNESS_WANTED = ngettext("Confirmed within the last {days} day", "Confirmed within the last {days} days", "days")

# What is offered
WORDS_MET = gettext_noop("The profile speaks of: {words}")
WORDS_ALIKE = gettext_noop("The profile is alike in meaning, without the same words")
WORDS_NONE = gettext_noop("The profile speaks of other things")
WORDS_MISSING = gettext_noop("The profile has no text")
CODE_SAME = gettext_noop("{offered} is the code wanted")
CODE_NARROWER = gettext_noop("{offered} is one level narrower than {wanted}")
CODE_WIDER = gettext_noop("{offered} is one level wider than {wanted}")
CODE_TOO_NARROW = gettext_noop("{offered} lies in {wanted} but is too narrow")
CODE_TOO_WIDE = gettext_noop("{offered} is too wide to say that {wanted} is done")
CODE_SIBLING = gettext_noop("{offered} is a neighbour of {wanted}, not the same")
CODE_RELATED = gettext_noop("{offered} is only distantly related to {wanted}")
CODE_OTHER = gettext_noop("{offered} is something other than {wanted}")
CODES_MISSING = gettext_noop("No codes are stated")
CODES_OTHER_SYSTEM = gettext_noop("Codes are stated in another classification: {codes}")
CAPACITY_ALL = gettext_noop("{free} free: enough")
CAPACITY_SHARE = gettext_noop("{free} free: {percent} % of what is wanted")
CAPACITY_INSTALLED = gettext_noop("{installed} installed; what is free is not stated")
CAPACITY_MISSING = gettext_noop("Free capacity is not stated")
CAPACITY_OTHER_UNIT = gettext_noop("{free} free; this cannot be compared with {quantity}")
CERTIFICATES_MISSING = gettext_noop("Whether any certificate is held is not stated")
CERTIFICATE_HELD = gettext_noop("{standard} is held")
CERTIFICATE_UNTIL = gettext_noop("{standard} is held until {day}")
CERTIFICATE_EXPIRED = gettext_noop("{standard} expired on {day}")
CERTIFICATE_LAPSED = gettext_noop("{standard} expired on {day}; a renewal is awaited")
CERTIFICATE_TOO_SOON = gettext_noop("{standard} expires on {day}, before {until}")
CERTIFICATE_EDITION = gettext_noop("{standard} is held, not the edition {wanted}")
CERTIFICATE_NAMED = gettext_noop("{standard} is named in the text, and not on record")
CERTIFICATE_NOT = gettext_noop("{wanted} is not among the certificates stated")
LIST = gettext_noop("{items}")
SENTENCES = gettext_noop("{sentences}")  # one after the other, with dots between them
DISTANCE = gettext_noop("{distance} km away")
IN_COUNTRY = gettext_noop("In {country}")
PLACE_MISSING = gettext_noop("The place is not stated")
LEAD_TIME_OFFERED = ngettext("Delivered within {days} day", "Delivered within {days} days", "days")
LEAD_TIME_MISSING = gettext_noop("A lead time is not stated")
BATCH_BETWEEN = gettext_noop("Batches from {least} to {most}")
BATCH_FROM = gettext_noop("Batches from {least}")
BATCH_UP_TO = gettext_noop("Batches up to {most}")
BATCH_MISSING = gettext_noop("Batch sizes are not stated")
BATCH_OTHER_UNIT = gettext_noop("Batches are counted in {offered}; this cannot be compared with {wanted}")
SIZE_OFFERED = ngettext("{employees} employee", "{employees} employees", "employees")
SIZE_MISSING = gettext_noop("The number of employees is not stated")
LANGUAGES_OFFERED = gettext_noop("Languages: {languages}")
LANGUAGES_MISSING = gettext_noop("Languages are not stated")
CONFIRMED = ngettext("Last confirmed on {day}, {days} day ago", "Last confirmed on {day}, {days} days ago", "days")
CONFIRMED_NEVER = gettext_noop("Nobody has confirmed the profile yet")
CONFIRMED_UNDATED = gettext_noop("Last confirmed on {day}")
INTEREST_WANTED = gettext_noop("Somebody whom this suits too")
INTEREST_MARKET = gettext_noop("Sells to {country}")
INTEREST_NO_MARKET = gettext_noop("Does not say that it sells to {country}")
INTEREST_ORDER = gettext_noop("The order is large enough")
INTEREST_SMALL = gettext_noop("Makes no batch under {least}")
INTEREST_ANSWERS = ngettext("Answered {answered} of {asked} request", "Answered {answered} of {asked} requests", "asked")
INTEREST_FREE = gettext_noop("No other request waits for its answer")
INTEREST_BUSY = ngettext("{waiting} other request waits for its answer", "{waiting} other requests wait for its answer", "waiting")
INTEREST_MISSING = gettext_noop("Nothing is known of what suits it")

# A pair in one sentence
SUMMARY_ALL = ngettext("{met} of {asked} criterion is met.", "{met} of {asked} criteria are met.", "asked")
SUMMARY_PARTLY = ngettext(
    "{met} of {asked} criterion is met and {partly} partly.", "{met} of {asked} criteria are met and {partly} partly.", "asked"
)
SUMMARY_UNKNOWN = ngettext(
    "{met} of {asked} criterion is met; {unknown} not known.", "{met} of {asked} criteria are met; {unknown} not known.", "asked"
)
SUMMARY_BOTH = ngettext(
    "{met} of {asked} criterion is met and {partly} partly; {unknown} not known.",
    "{met} of {asked} criteria are met and {partly} partly; {unknown} not known.",
    "asked",
)
SUMMARY_NEAR = gettext_noop("A near miss: {reason}.")
HINT = gettext_noop("With {change} it would score {score}.")

# What would raise the score, as it stands in HINT
HINTS = {
    "codes": gettext_noop("a code that was asked for"),
    "capacity": gettext_noop("all the capacity that was asked for"),
    "certificates": gettext_noop("all the certificates that were asked for"),
    "place": gettext_noop("a place that was asked for"),
    "lead_time": gettext_noop("the lead time that was asked for"),
    "batch": gettext_noop("the batch size that was asked for"),
    "size": gettext_noop("the size that was asked for"),
    "languages": gettext_noop("a language that was asked for"),
    "freshness": gettext_noop("a profile confirmed lately"),
    "interest": gettext_noop("more that suits the other side"),
}

# Spreadsheets
TABLE_EMPTY = gettext_noop("The file {file} has no rows.")
TABLE_UNREADABLE = gettext_noop("The file {file} cannot be read as a spreadsheet or as comma-separated values.")
TABLE_COLUMN = gettext_noop("The file {file} has no column “{column}”. Its columns are: {found}.")
TABLE_ENCODING = gettext_noop("The file is not in UTF-8; it was read as {encoding}. Check letters with accents.")
TABLE_ENCODING_RIGHT = gettext_noop("Save it as CSV UTF-8")
TABLE_MERGED = gettext_noop("The cells {cells} are merged; only the first of them has a value.")
TABLE_MERGED_RIGHT = gettext_noop("Unmerge them and write the value into each row")
ROW_EMPTY = gettext_noop("The cell is empty")
ROW_EMPTY_RIGHT = gettext_noop("A value, such as {example}")
ROW_TWICE = gettext_noop("“{value}” was already used in row {row}")
ROW_TWICE_RIGHT = gettext_noop("A value of its own for every row")
ROW_VALUE = gettext_noop("“{value}” is not understood")
ROW_VALUE_RIGHT = gettext_noop("A value such as {example}")

# Hard rules
COUNTRY_STOPPED = gettext_noop("the country is {country}, not one of {countries}")
COUNTRY_UNKNOWN = gettext_noop("the country is not stated, and one of {countries} is required")
COUNTRY_NEEDS = gettext_noop("A site in one of these countries: {countries}")
COUNTRY_TO_STATE = gettext_noop("A country to be stated")
CERTIFICATE_STOPPED = gettext_noop("a required certificate is not valid: {finding}")
CERTIFICATE_NEEDS = gettext_noop("A valid certificate: {standard}")
CERTIFICATE_RENEW = gettext_noop("A renewed certificate: {standard}")
CERTIFICATE_UNKNOWN = gettext_noop("it is not stated whether {standard} is held, and it is required")
CAPACITY_STOPPED = gettext_noop("{free} free is less than the {least} that one supplier must have")
CAPACITY_NEEDS = gettext_noop("{missing} more free capacity")

# Only for plain English; whoever shows values in other languages formats quantities itself.
_PERIODS = {
    "day": "{quantity} a day",
    "week": "{quantity} a week",
    "month": "{quantity} a month",
    "year": "{quantity} a year",
}


def plain(name: str, value: Any) -> str:
    """Show a value in plain English; ``name`` is the place it stands in."""
    if isinstance(value, Phrase):
        return value.render()
    if name == "sentences":
        return " · ".join(plain("", item) for item in value)
    if isinstance(value, tuple | list | frozenset):
        return ", ".join(plain(name, item) for item in value)
    if isinstance(value, Quantity):
        amount = f"{number(value.amount)} {value.unit}".strip()
        return _PERIODS[value.per].format(quantity=amount) if value.per in _PERIODS else amount
    if isinstance(value, Code):
        return f"{value.system.upper()} {value.code}"
    if isinstance(value, Certificate):
        return value.standard
    if isinstance(value, date):
        return value.isoformat()
    return number(value) if isinstance(value, int | float) else str(value)


def number(value: float) -> str:
    """Show a number without needless decimals: 56.0 as 56, 0.125 as 0.125."""
    return f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
