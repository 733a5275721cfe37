"""Every write of the exchange: one verb, one function, one transaction. Pages, API, imports and jobs call these."""

from .awards import award, drop_award, shortlist, weigh_quotations, withdraw_quotation
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
from .follow_ups import answer_follow_up, follow_up, stop_following
from .invitations import answer, choose, drop_choice, exclude, include_again, lapse, see, send
from .items import add_drawing, add_item, edit_item, remove_drawing, remove_item
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
from .questions import answer_question, ask
from .quotations import attach, draft_quotation, drop_draft, promise, quote, send_quotation
from .rates import load_rates
from .referrals import decline_referral, lapse_referral, refer, referral_for, take_referral
from .searches import FILTERS, change_search, digest_of, drop_search, save_search

__all__ = [
    "FILTERS", "add_drawing", "add_item", "add_note", "adopt_weights", "agree", "allow_again", "answer", "answer_follow_up",
    "answer_question", "approve", "ask", "assign", "attach", "award", "change_search", "choose", "close", "close_listing",
    "conclude", "decline_referral", "decline_weights", "digest_of", "draft_listing", "draft_quotation", "drop_award",
    "drop_choice", "drop_draft", "drop_search", "edit", "edit_item", "edit_listing", "enter_call", "exclude", "expire",
    "follow_up", "include_again", "introduce", "lapse", "lapse_referral", "load_rates", "never_match", "promise",
    "propose_weights", "publish", "quote", "refer", "referral_for", "release", "remove_drawing", "remove_item", "renew", "report",
    "retire_weights", "return_enquiry", "return_listing", "save_search", "see", "send", "send_quotation", "shortlist", "start",
    "start_from_listing", "stop_following", "submit", "submit_listing", "take", "take_referral", "weigh", "weigh_quotations",
    "weights_from", "withdraw", "withdraw_listing", "withdraw_quotation",
]  # fmt: skip
