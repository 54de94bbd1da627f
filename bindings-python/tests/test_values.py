"""From Python values to JSON text and back."""

import datetime
import decimal
import enum
import math
from collections import OrderedDict
from types import MappingProxyType
from zoneinfo import ZoneInfo

import namro
import pytest
from namro._namro import to_text

HANOI = datetime.timezone(datetime.timedelta(hours=7))


class Colour(str, enum.Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (0, "0"),
        (-(2**53) + 1, "-9007199254740991"),
        (0.1, "0.1"),
        (2.0, "2"),
        (1e-7, "0.0000001"),
        (decimal.Decimal("12.50"), "12.50"),
        (decimal.Decimal("1E+3"), "1000"),
        ('a"\n\u00e9', '"a\\"\\né"'),
        ([1, (2, "x")], '[1,[2,"x"]]'),
        ({"b": 1, "a": {}}, '{"b":1,"a":{}}'),
        (OrderedDict(a=1), '{"a":1}'),
        (MappingProxyType({"a": 1}), '{"a":1}'),
        (Colour.RED, '"red"'),
        (datetime.date(2026, 1, 8), '"2026-01-08"'),
        (datetime.datetime(2026, 1, 8, 9, tzinfo=HANOI), '"2026-01-08T09:00:00+07:00"'),
        (datetime.datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("Europe/Amsterdam")), '"2026-07-01T09:00:00+02:00"'),
    ],
)
def test_written(value: object, text: str) -> None:
    assert to_text(value) == text


def nested(depth: int) -> list[object]:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        ({"a": [1, math.nan]}, "wrong_type", "/a/1"),
        ({"a": -math.inf}, "wrong_type", "/a"),
        ({"a": 2**53}, "number_too_large", "/a"),
        ({"a": -(10**30)}, "number_too_large", "/a"),
        ({"a": 1e300}, "number_too_large", "/a"),
        ({"a/b": {"c~d": {1}}}, "wrong_type", "/a~1b/c~0d"),
        ({1: 2}, "wrong_type", ""),
        (object(), "wrong_type", ""),
        ("\ud800", "not_utf8", ""),
        (decimal.Decimal("NaN"), "wrong_type", ""),
        (nested(300), "too_deep", ""),
    ],
)
def test_refused(value: object, code: str, path: str) -> None:
    with pytest.raises(namro.NamroError) as caught:
        to_text(value)
    assert (caught.value.code, caught.value.path) == (code, path)


def test_a_value_that_contains_itself() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(namro.NamroError, match="too_deep"):
        to_text(value)


def test_numpy() -> None:
    numpy = pytest.importorskip("numpy")
    assert to_text([numpy.int64(3), numpy.float64(0.5), numpy.bool_(True)]) == "[3,0.5,true]"
    assert to_text(numpy.array([[1], [2]])) == "[[1],[2]]"
    with pytest.raises(namro.NamroError, match="number_too_large"):
        to_text(numpy.uint64(2**63))
