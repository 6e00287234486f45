"""Stories: how well articles are grouped, that it does not matter when, and what a store tells of them."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ghatna import read
from ghatna.errors import StoreError
from ghatna.lexicon.retelling import Retelling
from ghatna.model import Document, Event
from ghatna.pipeline import Coder
from ghatna.serve import score, storied
from ghatna.serve.analysis import analysed
from ghatna.serve.cli import app
from ghatna.store import Store, likeness, tables
from ghatna.store.near import CANDIDATES, Index
from ghatna.store.stories import Grouper
from ghatna.store.story import central, merged

SET = Path(__file__).parent / "stories"
FLOOR = Path(__file__).parent / "gold" / "floor.json"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MOVED = 0.03
"""What another order of arrival may take from, or add to, F1."""

Coded = list[tuple[Document, list[Event]]]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> Coded:
    documents = sorted(read(str(SET / "tuning.jsonl")), key=lambda d: (str(d.published), d.id))
    return [(document, coder.code(document)) for document in documents]


@pytest.fixture
def known(coder: Coder) -> Retelling:
    return coder.lexicon.retelling


def article(id: str, title: str, body: str = "", *, hours: float = 0, outlet: str = "") -> Document:
    return Document(
        id=id, text=f"{title}\n{body}".strip(), title=title, headline_end=len(title),
        published=NOON + timedelta(hours=hours), outlet=outlet or f"paper {id}",
    )  # fmt: skip


def store_of(folder: Path, documents: Iterable[Document], coder: Coder) -> Store:
    store = Store(folder / "s")
    store.add_all([(document, coder.code(document)) for document in documents], version=coder.version)
    return store


# ── how well ────────────────────────────────────────────────────────────────────────────────────────


def test_figures_do_not_sink() -> None:
    report = analysed(SET)
    assert report is not None
    assert score.gate(FLOOR, SET, report.figures, update=False, allow=False) == []
    for part in ("tuning", "aside"):
        assert report.figures[f"{part}.F"] >= 0.90
        assert report.figures[f"{part}.copies"] >= 0.98


def test_the_order_of_arrival_matters_little(coded: Coded, coder: Coder) -> None:
    rows = {row["id"]: row["story"] for row in map(json.loads, (SET / "tuning.jsonl").read_text("utf-8").splitlines())}
    events = {document.id: found for document, found in coded}

    def figure(documents: list[Document]) -> float:
        placed = storied.grouped(documents, events, coder)
        return storied.f1(*storied.bcubed(rows, {id: one.story for id, one in placed.items()}))

    documents = [document for document, _ in coded]
    assert abs(figure(documents) - figure(documents[::-1])) < MOVED


def test_bcubed_counts_articles() -> None:
    assert storied.bcubed({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "y"}) == (1.0, 1.0)
    precision, recall = storied.bcubed({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x"})
    assert (round(precision, 3), recall) == (0.556, 1.0)
    precision, recall = storied.bcubed({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "y", "c": "z"})
    assert (precision, round(recall, 3)) == (1.0, 0.667)


def test_every_weight_weighs_a_feature(coded: Coded, known: Retelling) -> None:
    grouper = Grouper(Index(None), known)
    seen = []
    for document, events in coded[:40]:
        grouper.place(document, events)
        seen.append(likeness.Seen(grouper.last))
    for one in seen:
        found = likeness.features(one, seen[0])
        assert all(0 <= value <= 1.000001 for value in found.values()), found
    names = {"base", *likeness.features(seen[0], seen[0])}
    assert set(known.likeness.same) <= names
    assert set(known.likeness.affair) <= names
    assert likeness.AGAINST <= names


def test_no_article_is_compared_with_all(coded: Coded, known: Retelling, monkeypatch: pytest.MonkeyPatch) -> None:
    grouper, compared = Grouper(Index(None), known), [0]

    def counted(a: likeness.Seen, b: likeness.Seen) -> dict[str, float]:
        compared[0] += 1
        return likeness.features(a, b)

    monkeypatch.setattr("ghatna.store.stories.features", counted)
    for document, events in coded:
        compared[0] = 0
        grouper.place(document, events)
        assert compared[0] <= 2 * CANDIDATES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("नोवोसिबिर्स्क", "नोवोसीबीर्स्क"),
        ("वाजपेई", "बाजपेयी"),
        ("रूसी", "मॉस्को"),
        ("व्यवसायी", "कारोबारियों"),
        ("शर्मा", "सर्मा"),
    ],
)
def test_spellings_and_words_that_are_one(one: str, other: str, known: Retelling) -> None:
    first, second = known.key(one), known.key(other)
    assert first is not None and second is not None
    assert first.text == second.text


@pytest.mark.parametrize("word", ["ने", "और", "सोमवार", "बताया", "मुताबिक", "है"])
def test_words_that_tell_nothing(word: str, known: Retelling) -> None:
    assert known.key(word) is None


# ── kinds of likeness ───────────────────────────────────────────────────────────────────────────────

LEAD = (
    "पूर्णिया के खजांची हाट में शुक्रवार दोपहर नकाबपोश लुटेरों ने जेवर की दुकान पर धावा बोला और मालिक उमेश पोद्दार को गोली मार दी। "
    "पुलिस ने शहर की सीमाएं सील कर दी हैं। घायल मालिक को पटना भेजा गया है।"
)


def test_a_copy_is_known_by_its_text(tmp_path: Path, coder: Coder) -> None:
    cut = LEAD.rpartition("। ")[0].replace("धावा बोला", "हमला किया")
    store = store_of(
        tmp_path,
        [
            article("a", "पूर्णिया में दुकानदार को गोली मारी", LEAD),
            article("b", "लुटेरों का दुस्साहस", f"पूर्णिया, 2 मार्च (एजेंसी)। {cut}।", hours=3),
            article("c", "पूर्णिया में सड़क की मरम्मत शुरू", "पूर्णिया नगर निगम ने सोमवार को सड़क की मरम्मत शुरू की।", hours=4),
        ],
        coder,
    )
    assert store.story_articles() == {"a": ["a", "b"], "c": ["c"]}
    assert store.stories()[0].copies == ("b",)


def test_the_same_text_on_another_day_is_another_story(tmp_path: Path, coder: Coder) -> None:
    store = store_of(
        tmp_path, [article("a", "दुकान पर हमला", LEAD), article("b", "दुकान पर हमला", LEAD, hours=24 * 30)], coder
    )
    assert store.story_articles() == {"a": ["a"], "b": ["b"]}


def test_articles_without_a_time_are_grouped_too(tmp_path: Path, coder: Coder) -> None:
    texts = {"a": f"पूर्णिया में गोलीबारी\n{LEAD}", "b": LEAD}
    store = store_of(tmp_path, [Document(id=id, text=text) for id, text in texts.items()], coder)
    assert list(store.story_articles().values()) == [["a", "b"]]


def test_what_follows_is_another_story_of_the_saga(tmp_path: Path, coder: Coder) -> None:
    first = article(
        "a",
        "मुंगेर में ठेकेदार बबलू झा की गोली मारकर हत्या",
        "मुंगेर में सोमवार को अपराधियों ने ठेकेदार बबलू झा की गोली मारकर हत्या कर दी।",
    )
    after = article(
        "b",
        "ठेकेदार बबलू झा की हत्या में दो शूटर गिरफ्तार",
        "मुंगेर पुलिस ने गुरुवार को ठेकेदार बबलू झा की हत्या के दो आरोपियों को गिरफ्तार किया।",
        hours=72,
    )
    store = store_of(tmp_path, [first, after], coder)
    assert [(one.id, one.saga) for one in store.stories()] == [("a", "a"), ("b", "a")]


# ── in a store ──────────────────────────────────────────────────────────────────────────────────────


def test_in_pieces_or_at_once_is_the_same(tmp_path: Path, coded: Coded, known: Retelling) -> None:
    whole, pieces = Store(tmp_path / "whole"), Store(tmp_path / "pieces")
    whole.add_all(coded[:120])
    for at in range(0, 120, 40):
        pieces.add_all(coded[at : at + 40])
        assert pieces.group(coded[at : at + 40], known=known) == 40
    assert pieces.story_articles() == whole.story_articles()


def test_replays_change_nothing(tmp_path: Path, coded: Coded) -> None:
    store = Store(tmp_path / "s")
    store.add_all(coded[:60])
    before = store.story_articles()
    version = tables.table(store.folder, "stories").version()  # type: ignore[union-attr]
    assert store.group() == store.group(coded[:60]) == Store(store.folder).group() == 0
    store.add_all([(document, []) for document, _ in coded[:60]], version="2")
    assert store.story_articles() == before
    assert tables.table(store.folder, "stories").version() == version  # type: ignore[union-attr]


@pytest.mark.parametrize("lost", ["index", "commit"])
def test_what_the_index_lacks_is_read_from_the_table(
    lost: str, tmp_path: Path, coded: Coded, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = Store(tmp_path / "s"), Store(tmp_path / "other")
    other.add_all(coded[:80])
    store.add_all(coded[:50])
    if lost == "commit":
        with monkeypatch.context() as patch:
            patch.setattr(Index, "commit", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                store.group()
    else:
        store.group()
        for path in store.folder.glob("stories.index*"):
            path.unlink()
    assert sum(map(len, store.story_articles().values())) == 50
    store.add_all(coded[50:80])
    assert store.story_articles() == other.story_articles()
    assert store.sql("select count(*) as n from stories")["n"][0].as_py() == 80


GROUP = """
import os, signal, sys
from ghatna import Store
from ghatna.store import grouping
from ghatna.store.near import Index
grouping.COMMITTED = 20
if sys.argv[2] == "killed":
    commits, commit = [], Index.commit
    def end(self):
        commits.append(1)
        if len(commits) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        commit(self)
    Index.commit = end
Store(sys.argv[1]).group()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_killed_between_two_commits_and_two_at_once(tmp_path: Path, coded: Coded) -> None:
    store, other = Store(tmp_path / "s"), Store(tmp_path / "other")
    for one in (store, other):
        one.add_all(coded[:60])
    words = [sys.executable, "-c", GROUP, str(store.folder)]
    assert subprocess.run([*words, "killed"], check=False).returncode == -signal.SIGKILL
    assert store.sql("select count(*) as n from stories")["n"][0].as_py() == 40
    both = [subprocess.Popen([*words, "whole"]) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert tables.table(store.folder, "stories").to_pyarrow_dataset().count_rows() == 60  # type: ignore[union-attr]
    assert store.story_articles() == other.story_articles()


def test_words_of_a_user(tmp_path: Path) -> None:
    (tmp_path / "hindi").mkdir()
    (tmp_path / "hindi" / "stories.toml").write_text('stop = ["कोलाहल"]\nsame = ["पोहा चिवड़ा"]\n', "utf-8")
    known = Coder((tmp_path,)).lexicon.retelling
    assert known.key("पोहा") == known.key("चिवड़ा")
    assert known.key("कोलाहल") is None


def test_two_stories_that_prove_to_be_one(tmp_path: Path, coded: Coded, known: Retelling) -> None:
    order = ["ferozepur-heroin.5", "ferozepur-heroin.4", "ferozepur-heroin.1"]
    by = {document.id: (document, events) for document, events in coded}
    store = Store(tmp_path / "s")
    for id in order:
        store.add_all([by[id]])
        store.group([by[id]], known=known)
        if id == order[1]:
            assert len(store.story_articles()) == 2
    assert store.story_articles() == {order[0]: order}
    assert store.sql("select distinct story from stories")["story"].to_pylist() == [order[0]]


def test_afresh_forgets_what_was(tmp_path: Path, coded: Coded) -> None:
    store = Store(tmp_path / "s")
    store.add_all(coded[:30])
    before = store.story_articles()
    assert store.group(afresh=True) == 30
    assert store.story_articles() == before


def test_an_index_of_another_hand_is_told(tmp_path: Path, coded: Coded) -> None:
    store = Store(tmp_path / "s")
    store.add_all(coded[:2])
    (store.folder / "stories.index").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match=r"stories\.index: cannot be used"):
        store.stories()


# ── what a story tells ──────────────────────────────────────────────────────────────────────────────

TOLL = [
    article(
        "a",
        "अनंतनाग में आतंकी हमले में 4 लोगों की मौत",
        "अनंतनाग में सोमवार को आतंकियों के हमले में 4 लोग मारे गए।",
        outlet="एक",
    ),
    article(
        "b",
        "अनंतनाग में आतंकी हमला, 6 की मौत",
        "अनंतनाग में सोमवार को आतंकी हमले में 6 लोग मारे गए।",
        hours=2,
        outlet="दो",
    ),
    article(
        "c",
        "आतंकी हमले में 6 लोग मारे गए, अनंतनाग में तलाशी",
        "अनंतनाग में सोमवार को आतंकियों ने हमला किया। हमले में 6 लोग मारे गए।",
        hours=5,
        outlet="तीन",
    ),
]


def test_numbers_that_contradict_stand_side_by_side(tmp_path: Path, coder: Coder) -> None:
    (story,) = store_of(tmp_path, TOLL, coder).stories()
    told = story.events[0]
    assert told.event.type == "ASSAULT"
    assert story.outlets == ("एक", "दो", "तीन")
    assert sorted(told.outlets) == sorted(story.outlets)
    assert [(said.value, len(said.outlets)) for said in told.numbers["killed"]] == [(6, 2), (4, 1)]
    assert told.contradicted == ["killed"]
    assert (story.first, story.last) == (TOLL[0].published, TOLL[2].published)


def test_stories_are_asked_for_by_day_and_actor(tmp_path: Path, coder: Coder) -> None:
    other = article("d", "नेपाल ने भूटान को चावल भेजा", "नेपाल ने मंगलवार को भूटान को 50 टन चावल भेजा।", hours=24)
    store = store_of(tmp_path, [*TOLL, other], coder)
    assert [one.id for one in store.stories(since="2026-03-03")] == ["d"]
    assert [one.id for one in store.stories(until="2026-03-02")] == ["a"]
    assert [one.id for one in store.stories(actor="NPL")] == ["d"]
    with pytest.raises(StoreError, match="not a day"):
        store.stories(since="soon")


def test_an_event_is_counted_once_with_all_who_tell_it(tmp_path: Path, coder: Coder) -> None:
    store = store_of(tmp_path, TOLL, coder)
    ((story, told),) = store.told(type="ASSAULT", where="article = 'b'", limit=1)
    assert (story.id, set(told.articles)) == ("a", {"a", "b", "c"})


def test_the_headline_is_the_most_central() -> None:
    assert central(["पहला", "दिल्ली में बैठक", "दिल्ली में बड़ी बैठक शुरू"]) == "दिल्ली में बैठक"
    assert central(["अकेला"]) == "अकेला"


def test_acts_of_others_are_not_merged(coder: Coder) -> None:
    texts = ["रूस ने यूक्रेन पर हमला किया।", "यूक्रेन ने रूस पर हमला किया।", "रूसी सेना ने यूक्रेन पर हमला किया।"]
    events = [event for n, text in enumerate(texts) for event in coder.code(Document(id=str(n), text=text))]
    assert [len(told.articles) for told in merged(events, {str(n): f"paper {n}" for n in range(3)})] == [2, 1]


def test_the_shell_tells_stories(tmp_path: Path, coder: Coder) -> None:
    store = store_of(tmp_path, TOLL, coder)
    run = CliRunner()
    folder = ["--store", str(store.folder)]
    shown = run.invoke(app, ["stories", *folder]).output
    assert (
        "3 articles" in shown
        and "3 outlets" in shown
        and "killed 6 (2), 4 (1)" in shown
        and shown.endswith("1 story\n")
    )
    assert run.invoke(app, ["stories", *folder, "--format", "jsonl", "--actor", "CHN"]).output == ""
    (line,) = run.invoke(app, ["stories", *folder, "--format", "jsonl", "--afresh"]).output.splitlines()
    assert json.loads(line)["articles"] == ["a", "b", "c"]
    lines = run.invoke(
        app, ["events", "--stories", *folder, "--type", "ASSAULT", "--format", "jsonl"]
    ).output.splitlines()
    first = json.loads(lines[0])
    assert (first["type"], len(first["outlets"]), first["of_outlets"]) == ("ASSAULT", 3, 3)
    assert "3 of 3 outlets" in run.invoke(app, ["events", "--stories", *folder]).output
    assert run.invoke(app, ["events", "--stories", *folder, "--format", "csv"]).exit_code == 2
