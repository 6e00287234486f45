"""Formats of the field, read back by tools that others wrote."""

import csv
import io
import json
from datetime import UTC, date, datetime
from importlib.metadata import distribution
from pathlib import Path

import duckdb
import pandas
import polars
import pytest
from typer.testing import CliRunner

from ghatna.lexicon.labels import Labels
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document, Entity, Event, Numbers, Place
from ghatna.pipeline import Coder
from ghatna.resolve.cameo import Cameo
from ghatna.serve import output
from ghatna.serve.cli import app
from ghatna.serve.formats import gdelt, plover, polecat
from ghatna.serve.formats.codes import codes
from test_store import an_event

WILD = '"=1+1\t\n\r\u2028|\x00,;\'"'
INDIA = Entity(text="भारत", start=0, end=4, country="IND", sectors=("GOV",), name="India", id="Q668")
NEPAL = Entity(text="नेपाल", start=8, end=13, country="NPL", sectors=("GOV",), name="Nepal", id="Q837")
UN = Entity(text="यूएन", start=20, end=24, country="IGO:UN", sectors=("IGO",), name="United Nations", id="Q1065")
PRESS = Entity(text="पत्रकारों", start=30, end=39, country="ROU", sectors=("JRN", "CVL"))
BIHAR = Place(text="बिहार", name="Bihar", country="IND", admin1="Bihar", lat=25.6, lon=85.9)
DELHI = Place(text="दिल्ली", name="Delhi", country="IND", admin1="Delhi", lat=28.65, lon=77.23, geonames=1273294)
PUNE = Place(text="पुणे", name="Pune", country="IND", admin1="Maharashtra", lat=18.52, lon=73.86, geonames=1259229)
FULL = an_event(
    "0123456789abcdef",
    "a",
    url="https://example.org/a",
    outlet="दैनिक",
    mode="phone",
    type="CONSULT",
    quad=1,
    score=1.5,
    cameo="0311",
    actors=(INDIA, PRESS),
    recipients=(NEPAL, UN),
    place=PUNE,
    contexts=("economic", "military"),
    numbers=Numbers(killed=3, people=9),
    source="मंत्री",
    published=datetime(2024, 11, 30, 20, 30, tzinfo=UTC),
)


def written(form: str, *events: Event, at: Path) -> Path:
    file = at / f"out.{form}"
    output.write(events, form, file)
    return file


@pytest.fixture(scope="module")
def coded(coder: Coder) -> list[Event]:
    from ghatna import read

    return [e for d in read(str(Path(__file__).parent.parent / "examples")) for e in coder.code(d)]


def test_columns_are_those_of_the_gdelt_package() -> None:
    files = distribution("gdelt").files or []
    (listed,) = (file for file in files if file.name == "events2.csv")
    with Path(str(listed.locate())).open(encoding="utf-8", newline="") as file:
        assert tuple(row["name"] for row in csv.DictReader(file)) == gdelt.COLUMNS


def test_gdelt_is_read_by_pandas_polars_and_duckdb(tmp_path: Path, coded: list[Event]) -> None:
    file = written("gdelt", *coded, at=tmp_path)
    codes_ = {name: str for name in gdelt.COLUMNS if name.endswith("Code")}
    table = pandas.read_csv(
        file, sep="\t", names=list(gdelt.COLUMNS), dtype=codes_, keep_default_na=False, na_values=""
    )
    assert len(table) == sum(len(gdelt.pairs(e)) for e in coded if e.status == "actual") > 50
    for name in ("GLOBALEVENTID", "SQLDATE", "IsRootEvent", "QuadClass", "NumMentions", "DATEADDED"):
        assert str(table[name].dtype) == "int64", name
    for name in ("FractionDate", "GoldsteinScale", "ActionGeo_Lat"):
        assert str(table[name].dtype) == "float64", name
    assert table["GLOBALEVENTID"].is_unique
    assert set(table["EventCode"]) <= set(Cameo.load((SHIPPED,)).by_code)
    assert (table["EventBaseCode"] == table["EventCode"].str[:3]).all()
    assert (table["EventRootCode"] == table["EventCode"].str[:2]).all()
    lazy = polars.read_csv(file, separator="\t", has_header=False, new_columns=list(gdelt.COLUMNS), infer_schema=False)
    assert lazy["SOURCEURL"].to_list() == table["SOURCEURL"].to_list()
    found = duckdb.sql(f"select column00, column60 from read_csv('{file}', delim='\t', header=false, all_varchar=true)")
    assert [int(number) for number, _ in found.fetchall()] == table["GLOBALEVENTID"].to_list()


def test_gdelt_cell_by_cell() -> None:
    first, second, *_ = [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in gdelt.rows(FULL)]
    assert {k: v for k, v in first.items() if v not in (None, "")} == {
        "GLOBALEVENTID": 0x0123456789ABCDE, "SQLDATE": "20241130", "MonthYear": "202411", "Year": 2024,
        "FractionDate": "2024.9041", "Actor1Code": "INDGOV", "Actor1Name": "INDIA", "Actor1CountryCode": "IND",
        "Actor1Type1Code": "GOV", "Actor2Code": "NPLGOV", "Actor2Name": "NEPAL", "Actor2CountryCode": "NPL",
        "Actor2Type1Code": "GOV", "IsRootEvent": 1, "EventCode": "0311", "EventBaseCode": "031", "EventRootCode": "03",
        "QuadClass": 1, "GoldsteinScale": 5.2, "NumMentions": 1, "NumSources": 1, "NumArticles": 1,
        "Actor1Geo_Type": 1, "Actor1Geo_FullName": "India", "Actor1Geo_CountryCode": "IN", "Actor1Geo_ADM1Code": "IN",
        "Actor1Geo_FeatureID": "IN", "Actor2Geo_Type": 1, "Actor2Geo_FullName": "Nepal", "Actor2Geo_CountryCode": "NP",
        "Actor2Geo_ADM1Code": "NP", "Actor2Geo_FeatureID": "NP", "ActionGeo_Type": 4,
        "ActionGeo_FullName": "Pune, Maharashtra, India", "ActionGeo_CountryCode": "IN", "ActionGeo_ADM1Code": "IN16",
        "ActionGeo_Lat": 18.52, "ActionGeo_Long": 73.86, "DATEADDED": "20241130203000",
        "SOURCEURL": "https://example.org/a",
    }  # fmt: skip
    assert (second["Actor2Code"], second["Actor2KnownGroupCode"], second["Actor2CountryCode"]) == ("IGOUNO", "UNO", "")
    assert second["Actor2Geo_CountryCode"] is None
    (press,) = gdelt.rows(an_event("x", "a", actors=(PRESS,), place=BIHAR))
    row = dict(zip(gdelt.COLUMNS, press, strict=True))
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1Geo_CountryCode"]) == ("ROMMEDCVL", "ROM", "RO")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_ADM1Code"]) == (5, "Bihar, India", "IN34")
    (in_delhi,) = gdelt.rows(an_event("x", "a", place=DELHI))
    assert in_delhi[51:56] == [4, "Delhi, India", "IN", "IN07", None]
    assert (row["Actor2Code"], row["SOURCEURL"], row["DATEADDED"]) == (None, "a", None)


def test_who_meets_is_paired_and_who_protests_is_not() -> None:
    both = {"actors": (INDIA, NEPAL), "recipients": ()}
    assert gdelt.pairs(an_event("1", "a", type="CONSULT", **both)) == [(INDIA, NEPAL)]
    assert gdelt.pairs(an_event("1", "a", type="PROTEST", **both)) == [(INDIA, None), (NEPAL, None)]
    numbers = [gdelt.number(id, n) for id in ("0123456789abcdef", "e1", "नहीं", "") for n in range(3)]
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 2**60 for number in numbers)


def test_only_what_happened_is_in_a_table_without_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("gdelt", "polecat"):
        file = written(form, FULL, an_event("2", "a", status="negated"), at=tmp_path)
        assert len(file.read_text("utf-8").splitlines()) == {"gdelt": 4, "polecat": 2}[form]
        assert capsys.readouterr().err.startswith(f"ghatna: 1 events left out: {form} holds only what happened")


def test_polecat_is_read_by_pandas_polars_and_duckdb(tmp_path: Path, coded: list[Event]) -> None:
    file = written("polecat", *coded, at=tmp_path)
    actual = [e for e in coded if e.status == "actual"]
    table = pandas.read_csv(file, sep="\t", dtype=str, keep_default_na=False)
    assert tuple(table.columns) == polecat.COLUMNS
    assert table["Event ID"].to_list() == [e.id for e in actual]
    assert table["Event Type"].to_list() == [e.type for e in actual]
    assert set(table["Quad Code"]) <= {name.upper() for name in Labels.load((SHIPPED,)).quads.values()}
    assert not (table == "").any().any()
    again = polars.read_csv(file, separator="\t", infer_schema=False, null_values="None")
    assert again.columns == list(polecat.COLUMNS)
    assert again["Actor Country"].drop_nulls().str.contains("IND").any()
    found = duckdb.sql(f"select \"Event ID\" from read_csv('{file}', delim='\t', header=true, all_varchar=true)")
    assert [id for (id,) in found.fetchall()] == [e.id for e in actual]


def test_polecat_cell_by_cell() -> None:
    quads = {1: "VERBAL COOPERATION"}
    row = dict(zip(polecat.COLUMNS, polecat.row(FULL, quads), strict=True))
    assert row["Contexts"] == "economic; military"
    assert row["Actor Name"] == "India; पत्रकारों"
    assert (row["Actor Country"], row["Actor COW"]) == ("IND; ROU", "750; 360")
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("GOV; JRN", "GOV; JRN; CVL")
    assert (row["Recipient Country"], row["Wikipedia Recipient ID"]) == ("NPL; None", "Q837; Q1065")
    assert (row["City"], row["Province"], row["Country"], row["Feature Type"]) == ("Pune", "Maharashtra", "IND", "PPL")
    assert str(row["Publication Date"]) == "2024-12-01", "the day in India"


def test_plover_is_read_as_json(tmp_path: Path, coded: list[Event]) -> None:
    file = written("plover", *coded, FULL, an_event("2", "b", status="negated", date_precision="month"), at=tmp_path)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines[:-2]] == [e.id for e in coded]
    table = duckdb.sql(f"select id, event, source from read_json('{file}', format='newline_delimited')")
    assert (
        len(table.fetchall()) == len(polars.read_ndjson(file)) == len(pandas.read_json(file, lines=True)) == len(lines)
    )
    full, negated = lines[-2:]
    assert full["source"][1] == {
        "code": "ROU", "sector": "JRN", "other_sector_codes": ["CVL"], "actorText": "पत्रकारों"
    }  # fmt: skip
    assert full["target"][1]["code"] == "IGO"
    assert (full["event"], full["mode"], full["sizeInfo"]) == (["CONSULT"], ["phone"], {"dead": 3})
    assert full["eventLoc"]["cc3"] == "IND"
    assert (full["coder"], full["comment"]) == ("ghatna", "frame aid.help; reported by मंत्री")
    assert (negated["mode"], negated["date"], negated["enddate"]) == (["negation"], "2024-11-30", "2024-11-30")
    assert negated["source"] and "target" not in negated
    assert plover.record(an_event("3", "a", actors=()))["source"] == []


@pytest.mark.parametrize("form", ["csv", "polecat", "gdelt"])
def test_no_text_breaks_a_line_or_is_run(tmp_path: Path, form: str) -> None:
    wild = Entity(text=WILD, start=0, end=1, country="IND", name=WILD, sectors=("GOV",))
    event = an_event(
        "1", "=cmd|' /C calc'!A0", url="@x", outlet=" +1", trigger="-1", sentence=WILD, actors=(wild,),
        recipients=(wild,), source=WILD, place=Place(text=WILD, name=WILD, country="IND"), score=-5.0,
    )  # fmt: skip
    file = written(form, event, FULL, at=tmp_path)
    text = file.read_text("utf-8")
    assert len(text.splitlines()) == (1 + len(gdelt.pairs(FULL)) if form == "gdelt" else 3)
    sep, header = ("," if form == "csv" else "\t"), (None if form == "gdelt" else 0)
    table = pandas.read_csv(file, sep=sep, dtype=str, keep_default_na=False, header=header)
    assert len(table) == text.count("\n") - (form != "gdelt")
    if form == "csv":
        (row, _) = csv.DictReader(io.StringIO(text, newline=""))
        assert (row["url"], row["outlet"], row["trigger"], row["score"]) == ("'@x", "' +1", "'-1", "-5.0")
        assert row["article"].startswith("'=")


def test_csv_and_parquet_say_the_same(tmp_path: Path, coded: list[Event]) -> None:
    sheet = polars.read_csv(written("csv", *coded, at=tmp_path), infer_schema=False)
    columns = polars.read_parquet(written("parquet", *coded, at=tmp_path))
    assert sheet.columns == columns.columns
    assert sheet["id"].to_list() == columns["id"].to_list() == [e.id for e in coded]
    assert json.loads(sheet["actors"][0])[0]["text"] == columns["actors"][0][0]["text"]


def test_the_tables_of_codes_hold() -> None:
    known = codes()
    assert len(known.countries) > 245
    assert {c.cameo: iso for iso, c in known.countries.items() if c.cameo != iso} == {
        "ROM": "ROU", "TMP": "TLS", "IMY": "IMN", "MTN": "MNE"
    }  # fmt: skip
    for iso, fips, cow in (("DEU", "GM", "255"), ("CHN", "CH", "710"), ("CHE", "SZ", "225"), ("GBR", "UK", "200")):
        assert (known.countries[iso].fips, known.countries[iso].cow) == (fips, cow)
    numbers = [c.cow for c in known.countries.values() if c.cow]
    assert len(set(numbers)) == len(numbers) == 195
    assert all(known.goldstein(code) is not None for code in Cameo.load((SHIPPED,)).by_code)
    assert [known.goldstein(x) for x in ("0334", "0331", "1056", "1822", "190", "x")] == [
        6.0,
        5.2,
        -5.0,
        -9.0,
        -10.0,
        None,
    ]
    labels = Labels.load((SHIPPED,))
    assert set(known.sectors) <= set(labels.sectors)
    names = (SHIPPED / "hindi" / "actors" / "countries.tsv").read_text("utf-8").splitlines()
    states = {line.split("\t")[1] for line in names if line[:1] != "#"} - {"country"}
    assert {s for s in states if ":" not in s and len(s) == 3} - set(known.countries) == set()


def test_the_shell_writes_them(tmp_path: Path) -> None:
    rows = tmp_path / "r.jsonl"
    said = Document(id="r", text="भारत ने नेपाल को मदद दी।").text
    rows.write_text(json.dumps({"id": "r", "text": said, "published": "2025-03-01"}), "utf-8")
    run = CliRunner()
    line = run.invoke(app, ["code", str(rows), "--format", "gdelt", "--store", str(tmp_path / "s")]).stdout
    assert line == run.invoke(app, ["events", "--format", "gdelt", "--store", str(tmp_path / "s")]).stdout
    cells = line.rstrip("\n").split("\t")
    assert (len(cells), cells[5], cells[15], cells[26]) == (61, "INDGOV", "NPLGOV", "070")
    assert date.fromisoformat(cells[1]) == date(2025, 3, 1)
