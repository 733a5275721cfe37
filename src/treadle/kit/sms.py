"""Short texts to telephones, handed to a gateway that the installation names; without one, people are called."""

import json
from urllib.request import Request, urlopen

from django.conf import settings

WAIT = 20  # seconds for the gateway to answer


class NotSent(Exception):
    """The gateway did not take the text."""


def is_there() -> bool:
    """Whether a gateway is set (``TREADLE_SMS_URL``)."""
    return bool(settings.SMS_URL)


def send(to: str, text: str) -> None:
    """Hand a text to the gateway as JSON, ``{"to": …, "text": …}``. Raises NotSent; call it from a job that is tried again."""
    headers = {"Content-Type": "application/json"}
    if settings.SMS_TOKEN:
        headers["Authorization"] = f"Bearer {settings.SMS_TOKEN}"
    request = Request(settings.SMS_URL, json.dumps({"to": to, "text": text}).encode(), headers)  # noqa: S310 -- set by whoever keeps it
    try:
        with urlopen(request, timeout=WAIT) as answer:  # noqa: S310
            if answer.status >= 300:
                raise NotSent(f"The gateway answered {answer.status}")
    except OSError as error:
        raise NotSent(f"The gateway cannot be reached: {error}") from error
