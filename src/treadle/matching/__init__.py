"""The matching engine: understand → retrieve → judge → explain. Pure Python, no Django, no other part of Treadle.

>>> bank = Databank([Profile(id="mill", text="Cotton yarn and knitted fabric")])
>>> match(Need(id="n", text="cotton yarn"), bank).matches[0].profile_id
'mill'
"""

from .asking import Question, question
from .bridge import Bridge, ConceptBridge, JointBridge
from .certificates import Standard, standard, standards_in
from .classify import Background, Classifier, Label, Suggestion
from .codes import Nearness, Relation, ancestors, distance, nearest, relation
from .concepts import Concepts, shipped
from .criteria import kilometres
from .databank import Bank, Databank, Signals
from .engine import match, match_pair
from .explain import meeting, part_that_fits
from .figures import Figures, completed, figures_in
from .judge import WEIGHTS, asked, points_at_stake, weights_of
from .kept import keep, recall
from .languages import guess_language
from .model import (
    Capability,
    Certificate,
    Change,
    Code,
    Criterion,
    Dealings,
    Match,
    Need,
    Phrase,
    Profile,
    Quantity,
    Reason,
    Result,
    Source,
    Verdict,
)
from .phrases import plain
from .pith import pith
from .quantities import Measure, measures_in, number_in
from .reading import CodeReader
from .sheets import cell_text, merged_cells
from .tables import Fault, Report, TableError, classify_file, match_files
from .text import ANALYSER_VERSION, Analysis, analyse, clean, fold
from .turned import Addition, Fit, Wants, as_need, concerns, fits, similar
from .units import amount_as, unit_key
from .vocabulary import Term, places_in, terms_in

__all__ = [
    "ANALYSER_VERSION",
    "WEIGHTS",
    "Addition",
    "Analysis",
    "Background",
    "Bank",
    "Bridge",
    "Capability",
    "Certificate",
    "Change",
    "Classifier",
    "Code",
    "CodeReader",
    "ConceptBridge",
    "Concepts",
    "Criterion",
    "Databank",
    "Dealings",
    "Fault",
    "Figures",
    "Fit",
    "JointBridge",
    "Label",
    "Match",
    "Measure",
    "Nearness",
    "Need",
    "Phrase",
    "Profile",
    "Quantity",
    "Question",
    "Reason",
    "Relation",
    "Report",
    "Result",
    "Signals",
    "Source",
    "Standard",
    "Suggestion",
    "TableError",
    "Term",
    "Verdict",
    "Wants",
    "amount_as",
    "analyse",
    "ancestors",
    "as_need",
    "asked",
    "cell_text",
    "classify_file",
    "clean",
    "completed",
    "concerns",
    "distance",
    "figures_in",
    "fits",
    "fold",
    "guess_language",
    "keep",
    "kilometres",
    "match",
    "match_files",
    "match_pair",
    "measures_in",
    "meeting",
    "merged_cells",
    "nearest",
    "number_in",
    "part_that_fits",
    "places_in",
    "pith",
    "plain",
    "points_at_stake",
    "question",
    "recall",
    "relation",
    "shipped",
    "similar",
    "standard",
    "standards_in",
    "terms_in",
    "unit_key",
    "weights_of",
]
