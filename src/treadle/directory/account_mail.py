"""What people are written about their login: in our words and layout, through our outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from treadle.kit import mail

NOT_YOU = gettext_lazy("If it was not you, you need do nothing: without this link nothing happens.")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with one button. ``link`` names the value of allauth's context that holds the address to go to."""

    subject: str | Promise
    body: str | Promise
    button: str | Promise
    link: str
    why: str | Promise = NOT_YOU


LETTERS: Mapping[str, Letter] = {
    "account/email/email_confirmation_signup": Letter(
        gettext_lazy("Confirm your e-mail address"),
        gettext_lazy("Welcome. One step is left: confirm that this address is yours, and you can enter or join your organisation."),
        gettext_lazy("Confirm the address"),
        "activate_url",
        gettext_lazy("You get this because somebody signed up with this address. If it was not you, do nothing: no login is opened."),
    ),
    "account/email/email_confirmation": Letter(
        gettext_lazy("Confirm your e-mail address"),
        gettext_lazy("Confirm that this address is yours. From then on we write to you here."),
        gettext_lazy("Confirm the address"),
        "activate_url",
    ),
    "account/email/password_reset_key": Letter(
        gettext_lazy("Choose a new password"),
        gettext_lazy("A new password was asked for. The link below lets you choose one; it works once and for three days."),
        gettext_lazy("Choose a new password"),
        "password_reset_url",
    ),
    "account/email/unknown_account": Letter(
        gettext_lazy("There is no login with this address"),
        gettext_lazy(
            "Somebody asked for a new password for this address, but it has no login here. Perhaps you signed up with another one."
        ),
        gettext_lazy("Sign up"),
        "signup_url",
    ),
    "account/email/account_already_exists": Letter(
        gettext_lazy("You have a login already"),
        gettext_lazy("Somebody tried to sign up with this address. It has a login already; if you forgot the password, choose a new one."),
        gettext_lazy("Choose a new password"),
        "password_reset_url",
    ),
}
CHANGES: Mapping[str, str | Promise] = {
    "account/email/password_changed": gettext_lazy("Your password was changed."),
    "account/email/password_reset": gettext_lazy("Your password was set anew."),
    "account/email/password_set": gettext_lazy("A password was set."),
    "account/email/email_changed": gettext_lazy("Your e-mail address was changed."),
    "account/email/email_confirm": gettext_lazy("An e-mail address was confirmed."),
    "account/email/email_deleted": gettext_lazy("An e-mail address was removed."),
    "mfa/email/totp_activated": gettext_lazy("Codes from an authenticator app are now asked for when you sign in."),
    "mfa/email/totp_deactivated": gettext_lazy("Codes from an authenticator app are no longer asked for."),
    "mfa/email/webauthn_added": gettext_lazy("A passkey or security key was added."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey or security key was removed."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made; the old ones no longer work."),
}


def post(template: str, email: str, person: Any, context: Mapping[str, Any]) -> None:
    """Write the letter that allauth calls ``template`` in the active language. Raises KeyError for one that is not written yet."""
    name = getattr(person, "name", "") or email
    if template in CHANGES:
        body = _("%(what)s This happened on %(when)s from the address %(ip)s.") % {
            "what": CHANGES[template], "when": date_format(timezone.localtime(), "DATETIME_FORMAT"), "ip": context.get("ip", "?"),
        }  # fmt: skip
        mail.post_one(
            to=email, name=name, subject=_("Your login was changed"), body=body, button=_("See my account"), link="/account/",
            why=_("You get this for your safety. If it was not you, choose a new password at once and tell your centre."),
        )  # fmt: skip
        return
    letter = LETTERS[template]
    where = urlsplit(str(context[letter.link]))  # only the path: the host of a request is not to be trusted in a mail
    link = f"{where.path}?{where.query}" if where.query else where.path
    mail.post_one(
        to=email, name=name, subject=str(letter.subject), body=str(letter.body), button=str(letter.button), link=link, why=str(letter.why)
    )
