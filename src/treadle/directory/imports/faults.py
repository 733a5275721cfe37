"""What may be wrong with a cell or a file, and what would be right: kept as a key with values, said in the reader's language."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FAULTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "empty": (gettext_lazy("This must not be empty."), gettext_lazy("Every row needs it, or a value for all rows.")),
    "long": (gettext_lazy("This is too long."), gettext_lazy("At most %(most)s characters.")),
    "error": (gettext_lazy("The spreadsheet shows an error here."), gettext_lazy("Mend the formula, or leave the cell empty.")),
    "country": (gettext_lazy("No country is called this."), gettext_lazy("Its name in any language, or its ISO code such as MA.")),
    "language": (gettext_lazy("No language is called this."), gettext_lazy("Its name in any language, or its code such as fr.")),
    "kind": (gettext_lazy("This is no kind of organisation."), gettext_lazy("One of: %(known)s.")),
    "ownership": (gettext_lazy("This does not say who owns it."), gettext_lazy("One of: %(known)s.")),
    "yes_or_no": (gettext_lazy("This is neither yes nor no."), gettext_lazy("Write yes or no.")),
    "parent": (
        gettext_lazy("No organisation on record is called this."),
        gettext_lazy("Its name or number here. Where it stands in this file, write that row first; this one is then looked at again."),
    ),
    "parents": (gettext_lazy("Several organisations on record are called this."), gettext_lazy("The number of the right one: %(known)s.")),
    "parent_other": (gettext_lazy("It belongs to %(name)s already."), gettext_lazy("End that on its page first, or leave the cell empty.")),
    "parent_ring": (gettext_lazy("It cannot belong to itself, or to what belongs to it."), gettext_lazy("Check both names.")),
    "whole": (gettext_lazy("This is not a whole number."), gettext_lazy("Digits only, such as 120.")),
    "range": (gettext_lazy("This number cannot be right."), gettext_lazy("From %(least)s to %(most)s.")),
    "doubtful": (gettext_lazy("This can be read in two ways."), gettext_lazy("Write it without the mark, or with all decimals.")),
    "degrees": (gettext_lazy("This is no place on the map."), gettext_lazy("Degrees such as 34.033, or 34°02'N.")),
    "email": (gettext_lazy("This is no e-mail address."), gettext_lazy("Such as name@example.org.")),
    "phone": (gettext_lazy("This is no telephone number."), gettext_lazy("Digits with the country code, such as +212 535 123 456.")),
    "website": (gettext_lazy("This is no web address."), gettext_lazy("Such as www.example.org.")),
    "date": (gettext_lazy("This is no date."), gettext_lazy("Such as 2027-05-31.")),
    "date_doubtful": (gettext_lazy("Day and month cannot be told apart."), gettext_lazy("Write the year first: %(one)s or %(other)s.")),
    "code": (gettext_lazy("No such code is on record."), gettext_lazy("A code of the classification named, such as isic4:1313.")),
    "record": (gettext_lazy("No record has this number."), gettext_lazy("The number from an export of this directory, or nothing.")),
    "women": (gettext_lazy("There cannot be more women than people."), gettext_lazy("Check both numbers.")),
    "pair": (gettext_lazy("Latitude and longitude go together."), gettext_lazy("Give both, or neither.")),
    "register": (gettext_lazy("A number in a register needs its register."), gettext_lazy("The code of the list, such as MA-ICE.")),
    "twice": (gettext_lazy("The same organisation stands in row %(row)s."), gettext_lazy("Keep one of them, or tell them apart.")),
    "taken": (
        gettext_lazy("Another organisation has this number in the register."),
        gettext_lazy("Check the number; %(name)s has it."),
    ),
    "refused": (gettext_lazy("This row cannot be written: %(reason)s"), gettext_lazy("Mend the row, or leave it out.")),
    "outside": (gettext_lazy("This record is served by another centre."), gettext_lazy("Ask that centre to change it.")),
}

NOTES: dict[str, str | Promise] = {
    "encoding": gettext_lazy("The encoding was recognised as %(encoding)s. Look at letters with accents."),
    "separator": gettext_lazy("Columns are separated by “%(separator)s”."),
    "title": gettext_lazy("The rows above row %(row)s were taken for a title and left out."),
    "second_header": gettext_lazy("Row %(row)s repeats the header and was left out."),
    "merged": gettext_lazy("Cells are merged (%(cells)s): their value counts for the first of them only."),
    "hidden": gettext_lazy("The file hides columns or rows (%(cells)s). They were read like the others."),
    "sheets": gettext_lazy("The file has %(count)s sheets; “%(sheet)s” was read."),
    "formulas": gettext_lazy("Cells with formulas count by the value that was last saved."),
    "headers": gettext_lazy("Several columns are called “%(header)s”. Only the first is used, unless you choose otherwise."),
    "again": gettext_lazy("This very file was imported on %(day)s. Rows that are on record already will be shown as the same."),
    "swallowed": gettext_lazy(
        "From line %(line)s on, %(lines)s lines stand in one cell: a quotation mark there does not end, so their rows are missing. "
        "Mend the mark in the file and upload it again."
    ),
    "cut": gettext_lazy("Only the first %(most)s rows were read."),
}


class FileFault(Exception):
    """A file that cannot be used at all; the message says why and what would be right."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one cell. ``right`` is a value that would do, where one can be guessed."""

    column: str
    fault: str
    value: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    right: str = ""

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @property
    def kind(self) -> str:
        """What repairs of the same kind have in common: column, fault and value."""
        return " ".join(f"{self.column}|{self.fault}|{self.value}".split())

    @property
    def wrong(self) -> str:
        """What is wrong, in the reader's language."""
        return str(FAULTS[self.fault][0]) % self.params

    @property
    def would_do(self) -> str:
        """What would be right, in the reader's language."""
        return str(FAULTS[self.fault][1]) % self.params


def note(kept: Mapping[str, Any]) -> str:
    """A remark on a whole file in the reader's language."""
    return str(NOTES[kept["note"]]) % kept


def too_large(size: int, most: int) -> FileFault:
    """The file is larger than what is read."""
    text = _("The file has %(size)s MB; at most %(most)s MB are read. Leave out sheets and pictures, or split it.")
    return FileFault(text % {"size": size // 1_000_000, "most": most // 1_000_000})
