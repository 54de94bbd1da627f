"""The native half of `namro`; import `namro` instead."""

from collections.abc import Sequence
from typing import Any, Final, final

__all__ = [
    "OPERATIONS",
    "SEMANTICS",
    "Checker",
    "Column",
    "Handle",
    "Log",
    "Replay",
    "Slice",
    "Table",
    "__version__",
    "call",
    "canonical",
    "inspect",
    "main",
    "merge_facts",
    "merge_profiles",
    "to_text",
]

__version__: Final[str]
SEMANTICS: Final[int]
OPERATIONS: Final[list[str]]

@final
class Column:
    """A column of answers."""

    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, /, requested_schema: Any = None) -> Any:
        """The column as a frame of one, for everything that speaks Arrow."""

@final
class Table:
    """A table of answers."""

    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, /, requested_schema: Any = None) -> Any:
        """The table, for everything that speaks Arrow."""

    def names(self, /) -> list[str]:
        """The names of the columns, in order."""

    def instants(self, /) -> list[str]:
        """The columns whose values are instants."""

    def values(self, /, name: str, start: int, stop: int) -> list[Any] | None:
        """The values of some rows of a column, instants as RFC 3339; nothing if there is no such column."""

@final
class Log:
    """A log in columns, with the office that reads it."""

    def __len__(self) -> int: ...
    def reading(self, /) -> str:
        """The report on how it was read, as text."""

    def reconciliation(self, /) -> tuple[str, str]:
        """The report on how it was read, for people: in Vietnamese and in English."""

    def left_out(self, /) -> Table:
        """The rows that it does not hold, each with its place and the reason."""

    def proposed_mapping(self, /) -> tuple[str | None, str]:
        """The mapping by which it was read, if it was proposed, and what only an author knows, as text."""

    def unknown(self, /) -> str:
        """Everything in it that matched nothing, each with the number of its rows, as text."""

    def cases(self, /) -> int:
        """How many cases it has."""

    def end_of(self, /, text: str) -> str:
        """The instant of a text: an instant, or the end of a day in the zone of the office, as text."""

    def replay(self, /, as_of: str, profile: str | None = None) -> Replay:
        """A replay as of an instant, or the end of a day; of a shard, by the profile of the whole. Nothing is made until it is asked for."""

    def score(self, /, input: str) -> str:
        """Scores it; `input` has the other fields of the request."""

@final
class Replay:
    """A replay of a log, each part made when it is asked for."""

    @property
    def as_of(self) -> str:
        """As of when."""

    def counted(self, /) -> tuple[str, Table]:
        """Counts and shares, as text, and the facts."""

    def answer(self, /, part: str | None = None) -> str:
        """The answer with one of its parts alone, as text; without a name, with all of them."""

    def profile(self, /) -> str:
        """What the log records at all, as text."""

    def table(self, /, name: str, only: str) -> Table:
        """A table of the replay, of the cases of a selection that is given as text."""

    def shares_by(self, /, of: str, by: Sequence[str], only: str) -> Table:
        """Shares in time by group, of the cases of a selection that is given as text."""

@final
class Handle:
    """A compiled office."""

    @staticmethod
    def load(texts: Sequence[tuple[str, str]]) -> Handle:
        """Compiles rulebook texts given with their names; the first is the root."""

    @staticmethod
    def of_calendar(calendar: str) -> Handle:
        """Compiles a calendar alone."""

    @staticmethod
    def without_rules() -> Handle:
        """The office that decides nothing."""

    def id(self, /) -> str:
        """The identifier of its rulebook."""

    def hashes(self, /) -> tuple[str, str | None]:
        """The hashes of its rulebook and of its people: two offices with the same hashes give the same answers."""

    def with_staff(self, /, staff: str) -> Handle:
        """The same office with the host's people laid over."""

    def with_staff_tables(self, /, sources: Sequence[tuple[str, str, Any]]) -> tuple[Handle, str]:
        """The same office with the people of tables, and these people as the text that `with_staff` takes."""

    def call(self, /, operation: str, input: str) -> str:
        """Carries out one operation: JSON text in, canonical JSON text out."""

    def checker(self, /, input: str) -> Checker:
        """Checks a dossier and keeps what was found."""

    def log(self, /, cases: Any = None, events: Any = None, mapping: str | None = None) -> Log:
        """Reads a log that comes as frames or as rows."""

    def read(
        self,
        /,
        sources: Sequence[tuple[str, str, Any]],
        mapping: tuple[str | None, str | None] | None,
        said: dict[str, Any],
        zoned: bool = True,
    ) -> Log:
        """Reads files, bytes and tables into a log; without `zoned`, the zone of the office is not that of the files."""

    def frame_column(
        self,
        /,
        frame: Any,
        limit: str | None = None,
        ends: str | None = None,
        known_at: str | None = None,
        local: bool | None = None,
    ) -> Column:
        """Answers by the office's calendar for columns of a frame: dues of `start` by a limit, else working seconds from `start` to `end`."""

    def array_column(
        self,
        /,
        arrays: Sequence[Any],
        out: Any,
        limit: str | None = None,
        ends: str | None = None,
        known_at: str | None = None,
        local: bool | None = None,
    ) -> None:
        """Answers by the office's calendar for arrays of NumPy (`start`, then `end`, or `suspended` and `resumed`) into another, which must not share memory with them."""

@final
class Checker:
    """A dossier that is checked at every edit."""

    def verdict(self, /) -> str:
        """The verdict as it stands."""

    def type(self, /, pointer: str, text: str) -> str:
        """Puts what a person typed at a pointer of the form; the new verdict."""

    def change(self, /, change: str) -> str:
        """Changes papers, channel, answers of databases, stage or day, as JSON text; the new verdict."""

    def set(self, /, pointer: str, value: str | None = None) -> str:
        """Puts a value as JSON text at a pointer of the form, or clears the place; the new verdict."""

@final
class Slice:
    """A published slice."""

    @staticmethod
    def load(compiled: str, digest: str | None = None) -> Slice:
        """Loads the compiled text of a published slice; with the digest of what was published, no other one."""

    def hash(self, /) -> str:
        """SHA-256 of the rules."""

    def semantics(self, /) -> int:
        """The number of outcomes of the library that published it."""

    def call(self, /, operation: str, input: str) -> str:
        """Carries out one operation: JSON text in, canonical JSON text out."""

def inspect(
    sources: Sequence[tuple[str, str, Any]], office: Handle | None = None
) -> tuple[str, tuple[str, str], str, str]:
    """Looks at files, bytes and tables: what they are as canonical text, a summary in both languages, the mapping as JSON and as YAML."""

def to_text(value: Any) -> str:
    """The JSON text of a value; what JSON cannot hold exactly is refused."""

def canonical(text: str) -> str:
    """The canonical text of a JSON text."""

def call(request: bytes) -> bytes:
    """Carries out a whole request, stateless: bytes in, bytes out."""

def main(arguments: Sequence[str]) -> int:
    """The command line; answers the exit code."""

def merge_facts(frames: Sequence[Any]) -> Table:
    """Facts of shards as those of the whole; each frame has the columns of the shape `Fact`."""

def merge_profiles(profiles: Sequence[str]) -> str:
    """Profiles of shards as that of the whole, each as text."""
