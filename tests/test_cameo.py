"""CAMEO codes and back."""

import tomllib
from functools import cache

import pytest

from ghatna.lexicon.tables import SHIPPED
from ghatna.resolve.cameo import Cameo, cameo, plover


@cache
def table() -> Cameo:
    return Cameo.load((SHIPPED,))


@pytest.mark.parametrize(
    ("type_", "mode", "status", "contexts", "code"),
    [
        ("CONSULT", None, "actual", (), "040"),
        ("CONSULT", "visit", "actual", (), "042"),
        ("CONSULT", None, "future", (), "036"),
        ("AID", None, "actual", ("military",), "072"),
        ("AID", None, "actual", (), "070"),
        ("AID", None, "actual", ("asylum",), "075"),
        ("AGREE", None, "actual", ("economic",), "0311"),
        ("COOPERATE", None, "actual", ("intelligence", "military"), "064"),
        ("ACCUSE", "disapprove", "actual", (), "111"),
        ("ACCUSE", "allege", "actual", ("crime", "corruption"), "1121"),
        ("ACCUSE", "allege", "actual", (), "112"),
        ("COERCE", "arrest", "actual", ("legal",), "173"),
        ("ASSAULT", "drone", "actual", ("military",), "195"),
        ("ASSAULT", "firearms", "actual", (), "193"),
        ("SANCTION", "convict", "actual", ("legal",), "116"),
        ("PROTEST", "demo", "actual", (), "141"),
        ("MOBILIZE", "troops", "actual", ("military",), "154"),
    ],
)
def test_codes(type_: str, mode: str | None, status: str, contexts: tuple[str, ...], code: str) -> None:
    assert cameo(type_, mode, status, contexts, table()) == code


def test_every_type_and_mode_has_a_code_that_leads_back() -> None:
    labels = tomllib.loads((SHIPPED / "plover.toml").read_text("utf-8"))["types"]
    for type_, entry in labels.items():
        for mode in (None, *entry.get("modes", {})):
            code = cameo(type_, mode, "actual", (), table())
            assert code, f"{type_} {mode}"
            assert any(one.type == type_ for one in table().by_code[code])


def test_back() -> None:
    assert plover("036", table()) == ("AGREE", None, ("diplomatic",))
    assert plover("141", table()) == ("PROTEST", "demo", ())
    assert plover("1999", table()) == ("ASSAULT", None, ("military",))
    assert plover("", table()) is None
