"""Random forms on random data beside `jsonschema` and `jsonschema-rs`: the same keywords at the same places.

Where they are known to differ, each difference has a test of its own; the generator keeps out of its way.
"""

import json
import random
from collections.abc import Callable
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import jsonschema_rs
import namro
import pytest
from namro.shapes import Dossier

Told = set[tuple[str, str]]

SCHEMAS = 400
INSTANCES = 20
NAMES = ["a", "b", "ten", "vốn", "e/f", "g~h"]
VALUES: list[Any] = [None, True, False, 0, 1, -1, 2, 3, 10, 1000, 2**53 - 1, "", "a", "ab", "aab", "001090000001"]
VALUES += ["2026-02-28", "2026-02-30", "Nguyễn", "ậ", [], [1], [1, 1], ["a", "b"], {}, {"a": 1}, {"a": {"b": []}}]
PATTERNS = ["^[a-c]*$", "^[0-9]{12}$", "a", "^(a|b)+c?$", "^[^0-9]+$"]


def schema(draw: random.Random, depth: int = 0) -> Any:
    """A schema of the supported part, without what is known to be judged otherwise."""
    if draw.random() < 0.04:
        return draw.choice([True, {}, False])
    one: dict[str, Any] = {}
    below: Callable[[], Any] = lambda: schema(draw, depth + 1)
    some: Callable[[float], bool] = lambda share: draw.random() < share
    kinds = ["number", "string", "value"] if depth > 3 else ["number", "string", "value", "list", "map", "map", "choice", "if"]
    kind = draw.choice(kinds)
    if kind == "number":
        one["type"] = draw.choice(["integer", "number", ["integer", "null"]])
        for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]:
            if some(0.3):
                one[key] = draw.choice([-1, 0, 1, 2, 10])
        if some(0.2):
            one["multipleOf"] = draw.choice([1, 2, 3, 5])
    elif kind == "string":
        if some(0.8):
            one["type"] = "string"
        for key in ["minLength", "maxLength"]:
            if some(0.3):
                one[key] = draw.randrange(5)
        if some(0.3):
            one["pattern"] = draw.choice(PATTERNS)
        if some(0.2):
            one["format"] = "date"
    elif kind == "value":
        if some(0.5):
            one["const"] = draw.choice(VALUES)
        else:
            one["enum"] = draw.sample(VALUES, 3)
    elif kind == "list":
        one["type"] = "array"
        if some(0.8):
            # Python tells `false` of the list, and once; a part that is `false` occurs elsewhere.
            one["items"] = below() or {"type": "string"}
        if some(0.2):
            one["contains"] = below()
            if some(0.5):
                one["maxContains"] = draw.randrange(1, 3)
            if some(0.5):
                one["minContains"] = draw.randrange(3)
        for key in ["minItems", "maxItems"]:
            if some(0.3):
                one[key] = draw.randrange(4)
        if some(0.3):
            one["uniqueItems"] = True
        if "items" not in one and some(0.3):
            one["prefixItems"] = [below(), below()]
    elif kind == "map":
        one["type"] = "object"
        one["properties"] = {name: below() for name in draw.sample(NAMES, draw.randrange(1, 5))}
        if some(0.2):
            one["additionalProperties"] = draw.choice([False, below()])
        if some(0.5):
            # Where other entries are refused, the Rust reader misses a required one that is there and has no part.
            names = list(one["properties"]) if one.get("additionalProperties") is False else NAMES
            one["required"] = draw.sample(names, min(len(names), draw.randrange(1, 3)))
        if some(0.2):
            one["patternProperties"] = {"^[ab]$": below()}
        if some(0.1):
            one["dependentRequired"] = {"a": ["b"]}
        if some(0.1):
            one["dependentSchemas"] = {"b": below()}
        if some(0.1):
            one["propertyNames"] = {"maxLength": 2}
        for key in ["minProperties", "maxProperties"]:
            if some(0.15):
                one[key] = draw.randrange(4)
    elif kind == "choice":
        one[draw.choice(["allOf", "anyOf", "oneOf"])] = [below() for _ in range(draw.randrange(1, 4))]
        if some(0.2):
            one["not"] = below()
    else:
        one |= {key: below() for key in ["if", "then", "else"]}
    return one


def instance(draw: random.Random, form: Any, depth: int = 0) -> Any:
    """A value that mostly keeps to a schema."""
    if not isinstance(form, dict) or draw.random() < 0.15 or depth > 6:
        return draw.choice(VALUES)
    for key in ["allOf", "anyOf", "oneOf"]:
        if key in form:
            return instance(draw, draw.choice(form[key]), depth + 1)
    if "if" in form:
        return instance(draw, form[draw.choice(["if", "then", "else"])], depth + 1)
    if "const" in form:
        return form["const"]
    if "enum" in form:
        return draw.choice(form["enum"])
    if form.get("type") == "array":
        parts = form.get("prefixItems", []) + [form.get("items", True)] * draw.randrange(4)
        return [instance(draw, part, depth + 1) for part in parts]
    if form.get("type") == "object":
        kept = [(name, part) for name, part in form["properties"].items() if draw.random() < 0.8]
        out = {name: instance(draw, part, depth + 1) for name, part in kept}
        if draw.random() < 0.2:
            out[draw.choice(NAMES)] = draw.choice(VALUES)
        return out
    return draw.choice(VALUES)


def filled(value: Any) -> Any:
    """The value without blanks: here a field that is null or blank is one that is not given, elsewhere it is a value."""
    if isinstance(value, dict):
        return {name: filled(part) for name, part in value.items() if not is_blank(part)}
    if isinstance(value, list):
        return [filled(part) for part in value if not is_blank(part)]
    return value


def is_blank(value: Any) -> bool:
    return value is None or isinstance(value, str) and not value.strip()


def escaped(path: Any) -> str:
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in path)


def unescaped(pointer: str) -> list[str]:
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def told(keyword: str | None, place: Any, way: list[Any]) -> tuple[str, str]:
    """A fault in the words of this library, which differ in four places and never in what is wrong.

    A name that is not allowed is a fault of the map, and of no part of the name; what is missing because something
    else is there is missing by `dependentRequired`; too few or too many of what a list must contain are told by the
    keyword that says how many; and Python tells a schema that is `false` without its place.
    """
    leads = {token for before, token in zip([None, *way], way) if before != "properties"}
    if "propertyNames" in leads:
        keyword = "propertyNames"
    elif keyword == "required" and "dependentRequired" in leads:
        keyword = "dependentRequired"
    elif keyword in {"minContains", "maxContains"}:
        keyword = "contains"
    elif keyword in {None, "falseSchema", "false schema"}:
        return "false schema", ""
    return str(keyword), escaped(place)


def by_python(form: Any, data: Any) -> Told:
    checker = jsonschema.Draft202012Validator(form, format_checker=jsonschema.FormatChecker(["date"]))
    return {told(e.validator, e.absolute_path, list(e.absolute_schema_path)) for e in checker.iter_errors(data)}


def by_rust(form: Any, data: Any) -> Told:
    checker = jsonschema_rs.Draft202012Validator(form, validate_formats=True)
    return {told(e.kind.name, e.instance_path, list(e.schema_path)) for e in checker.iter_errors(data)}


def office(form: Any) -> namro.Office:
    return namro.Office.from_dict({"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P", "form": form}}})


def by_namro(office: namro.Office, data: Any) -> Told:
    dossier: Dossier = {"procedure": "1.000001", "form": data}
    verdict = office.check(dossier=dossier, at="2026-01-08T09:00:00+07:00")
    # `blank` is told beside the keywords, of texts that JSON Schema lets pass.
    remarks = (remark for remark in verdict.remarks if remark.code != "blank")
    return {told(remark.code, unescaped(remark.pointer), []) for remark in remarks}


def test_random_forms_are_judged_alike() -> None:
    draw = random.Random(2026)
    keywords: set[str] = set()
    judged = 0
    for _ in range(SCHEMAS):
        form = schema(draw)
        whole = {"properties": {"x": form}}
        try:
            ours = office(whole)
        except namro.NamroError as error:
            # Bounds that nothing can keep are a fault of the form here, and accepted elsewhere.
            assert error.code == "bad_schema", error
            continue
        for _ in range(INSTANCES):
            data = filled({"x": instance(draw, form)})
            found = by_namro(ours, data)
            shown = json.dumps([whole, data], ensure_ascii=False)
            assert found == by_python(whole, data), shown
            assert found == by_rust(whole, data), shown
            keywords |= {keyword for keyword, _ in found}
            judged += 1
    assert judged > SCHEMAS * INSTANCES / 2
    print(f"{judged} pairs of form and data, {len(keywords)} keywords violated: {sorted(keywords)}")
    assert len(keywords) >= 25


def ready(form: Any, data: str) -> bool:
    """What the library says of a form given as JSON text: no number is bent on the way."""
    request = f'{{"dossier": {{"procedure": "1.000001", "form": {data}}}, "at": "2026-01-08T09:00:00+07:00"}}'
    return bool(office(form).call("check", request).ready)


def test_a_hundredth_is_exact() -> None:
    # ajv says that 19.99 is no multiple of 0.01.
    form = {"multipleOf": 0.01}
    assert ready(form, "19.99") and not ready(form, "19.995")
    assert ready({"multipleOf": 0.1}, "0.3")
    assert jsonschema_rs.is_valid(form, 19.99)


def test_whole_numbers_beyond_doubles_differ() -> None:
    # To JavaScript both are one number.
    form = {"const": 2**53 - 1}
    assert ready(form, str(2**53 - 1)) and not ready(form, str(2**53 + 1))
    assert not ready({"maximum": 2**53 - 1}, str(2**53))
    assert not jsonschema.Draft202012Validator({"const": 2**53}).is_valid(2**53 + 1)


def test_a_text_ends_where_it_ends() -> None:
    form = {"pattern": "^[0-9]{12}$"}
    assert not ready(form, r'"001090000001\n"')
    assert jsonschema.Draft202012Validator(form).is_valid("001090000001\n"), "Python lets a last newline pass"
    assert not jsonschema_rs.is_valid(form, "001090000001\n")


def test_digits_are_ascii() -> None:
    form = {"pattern": r"^\d{2}$"}
    assert ready(form, '"12"') and not ready(form, '"１２"') and not ready(form, '"٣٤"')
    assert jsonschema.Draft202012Validator(form).is_valid("１２"), "Python takes full-width digits"


def test_a_pattern_is_linear() -> None:
    # Takes Python and JavaScript longer than anybody waits: 28 letters took ajv most of a minute.
    assert not ready({"pattern": "^(a+)+$"}, json.dumps("a" * 100_000 + "b"))


def test_what_is_too_deep_is_refused() -> None:
    # Python gives up by an error, the Rust reader by the end of the process.
    with pytest.raises(namro.NamroError, match="too_deep"):
        ready({}, "[" * 100_000 + "]" * 100_000)
    assert ready({}, "[" * 62 + "]" * 62)
    with pytest.raises(namro.NamroError, match="too_deep"):
        ready({}, "[" * 63 + "]" * 63)


def test_a_length_is_that_of_the_composed_text() -> None:
    form = {"maxLength": 13}
    decomposed = "\u0110\u0103\u0323ng Thi\u0323 Bu\u031bo\u031b\u0309i"
    assert ready(form, json.dumps("Đặng Thị Bưởi")) and ready(form, json.dumps(decomposed))
    assert not jsonschema_rs.is_valid(form, decomposed), "others count the marks too"
