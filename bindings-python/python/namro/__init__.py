"""Rules of the electronic office as data; the same rulebook and the same facts give the same answer everywhere.

>>> import namro
>>> office = namro.Office.from_dict({"namro": 1, "id": "a", "title": "Phòng A"})
>>> office.describe().title.vi
'Phòng A'

Times are RFC 3339 text (aware ``datetime`` objects are taken too), dates ISO text, durations whole seconds, texts have
``vi`` and ``en``. What is refused raises :class:`NamroError`, which carries every fault with code and place.
"""

from namro._namro import OPERATIONS, SEMANTICS, __version__
from namro.answers import Answer, AnswerList, AnswerMap
from namro.calendar import Calendar
from namro.checker import Checker
from namro.errors import Fault, NamroError
from namro.files import inspect, read
from namro.log import Log, Replay, merge
from namro.office import Office
from namro.reading import Inspection, Reading
from namro.slice import Slice
from namro.tables import Table

__all__ = [
    "OPERATIONS",
    "SEMANTICS",
    "Answer",
    "AnswerList",
    "AnswerMap",
    "Calendar",
    "Checker",
    "Fault",
    "Inspection",
    "Log",
    "NamroError",
    "Office",
    "Reading",
    "Replay",
    "Slice",
    "Table",
    "__version__",
    "inspect",
    "merge",
    "read",
]
