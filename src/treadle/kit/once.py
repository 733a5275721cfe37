"""The same form sent twice has one effect: the second sending is led to what the first one made."""

import uuid
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from .models import SentForm

FIELD = "form_token"


def token() -> str:
    """A fresh token for a hidden field."""
    return str(uuid.uuid4())


def once(request: HttpRequest, act: Callable[[], str]) -> str:
    """Run ``act`` (which returns an address to go to) unless this form's token was used; then return its first address."""
    try:
        mark = uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        mark = uuid.uuid4()
    person = request.user if request.user.is_authenticated else None
    try:
        with transaction.atomic():
            row = SentForm.objects.create(token=mark, person=person, url="/")
            row.url = act()
            row.save(update_fields=["url"])
            return row.url
    except IntegrityError:
        before = SentForm.objects.filter(token=mark, person=person).first()
        if before is None:
            raise
        return before.url
