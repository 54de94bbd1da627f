"""Rules of the electronic office as data; the same rulebook and the same facts give the same answer everywhere.

>>> import namro
>>> office = namro.Office.from_dict({"namro": 1, "id": "a", "title": "Phòng A"})
>>> office.inspect()["id"]
'a'

Times are RFC 3339 text (aware ``datetime`` objects are taken too), dates ISO text, durations whole seconds, texts
``{"vi": …, "en": …}``. What is refused raises :class:`NamroError`, which carries every fault with code and place.
"""

from namro._namro import OPERATIONS, SEMANTICS, __version__
from namro.answers import Answer
from namro.calendar import Calendar
from namro.checker import Checker
from namro.errors import Fault, NamroError
from namro.log import Log, Tally, merge_facts
from namro.office import Office

__all__ = ["OPERATIONS", "SEMANTICS", "Answer", "Calendar", "Checker", "Fault", "Log", "NamroError", "Office", "Tally", "__version__", "merge_facts"]
