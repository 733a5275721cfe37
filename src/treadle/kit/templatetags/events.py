"""Events in words."""

from django import template

from treadle.kit import events
from treadle.kit.models import Event

register = template.Library()


@register.simple_tag
def sentence(event: Event) -> str:
    """What was done, in the reader's language."""
    return events.sentence(event.verb)
