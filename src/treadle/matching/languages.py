"""Which language is a text in?

Scripts that belong to one language decide at once; for the Latin and Cyrillic scripts a naive Bayes model over bytes
(Lui and Baldwin, "langid.py", 2012; package py3langid) chooses among the languages that can be worked with.
"""

import re
from functools import lru_cache
from typing import Any

# What a guess may give, by script. Fewer languages, better guesses: a short text is tried against the commonest only.
_CHOICES = {
    "latin": "en fr es pt it de nl da sv no fi et lv lt pl cs sk sl hr hu ro tr id ms vi sw mt ga sq az uz so ca is",
    "cyrillic": "ru uk bg sr mk be kk ky tg mn",
    "latin, short": "en fr es pt it de nl pl tr id ro",
    "cyrillic, short": "ru uk bg",
}
_SHORT = 40  # characters

# A script that decides the language alone. Arabic and Han are decided below.
_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "zh": "\u3400-\u9fff\uf900-\ufaff",
    "ar": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "cyrillic": "\u0400-\u052f",
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_COUNTERS = {name: re.compile(f"[{span}]") for name, span in _SCRIPTS.items()}
_URDU = re.compile("[ٹڈڑںے]")
_PERSIAN = re.compile("[پچژگ]")
_LOOK_AT = 2000  # characters; more does not change the guess


def guess_language(text: str) -> str:
    """Give the ISO 639-1 code of the language ``text`` is most likely in; "" when there are no letters."""
    sample = text[:_LOOK_AT]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _COUNTERS.items()}
    script, most = max(counts.items(), key=lambda item: item[1])
    if not most:
        return ""
    if counts["ja"] and script in ("zh", "ja"):
        return "ja"
    if script == "ar":
        return "ur" if _URDU.search(sample) else "fa" if _PERSIAN.search(sample) else "ar"
    if script in ("latin", "cyrillic"):
        return _by_model(sample, script)
    return script


def primary(lang: str) -> str:
    """Reduce a language tag to what the analyser keys on: ``pt-BR`` to ``pt``, ``zh_Hant`` to ``zh``."""
    base = re.split("[-_]", lang.strip().lower(), maxsplit=1)[0]
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id", "auto": ""}.get(base, base)


def _by_model(sample: str, script: str) -> str:
    """Ask the model of the script. Capitals carry no language: a title in capitals reads as any other."""
    few = len(sample) < _SHORT
    found, _ = _model(f"{script}, short" if few else script).classify(sample.lower())
    return primary(str(found))


@lru_cache(maxsize=4)
def _model(choice: str) -> Any:
    """Load the model once per choice of languages; an own instance, so that nobody else's restriction is changed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(model.labels)
    model.set_languages([lang for lang in _CHOICES[choice].split() if lang in known])
    return model


# Words that say nothing about what is made or wanted. Only the commonest: the rest is left to their frequency.
_STOP = {
    "en": "the a an and or of to in for on at by with from as is are be was were this that it its we our you your they"
    " their will shall which not",
    "fr": "le la les un une des du de et ou en au aux pour par sur dans avec est sont ce cette ces son sa ses leur nous"
    " notre vous votre qui que ne pas",
    "es": "el la los las un una unos unas de del y o en al a para por con es son este esta estos su sus nuestro nuestra que se no",
    "pt": "o a os as um uma de do da dos das e ou em no na nos nas ao para por com que se seu sua",
    "it": "il lo la i gli le un una di del della dei delle e o in nel nella al alla per con su da dal che si",
    "de": "der die das den dem des ein eine einer eines und oder in im am an auf für von vom zu zum zur mit ist sind"
    " wir unser sie ihr nicht",
    "nl": "de het een en of van in op te voor met door aan bij is zijn dat die",
    "pl": "i w we z ze na do dla od oraz lub o po przez jest są się nie",
    "ru": "и в во на с со по для от из или к о об не что это",
    "bg": "и в във на с със по за от или до се не",
    "ar": "في من على إلى الى عن مع أو او و هذا هذه التي الذي ان أن",
    "zh": "的 和 与 或 在 了 是 及 等",
    "el": "ο η το οι τα του της των τον την και ή σε στο στη στην για από με",
}


# Words of asking, of time and of counting: in every second need, and in a profile by chance.
_FILLERS = {
    "en": "need needs needed want wants wanted looking month monthly week weekly day daily year yearly pcs pc about per",
    "fr": "besoin cherchons recherchons souhaitons mois semaine jour jours an pcs environ",
    "es": "necesitamos buscamos mes semana día días año pcs unos",
    "pt": "precisamos procuramos mês semana dia dias ano pcs",
    "de": "brauchen suchen benötigen monat woche tag jahr stk pcs",
    "ar": "نحتاج نبحث مطلوب شهر شهريا أسبوع يوم سنة",
}


@lru_cache(maxsize=64)
def stop_words(lang: str) -> frozenset[str]:
    """Give the words left out for a language, as written; empty for a language without a list."""
    return frozenset(f"{_STOP.get(lang, '')} {_FILLERS.get(lang, '')}".split())
