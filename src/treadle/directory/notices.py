"""What the directory tells people."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.notify import Rule, register

from .policy import heads, speaks, works

register(
    Rule(
        "directory.join_requested",
        label=_("Somebody asks to act for your organisation"),
        subject=_("{person} asks to act for {organisation}"),
        body=_("{person} would like to act for {organisation} on the network and waits for your answer.\n\n{message}"),
        button=_("Decide"),
        why=_("You get this because you are an owner of {organisation}."),
        hears=speaks,
    ),
    Rule(
        "directory.join_decided",
        label=_("Your request to join was decided"),
        subject=_("Your request to act for {organisation}: {decision}"),
        body=_("Your request to act for {organisation} was answered: {decision}."),
        button=_("Open your home page"),
        why=_("You get this because you asked to act for {organisation}."),
    ),
    Rule(
        "directory.role_changed",
        label=_("Your role in an organisation changed"),
        subject=_("Your role at {organisation} is now: {role}"),
        body=_("{person} changed your role at {organisation}. It is now: {role}."),
        button=_("Open your home page"),
        why=_("You get this because you act for {organisation}."),
    ),
    Rule(
        "directory.claim_waits",
        label=_("A claim waits for your desk"),
        subject=_("{person} says that {organisation} is theirs"),
        body=_("{person} claims the record of {organisation}. The way: {way}. It waits for an officer."),
        button=_("See the claim"),
        why=_("You get this because you work at the centre that serves {organisation}."),
        hears=works,
    ),
    Rule(
        "directory.claim_late",
        label=_("A claim has waited for three days"),
        subject=_("Still waiting: the claim on {organisation}"),
        body=_("{person} claimed the record of {organisation} more than three days ago. The way: {way}. Nobody has seen to it."),
        button=_("See the claim"),
        why=_("You get this because you work at the centre that serves {organisation}."),
        hears=works,
    ),
    Rule(
        "directory.claim_very_late",
        label=_("A claim has waited for a week"),
        subject=_("Nobody has seen to the claim on {organisation}"),
        body=_("{person} claimed the record of {organisation} a week ago. The way: {way}. The officers were reminded."),
        button=_("See the claim"),
        why=_("You get this because you head the centre that serves {organisation}."),
        hears=heads,
    ),
    Rule(
        "directory.claim_sent",
        label=_("The code for your claim is on its way"),
        subject=_("The code for {organisation} is on its way"),
        body=_("Your centre has sent the code for {organisation} to the address or number on record. Type it in when you have it."),
        button=_("Type in the code"),
        why=_("You get this because you claimed the record of {organisation}."),
    ),
    Rule(
        "directory.claim_decided",
        label=_("Your claim was decided"),
        subject=_("Your claim on {organisation}: {answer}"),
        body=_("Your claim on the record of {organisation} was answered: {answer}.\n\n{reason}"),
        button=_("See the record"),
        why=_("You get this because you claimed the record of {organisation}."),
    ),
    Rule(
        "directory.claim_disputed",
        label=_("Somebody else claims a record that you own"),
        subject=_("{person} says that {organisation} is theirs"),
        body=_(
            "{person} claims the record of {organisation}, which you own. Nothing changes until an officer of your centre has heard both "
            "sides. If you know them, invite them; if not, write to your centre."
        ),
        button=_("See the record"),
        why=_("You get this because you are an owner of {organisation}."),
        hears=speaks,
    ),
    Rule(
        "directory.claim_settled",
        label=_("A dispute about a record that you own was settled"),
        subject=_("The claim of {person} on {organisation} is decided"),
        body=_("An officer has decided about the claim of {person} on {organisation}. {answer}\n\n{reason}"),
        button=_("See the record"),
        why=_("You get this because you owned {organisation} when it was claimed."),
        hears=speaks,
    ),
    Rule(
        "directory.claim_taken",
        label=_("A record that you spoke for has an owner now"),
        subject=_("{organisation} has its own owner now"),
        body=_("{person} has taken over the record of {organisation} and speaks for it from now on."),
        button=_("See the record"),
        why=_("You get this because you spoke for {organisation} until now."),
        hears=speaks,
    ),
    Rule(
        "directory.evidence_expiring",
        label=_("Evidence of yours expires soon"),
        subject=_("{paper} of {organisation} expires on {day}"),
        body=_(
            "{paper} of {organisation} expires on {day}. When it is renewed, add the new dates and the paper. If the renewal takes "
            "longer, it still counts until {until}, less each day."
        ),
        button=_("Renew it"),
        why=_("You get this because you speak for {organisation}."),
        hears=speaks,
    ),
    Rule(
        "directory.evidence_lapsed",
        label=_("Evidence of yours has expired"),
        subject=_("{paper} of {organisation} expired on {day}"),
        body=_(
            "{paper} of {organisation} expired on {day}. It counts less each day, and from {until} no longer. Add the renewal, or take "
            "it out."
        ),
        button=_("Renew it"),
        why=_("You get this because you speak for {organisation}."),
        hears=speaks,
    ),
    Rule(
        "directory.confirm_asked",
        label=_("Is your record still right?"),
        subject=_("Is the record of {organisation} still right?"),
        body=_(
            "The record of {organisation} was last confirmed: {day}. Please look at it, section by section; one click each says that it "
            "is still right. What is old counts less when needs are matched."
        ),
        button=_("Look through it"),
        why=_("You get this once a year because you speak for {organisation}."),
        hears=speaks,
    ),
    Rule(
        "directory.record_stale",
        label=_("A record that your centre serves grows old"),
        subject=_("{organisation} has not been confirmed for more than a year"),
        body=_(
            "Nobody has said that the record of {organisation} is right since {day}, though its owner was asked twice. A call may help."
        ),
        button=_("See the record"),
        why=_("You get this because you work at the centre that serves {organisation}."),
        hears=works,
    ),
    Rule(
        "directory.screening_hit",
        label=_("A record may be on a list of sanctions"),
        subject=_("Screening: look at {organisation}"),
        body=_(
            "Names on the record of {organisation} may be on a list of sanctions or exclusions: {count}. A name alone proves nothing; "
            "please look at what else is known."
        ),
        button=_("Look at it"),
        why=_("You get this because you work at the centre that serves {organisation}."),
        hears=works,
    ),
    Rule(
        "directory.appointed",
        label=_("You were given a post at a centre"),
        subject=_("Your post at {centre}"),
        body=_("{person} gave you a post at {centre}. Its desk is in your menu now."),
        button=_("See the centre"),
        why=_("You get this because you work at {centre}."),
        hears=works,
    ),
)
