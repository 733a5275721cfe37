"""Nothing in the nomenclature says anything about a person."""

from treadle.kit.privacy import Class, classify, needs_class

from .models import Area, Code, Country, Link, Rate, System, Unit

for model in (Area, Code, Country, Link, Rate, System, Unit):
    classify(model, **dict.fromkeys(needs_class(model), Class.NONE))
