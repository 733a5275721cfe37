"""Every write of the exchange: one verb, one function, one transaction. Pages, API, imports and jobs call these."""

from .enquiries import (
    add_note,
    approve,
    assign,
    close,
    conclude,
    edit,
    enter_call,
    release,
    return_enquiry,
    start,
    start_from_listing,
    submit,
    take,
    withdraw,
)  # fmt: skip
from .fairness import (
    adopt_weights,
    allow_again,
    decline_weights,
    never_match,
    propose_weights,
    retire_weights,
    weigh,
    weights_from,
)
from .invitations import answer, choose, drop_choice, exclude, include_again, lapse, see, send
from .listings import (
    close_listing,
    draft_listing,
    edit_listing,
    expire,
    publish,
    renew,
    return_listing,
    submit_listing,
    withdraw_listing,
)  # fmt: skip
from .outcomes import agree, introduce, report
from .searches import FILTERS, change_search, digest_of, drop_search, save_search

__all__ = [
    "FILTERS", "add_note", "adopt_weights", "agree", "allow_again", "answer", "approve", "assign", "change_search", "choose", "close",
    "close_listing", "conclude", "decline_weights", "digest_of", "draft_listing", "drop_choice", "drop_search", "edit", "edit_listing",
    "enter_call", "exclude", "expire", "include_again", "introduce", "lapse", "never_match", "propose_weights", "publish", "release",
    "renew", "report", "retire_weights", "return_enquiry", "return_listing", "save_search", "see", "send", "start",
    "start_from_listing", "submit", "submit_listing", "take", "weigh", "weights_from", "withdraw", "withdraw_listing",
]  # fmt: skip
