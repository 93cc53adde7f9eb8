"""Library: the one face behind both doors, and for Python: `from graph.library import Library`.

Opens a folder, reads into it, asks it, draws it. A method hands its question to one room below and
its answer back; it has no rules of its own, so command line, page and notebook say the same. Each
room is imported by the method that needs it, as nowhere else: whoever asks a question does not wait
for the picture's libraries.

May import: intake, evaluation, picture, opinions, reading, knowledge, lexicon, wording, model, errors,
files.
"""

from graph.library.asks import Asks
from graph.library.consults import Consults
from graph.library.corrects import Corrects
from graph.library.decides import Decides
from graph.library.draws import Draws
from graph.library.guards import Guards
from graph.library.keeps import Keeps
from graph.library.reads import Reads

__all__ = ["Library"]


class Library(Reads, Asks, Draws, Decides, Corrects, Consults, Guards, Keeps):
    """Documents in one folder, what they say, and what can be asked of it.

    `since` and `until` are ISO dates or their beginnings; `limit` None means all rows.
    """
