"""Dates and numbers as people of this language write them."""

SHORT_DATE_FORMAT = "j N Y"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"]
