"""Sentences: whole, named places, marked for translation."""

import ast
from datetime import date
from pathlib import Path
from string import Formatter

from treadle.matching import Code, Phrase, Quantity, phrases, plain


def test_every_template_is_marked_and_has_named_places() -> None:
    tree = ast.parse(Path(str(phrases.__file__)).read_text(encoding="utf-8"))
    unmarked = [node.lineno for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    assert not unmarked
    texts = [value for name, value in vars(phrases).items() if name.isupper() and isinstance(value, str)]
    assert texts
    for text in texts:
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


def test_values_are_shown_plainly() -> None:
    assert plain("x", Quantity(56.0, "h", "month")) == "56 h a month"
    assert plain("x", (Code("isic4", "2511"), date(2026, 6, 1), 0.125)) == "ISIC4 2511, 2026-06-01, 0.125"


def test_phrases_render_in_another_language() -> None:
    phrase = Phrase(phrases.HINT, {"change": Phrase(phrases.HINTS["size"]), "score": 80})
    french = {phrases.HINT: "Score de {score} avec {change}.", phrases.HINTS["size"]: "la taille demandée"}
    assert phrase.render(lambda text: french[text]) == "Score de 80 avec la taille demandée."
