"""Who may do what: roles that people can read, verbs that name the roles allowed to do them.

A domain's ``policy.py`` declares roles and verbs; actions call :func:`require`, pages ask :func:`may`, and the page "Who may do
what" is :func:`table`. There is no other source of permission.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rules.permissions import add_perm, has_perm

Text = str | Promise


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """A capacity in which a person acts. ``test(person, object)`` tells whether they hold it towards the object."""

    key: str
    label: Text
    description: Text
    test: rules.predicates.Predicate


@dataclass(frozen=True, slots=True, eq=False)
class Verb:
    """Something that may be done, by which roles, and in which state of the object (``when``, in words)."""

    key: str
    label: Text
    roles: tuple[Role, ...]
    when: Text


class Refused(PermissionDenied):
    """The person may not do this. Pages answer 404 for what is invisible and 403 for a verb refused on what is visible."""

    def __init__(self, verb: Verb) -> None:
        self.verb = verb
        super().__init__(str(verb.label))


_verbs: dict[str, Verb] = {}
_roles: dict[str, Role] = {}


def role(key: str, label: Text, description: Text) -> Callable[[Callable[[Any, Any], bool]], Role]:
    """Declare a role; decorates its test."""

    def declare(test: Callable[[Any, Any], bool]) -> Role:
        made = Role(key, label, description, rules.predicate(test, name=key))
        if key in _roles:
            raise ValueError(f"Role {key} is declared twice")
        _roles[key] = made
        return made

    return declare


def allow(key: str, label: Text, *roles: Role, when: Text = "") -> str:
    """Declare a verb and the roles that may do it; returns the key."""
    if key in _verbs:
        raise ValueError(f"Verb {key} is declared twice")
    _verbs[key] = Verb(key, label, roles, when)
    predicate = rules.always_deny
    for each in roles:
        predicate = predicate | each.test
    add_perm(key, predicate)
    return key


def may(person: Any, verb: str, thing: Any = None) -> bool:
    """Whether the person may do the verb on the thing. An unknown verb raises KeyError."""
    _verbs[verb]
    if person is not None and getattr(person, "is_authenticated", False) and not person.is_active:
        return False
    return bool(has_perm(verb, person, thing))


def require(person: Any, verb: str, thing: Any = None) -> None:
    """Raise :class:`Refused` unless the person may."""
    if not may(person, verb, thing):
        raise Refused(_verbs[verb])


def roles() -> Iterator[Role]:
    """All roles, in order of declaration."""
    return iter(_roles.values())


def verbs() -> Iterator[Verb]:
    """All verbs, in order of declaration."""
    return iter(_verbs.values())


@role("visitor", _("Visitor"), _("Anybody, signed in or not."))
def VISITOR(person: Any, thing: Any) -> bool:
    """Everybody."""
    return True


@role("person", _("Signed-in person"), _("Anybody with a login and a confirmed e-mail address."))
def PERSON(person: Any, thing: Any) -> bool:
    """Anybody signed in."""
    return bool(person is not None and person.is_authenticated)


@role("administrator", _("Administrator"), _("Keeps the installation: reads everything, appoints staff, answers for the data."))
def ADMINISTRATOR(person: Any, thing: Any) -> bool:
    """Who keeps the installation."""
    return bool(person is not None and person.is_authenticated and person.is_superuser)


@role("machine", _("Treadle itself"), _("The clock and the jobs: only what a rule has declared."))
def MACHINE(person: Any, thing: Any) -> bool:
    """Jobs and the clock act as nobody."""
    return person is None
