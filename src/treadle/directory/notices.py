"""What the directory tells people."""

from django.utils.translation import gettext_lazy as _

from treadle.kit.notify import Rule, register

from .policy import speaks, works

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
        "directory.appointed",
        label=_("You were given a post at a centre"),
        subject=_("Your post at {centre}"),
        body=_("{person} gave you a post at {centre}. Its desk is in your menu now."),
        button=_("See the centre"),
        why=_("You get this because you work at {centre}."),
        hears=works,
    ),
)
