"""Reviews: laid over the coding, kept through recoding, a measure of the coder, a gold."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ghatna.errors import StoreError
from ghatna.model import Document, Entity, Event, Place
from ghatna.serve import score
from ghatna.serve.cli import app
from ghatna.serve.judged import exported, measured
from ghatna.store import Store
from ghatna.store.reviews import review_records, review_table
from test_store import an_event

TEXT = "रूस ने मदद दी।\nनेपाल ने भारत की निंदा की और बैठक रद्द की। पुणे में सभा हुई।"
RUN = CliRunner()


def told(id: str, words: str, type: str = "AID", version: str = "1", **more: Any) -> Event:
    start = TEXT.index(words)
    first = TEXT.rfind("\n", 0, start) + 1
    sentence = TEXT[first:].split("\n")[0]
    placed = {
        "trigger": words,
        "start": start,
        "end": start + len(words),
        "sentence": sentence,
        "sentence_start": first,
    }
    return an_event(id, "a", version, type=type, **placed, **more)


def party(words: str, country: str | None = None, **more: Any) -> Entity:
    start = TEXT.index(words)
    return Entity(text=words, start=start, end=start + len(words), country=country, **more)


AID = told("e1", "मदद दी")
BLAME = told(
    "e2", "निंदा की", "ACCUSE", actors=(party("नेपाल", "NPL"),), recipients=(party("भारत", "IND"),), mode="disapprove"
)
CALL_OFF = told("e3", "रद्द की", "REJECT", actors=(), contexts=("diplomatic",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(tmp_path / "s")
    kept.add(Document(id="a", text=TEXT), [AID, BLAME, CALL_OFF])
    return kept


def ids(store: Store, **asked: Any) -> list[str]:
    return list(store.events(**asked)["id"].to_pylist())


def test_what_is_accepted_stays_and_what_is_rejected_is_gone(store: Store) -> None:
    store.review("e1", by="Asha")
    store.review("e2", by="Asha", why="a quotation", verdict="reject")
    assert ids(store) == ["e1", "e3"]
    assert ids(store, raw=True) == ["e1", "e2", "e3"]
    assert store.event("e2") is None
    assert store.event("e2", raw=True) == BLAME
    assert store.sql("select count(*) n from events")["n"].to_pylist() == [2]
    assert store.sql("select verdict, reviewer from reviews order by reviewed").to_pylist() == [
        {"verdict": "accept", "reviewer": "Asha"},
        {"verdict": "reject", "reviewer": "Asha"},
    ]
    assert store.events_of(["a"])["a"] == [AID, BLAME, CALL_OFF], "what was coded"


def test_a_correction_is_seen_and_asked_for(store: Store) -> None:
    store.review("e3", by="Ravi", why="it meets", set={"type": "consult", "mode": "visit", "date": "2024-11"})
    store.review(
        "e2",
        by="Ravi",
        why="the other way",
        set={"actors": "भारत; रूस/RUS/GOV,MIL", "recipients": "", "status": "negated"},
    )
    store.review("e1", by="Ravi", why="it was there", set={"place": "पुणे"})
    (meets,) = (store.event("e3"),)
    assert meets is not None
    assert (meets.type, meets.mode, meets.quad, meets.score, meets.cameo) == ("CONSULT", "visit", 1, 4.0, "042")
    assert (meets.date, meets.date_precision, meets.contexts) == (date(2024, 11, 1), "month", ("diplomatic",))
    blame = store.event("e2")
    assert blame is not None
    assert [(e.text, e.start, e.country, e.sectors) for e in blame.actors] == [
        ("भारत", TEXT.index("भारत"), "IND", ()), ("रूस", 0, "RUS", ("GOV", "MIL"))
    ]  # fmt: skip
    assert (blame.recipients, blame.status, blame.mode) == ((), "negated", "disapprove")
    aid = store.event("e1")
    assert aid is not None and aid.place is not None
    assert (aid.place.name, aid.place.admin1, aid.place.lat is not None) == ("Pune", "Maharashtra", True)
    assert ids(store, type="CONSULT") == ["e3"]
    assert ids(store, type="REJECT") == []
    assert ids(store, type="REJECT", raw=True) == ["e3"]
    assert ids(store, actor="IND") == ["e2"]
    assert ids(store, recipient="IND") == []


def test_the_latest_review_counts_and_all_are_kept(store: Store) -> None:
    store.review("e1", by="Asha", why="no", verdict="reject")
    store.review("e1", by="Ravi", why="yes, but said of the past", set={"status": "historical"})
    assert store.sql("select status from events where id = 'e1'")["status"].to_pylist() == ["historical"]
    store.review("e1", by="Asha")
    assert store.event("e1") == AID
    assert [(r.reviewer, r.verdict, r.why) for r in store.reviews()] == [
        ("Asha", "reject", "no"), ("Ravi", "correct", "yes, but said of the past"), ("Asha", "accept", "")
    ]  # fmt: skip
    assert review_records(review_table(store.reviews())) == store.reviews()


def test_values_instead_of_words(store: Store) -> None:
    where = Place(text="पुणे", name="Pune", country="IND")
    store.review(
        "e1", by="x", why="y", set={"actors": [party("नेपाल", "NPL")], "date": date(2025, 1, 2), "place": where}
    )
    seen = store.event("e1")
    assert seen is not None
    assert (seen.actors, seen.date, seen.place) == ((party("नेपाल", "NPL"),), date(2025, 1, 2), where)
    with pytest.raises(StoreError, match="does not stand at"):
        store.review("e1", by="x", why="y", set={"actors": [Entity(text="नेपाल", start=0, end=5)]})


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"type": "WAR"}, "no type 'WAR'"),
        ({"mode": "visit"}, "AID has no mode 'visit'"),
        ({"status": "maybe"}, "no status"),
        ({"score": 3}, "no field 'score'"),
        ({"date": "soon"}, "is no day"),
        ({"date": "2024-02-30"}, "no day '2024-02-30'"),
        ({"actors": "चीन"}, "does not stand in the article"),
        ({"actors": "रूस/Russia"}, "no country 'Russia'"),
        ({"actors": "रूस/RUS/KING"}, "no sector 'KING'"),
        ({"actors": "रूस/RUS/GOV/MIL"}, "is not words/COUNTRY"),
        ({"actors": 3}, "is no Entity"),
        ({"place": "सभा"}, "no place of the gazetteer"),
        ({"place": "सभा/Hall"}, "is not words/English name"),
        ({}, "nothing is set"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_written(
    store: Store, asked: dict[str, object], problem: str
) -> None:
    with pytest.raises(StoreError, match=problem):
        store.review("e1", by="x", why="y", set=asked)
    assert store.reviews() == []


def test_a_review_wants_an_event_a_name_and_a_reason(store: Store) -> None:
    for wrong in ({"by": " "}, {"by": "x", "verdict": "reject"}, {"by": "x", "verdict": "maybe", "why": "y"}):
        with pytest.raises(StoreError):
            store.review("e1", **wrong)  # type: ignore[arg-type]
    for id in ("none", "e", ""):
        with pytest.raises(StoreError, match="no one event has this id"):
            store.review(id, by="x")
    assert store.reviews() == []


def test_recoding_leaves_reviews_alone_and_they_find_their_events(store: Store) -> None:
    store.review("e1", by="x", why="y", set={"status": "historical"})
    store.review("e2", by="x", why="y", verdict="reject")
    store.review("e3", by="x", why="y", set={"type": "CONSULT"})
    again = [
        told("e1", "मदद दी", version="2", contexts=("military",)),  # the same id
        told("n2", "की निंदा की", "ACCUSE", "2"),  # another id, the act wider
        told("n3", "रद्द की", "AID", "2"),  # neither the coder's type of then nor that of the review
    ]
    before = store.reviews()
    store.add(Document(id="a", text=TEXT), again, version="2")
    assert store.reviews() == before
    assert ids(store) == ["e1", "n3"]
    seen = store.event("e1")
    assert seen is not None
    assert (seen.status, seen.contexts, seen.version) == ("historical", ("military",), "2")
    held = store.reviewed()
    by_event = {review.event: held.how.get(review.id) for review in before}
    assert by_event == {"e1": "id", "e2": "words", "e3": None}
    assert [review.event for review in held.loose] == ["e3"]
    listed = RUN.invoke(app, ["review", "--store", str(store.folder)]).output
    assert f"no longer there: e3 REJECT <रद्द की> of a, correct by x ({before[2].id})" in listed
    assert "reject  by x: y  (found by its words as n2)" in listed
    # What the review made of it, a later coder may say itself.
    store.add(Document(id="a", text=TEXT), [told("m3", "रद्द की", "CONSULT", "3")], version="3")
    assert store.reviewed().now["m3"].event == "e3"


def test_another_act_with_the_same_words_is_not_taken(store: Store) -> None:
    store.review("e3", by="x", why="y", verdict="reject")
    store.add(Document(id="a", text=TEXT), [told("n", "निंदा की", "REJECT", "2")], version="2")
    assert ids(store) == ["n"]
    other = an_event("o", "b", "2", type="REJECT", trigger="रद्द की", start=CALL_OFF.start, end=CALL_OFF.end)
    store.add(Document(id="b", text=TEXT), [other], version="2")
    assert ids(store) == ["n", "o"]


def test_an_older_version_stays_as_it_was(store: Store) -> None:
    store.review("e1", by="x", why="early", verdict="reject", at=datetime(2001, 1, 1, tzinfo=UTC))
    written = store.versions()[0][0]
    before = store.events(as_of=written)
    assert before["id"].to_pylist() == ["e2", "e3"]
    store.review("e2", by="x", why="late", verdict="reject", at=datetime.now(UTC) + timedelta(seconds=5))
    assert store.events(as_of=written) == before
    assert ids(store) == ["e3"]
    assert ids(store, as_of=written, reviews_as_of=2) == ["e3"]
    assert ids(store, reviews_as_of=1) == ["e2", "e3"]
    with pytest.raises(StoreError, match="no version 9"):
        store.events(reviews_as_of=9)


def test_the_coder_is_measured_by_reviews(store: Store) -> None:
    assert list(measured(store)) == ["no reviews"]
    store.review("e1", by="x")
    store.review("e2", by="x", why="y", verdict="reject")
    store.review("e3", by="x", why="y", set={"status": "future"})
    lines = list(measured(store, per_type=True))
    assert lines[0] == "3 events reviewed: 1 accepted, 1 corrected, 1 rejected; 3 of them are in today's coding"
    assert lines[1] == "event      P 0.667  R 1.000  F1 0.800"
    assert "status 0.500" in lines[4]
    assert lines[5].startswith("of 2 upheld, as the reviewers have it: type 1.000  mode 1.000  status 0.500")
    assert "  ACCUSE     upheld    0 coded    1  P 0.00 R 0.00 F1 0.00" in lines
    store.add(
        Document(id="a", text=TEXT), [told("n3", "रद्द की", "REJECT", "2", actors=(), status="future")], version="2"
    )
    lines = list(measured(store))
    assert lines[0].endswith("1 of them are in today's coding")
    assert lines[1] == "event      P 1.000  R 0.500  F1 0.667"
    assert sum(line.startswith("no longer there") for line in lines) == 2


def test_reviewed_sentences_are_a_gold(store: Store, tmp_path: Path) -> None:
    store.review("e1", by="x", why="y", verdict="reject")
    store.review("e2", by="x", why="y", set={"recipients": "भारत/IND/GOV"})
    rows, left = exported(store)
    assert (len(rows), left) == (1, 1), "e3 stands in the sentence of e2 and nobody has said what it is worth"
    store.review("e3", by="z")
    out = tmp_path / "gold.jsonl"
    done = RUN.invoke(app, ["export-gold", "--store", str(store.folder), "--out", str(out)])
    assert (done.exit_code, done.output) == (0, "")
    gold = score.load(out)
    assert {key: row["text"] for key, row in gold.items()} == {"a-0": TEXT.split("\n")[0], "a-15": TEXT.split("\n")[1]}
    assert gold["a-0"]["events"] == []
    assert gold["a-15"]["events"][0] == {
        "type": "ACCUSE", "mode": "disapprove", "status": "actual", "trigger": "निंदा की",
        "actors": [{"text": "नेपाल", "country": "NPL", "sectors": []}],
        "recipients": [{"text": "भारत", "country": "IND", "sectors": ["GOV"]}], "source": None,
    }  # fmt: skip
    (own, *_) = score.load(Path(__file__).parent / "gold" / "own_accuse.jsonl").values()
    assert set(gold["a-15"]) == {"from", *own} | {"from"}
    assert set(gold["a-15"]["events"][0]) == set(own["events"][0])
    assert RUN.invoke(app, ["score", str(out)]).exit_code == 0


def test_the_shell(store: Store) -> None:
    def run(*words: str) -> Any:
        return RUN.invoke(app, [*words, "--store", str(store.folder)])

    assert (
        run("review", "e2", "--set", "mode=", "--set", "date=2024-12-01", "--by", "Asha", "--why", "वह").exit_code == 0
    )
    assert "2024-12-01  नेपाल (NPL) → ACCUSE → भारत (IND)" in run("events").output
    assert "2024-11-30  नेपाल (NPL) → ACCUSE/disapprove → भारत (IND)" in run("events", "--raw").output
    assert "correct mode date  by Asha: वह" in run("review").output
    assert "correct mode date  by Asha: वह" in run("show", "e2").output
    assert run("review", "e1", "--reject", "--by", "Asha", "--why", "x").output == "e1: rejected\n"
    assert "reject  by Asha: x" in run("show", "e1").output
    assert "2 events reviewed" in run("score", "--reviews").output
    assert [json.loads(line)["id"] for line in run("events", "--format", "jsonl").output.splitlines()] == ["e3", "e2"]
    for wrong in (
        ["review", "e1"],
        ["review", "e1", "--accept"],
        ["review", "e1", "--reject", "--by", "x"],
        ["review", "e1", "--accept", "--reject", "--by", "x", "--why", "y"],
        ["review", "e1", "--set", "type", "--by", "x", "--why", "y"],
        ["review", "--accept", "--by", "x"],
        ["score"],
    ):
        assert run(*wrong).exit_code == 2, wrong
    assert len(store.reviews()) == 2
    assert run("review", "e9", "--accept", "--by", "x").exit_code == 1


def test_a_new_coding_says_which_reviews_it_lost(store: Store, tmp_path: Path) -> None:
    store.review("e2", by="x")
    store.review("e3", by="x")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "a", "text": TEXT[: BLAME.end] + "।"}), "utf-8")
    done = RUN.invoke(app, ["code", str(rows), "--store", str(store.folder)])
    assert done.stderr.splitlines()[0] == "ghatna: 1 reviews no longer find their event (`ghatna review` names them)"
    assert store.reviewed().how == {store.reviews()[0].id: "words"}
