"""Following: what is new is read once, whatever servers do and wherever the process is killed."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from threading import Timer

import pytest
from typer.testing import CliRunner

from ghatna.errors import StoreError
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.run.database import Lock
from ghatna.run.follow import Journal, Report, follow, plan, standing
from ghatna.serve.cli import app
from ghatna.store import Store
from server import misbehaving
from server.misbehaving import Site, article, feed, sitemap

SETTINGS = (
    'contact = "desk@paper.test"\nallow_private = ["127.0.0.1"]\nsize = 1\n'
    'delay = "0.001s"\nbackoff = "0.02s"\npatience = "0.5s"\nsilence = "1s"\nseconds = "3s"\n'
)
HASTY = SETTINGS.replace('patience = "0.5s"', 'patience = "0.01s"')
NOW = datetime.now(UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with misbehaving.site() as found:
        for n in range(1, 9):
            found.put(f"/a-{n}", article(n))
        yield found


def feeds(folder: Path, outlets: dict[str, list[str]], kind: str = "feeds", settings: str = SETTINGS) -> Path:
    """A `feeds.toml` of outlets with addresses of one kind."""
    path = folder / "feeds.toml"
    tables = [f"[[outlet]]\nname = {json.dumps(name)}\n{kind} = {json.dumps(urls)}\n" for name, urls in outlets.items()]
    path.write_text(settings + "".join(tables), "utf-8")
    return path


def once(path: Path, coder: Coder, log: StringIO | None = None) -> Report:
    return follow(plan(path), coder, Store(path.parent / "store"), once=True, journal=Journal(log))


def stored(folder: Path) -> list[str]:
    """The last parts of the addresses of what is stored, in order; each is there once, with its events."""
    store = Store(folder / "store", create=False)
    urls = store.sql("SELECT url FROM documents ORDER BY url")["url"].to_pylist()
    uncoded = store.sql("SELECT id FROM documents WHERE id NOT IN (SELECT article FROM events)")
    assert uncoded.num_rows == 0
    return [url.rpartition("/")[2] for url in urls]


def test_what_is_new_is_read_once(site: Site, tmp_path: Path, coder: Coder) -> None:
    links = [site.url("/a-1"), site.url("/a-2"), site.url("/a-1?utm_source=rss")]
    site.pages["/rss"] = misbehaving.tagged(lambda: feed(*links), lambda: f'"{len(links)}"')
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    report = once(path, coder)
    assert (report.polled, report.articles, report.failed) == (1, 2, [])
    assert stored(tmp_path) == ["a-1", "a-2"]
    (first,) = standing(tmp_path / "store")
    assert (first.outlet, first.articles, first.waiting, first.errors) == ("अखबार", 2, 0, 0)
    assert first.events == report.events > 0 and first.success is not None
    assert Store(tmp_path / "store").sql("select count(*) as n from stories")["n"][0].as_py() == report.articles
    assert once(path, coder).articles == 0
    links.append(site.url("/a-3"))
    assert once(path, coder).articles == 1
    assert stored(tmp_path) == ["a-1", "a-2", "a-3"]
    assert [site.count(f"/a-{n}") for n in (1, 2, 3)] == [1, 1, 1]
    assert [h.get("if-none-match") for p, h in zip(site.asked, site.headers, strict=True) if p == "/rss"] == [
        None,
        '"3"',
        '"3"',
    ]
    assert site.count("/robots.txt") == 1
    assert Store(tmp_path / "store").sql("SELECT sum(documents) AS n FROM runs").to_pylist() == [{"n": 3}]


def test_a_sitemap_with_its_index_and_its_age(site: Site, tmp_path: Path, coder: Coder) -> None:
    old, new = (NOW - timedelta(days=40)).isoformat(), NOW.isoformat()
    rows = f"<sitemap><loc>{site.url('/new.xml')}</loc></sitemap>"
    rows += f"<sitemap><loc>{site.url('/old.xml')}</loc><lastmod>{old}</lastmod></sitemap>"
    site.put("/index.xml", f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>')
    site.put("/new.xml", sitemap((site.url("/a-1"), new), (site.url("/a-2"), old)))
    path = feeds(tmp_path, {"अखबार": [site.url("/index.xml")]}, "sitemaps")
    assert once(path, coder).failed == []
    assert stored(tmp_path) == ["a-1"]
    assert site.count("/old.xml") == site.count("/a-2") == 0


def test_a_section_page(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/news/10001", article(1))
    site.put("/desh", '<html><body><a href="/desh">देश</a><a href="/news/10001">खबर</a></body></html>')
    once(feeds(tmp_path, {"अखबार": [site.url("/desh")]}, "sections"), coder)
    assert stored(tmp_path) == ["10001"]


def test_an_article_under_several_addresses(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/amp", article(1, canonical=site.url("/a-1")))
    site.pages["/moved"] = misbehaving.moved("/a-1")
    site.put("/rss", feed(*map(site.url, ("/a-1", "/amp", "/moved"))))
    site.put("/other", feed(site.url("/a-1#comments")))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")], "दूसरा": [site.url("/other")]})
    report = once(path, coder)
    assert (report.articles, report.dropped) == (1, 2)
    assert standing(tmp_path / "store")[0].dropped == {"duplicate": 2}


def test_a_canonical_address_that_is_the_front_page_is_not_believed(site: Site, tmp_path: Path, coder: Coder) -> None:
    for n in (1, 2):
        site.put(f"/a-{n}", article(n, canonical=site.url("/")))
    site.put("/rss", feed(site.url("/a-1"), site.url("/a-2")))
    once(feeds(tmp_path, {"अखबार": [site.url("/rss")]}), coder)
    assert stored(tmp_path) == ["a-1", "a-2"]


def test_what_is_in_the_store_already_is_not_read_again(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/rss", feed(site.url("/a-1")))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    Store(tmp_path / "store").add(
        Document(id="mine", text="कुछ और।", url=site.url("/a-1?utm_medium=x")), [], version="1"
    )
    assert once(path, coder).articles == 0
    assert site.count("/a-1") == 0


def test_the_shell(site: Site, tmp_path: Path) -> None:
    site.put("/gone", status=410)
    site.put("/rss", feed(site.url("/a-1"), site.url("/gone")))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")], "दूसरा": [site.url("/none")]})
    command = ["follow", str(path), "--store", str(tmp_path / "store")]
    told = CliRunner().invoke(app, [*command, "--once", "--log", str(tmp_path / "log.jsonl")])
    assert told.exit_code == 1
    assert told.stderr == f"ghatna: {site.url('/none')}: the server answers 404\n"
    events = [json.loads(line)["event"] for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
    assert sorted(events) == ["dropped", "end", "failed", "polled", "start", "stored"]
    told = CliRunner().invoke(app, [*command, "--status"])
    head, first, second = told.stdout.splitlines()
    assert head.split() == ["outlet", "last", "success", "articles", "events", "waiting", "dropped", "errors"]
    assert first.startswith("अखबार") and "1 article" in first
    assert "never" in second and second.endswith(f"1: {site.url('/none')}: the server answers 404")
    told = CliRunner().invoke(app, [*command, "--status", "--format", "jsonl"])
    assert json.loads(told.stdout.splitlines()[0])["articles"] == 1


def test_a_changed_article_takes_the_place_of_the_former(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/rss", feed(site.url("/a-1"), updated=(NOW - timedelta(hours=2)).isoformat()))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    once(path, coder)
    site.put("/a-1", article(1, more=" सेना ने गांव पर हमला किया।"))
    assert once(path, coder).articles == 0
    site.put("/rss", feed(site.url("/a-1"), updated=NOW.isoformat()))
    once(path, coder)
    assert stored(tmp_path) == ["a-1"]
    assert "ASSAULT" in Store(tmp_path / "store").sql("SELECT type FROM events")["type"].to_pylist()
    once(path, coder)
    assert site.count("/a-1") == 2


def test_what_failed_is_tried_again(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.pages["/a-1"] = misbehaving.at_first(
        misbehaving.answers(500), misbehaving.cut_off, then=misbehaving.page(article(1))
    )
    site.put("/rss", feed(site.url("/a-1"), site.url("/a-2")))
    report = once(feeds(tmp_path, {"अखबार": [site.url("/rss")]}), coder)
    assert stored(tmp_path) == ["a-1", "a-2"]
    assert [line.partition(": ")[2][:10] for line in report.failed] == ["the server", "cannot be "]
    assert standing(tmp_path / "store")[0].errors == 0


def test_a_host_that_asks_for_rest_is_left_alone_and_nothing_lost(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.pages["/a-1"] = misbehaving.at_first(
        misbehaving.answers(429, Retry_After="3600"), then=misbehaving.page(article(1))
    )
    site.put("/rss", feed(site.url("/a-1"), site.url("/a-2")))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    once(path, coder)
    asked = list(site.asked)
    assert asked[-1] == "/a-1"
    once(path, coder)
    assert site.asked == asked
    (now,) = standing(tmp_path / "store")
    assert now.waiting == 2 and "429" in now.error
    # An hour later.
    with closing(sqlite3.connect(tmp_path / "store" / "follow.sqlite", isolation_level=None)) as state:
        state.execute("UPDATE hosts SET ready = ready - 4000")
        state.execute("UPDATE pages SET next = next - 4000")
    once(path, coder)
    assert stored(tmp_path) == ["a-1", "a-2"]


def test_a_broken_outlet_does_not_stop_the_others(site: Site, tmp_path: Path, coder: Coder) -> None:
    bad = {
        "endless": misbehaving.endless,
        "bomb": misbehaving.bomb,
        "circle": misbehaving.moved("/rss"),
        "silent": misbehaving.silent,
        "dripping": misbehaving.dripping,
        "errors": misbehaving.answers(500),
        "page": misbehaving.page("<html><body>नहीं मिला</body></html>"),
        "private": misbehaving.moved("http://127.0.0.2:9/rss"),
        "articles": misbehaving.page(feed("http://169.254.169.254/latest", "file:///etc/passwd", "http://10.0.0.1/x")),
    }
    site.put("/rss", feed(site.url("/a-1")))
    sites: dict[str, Site] = {}
    try:
        for name, behaviour in bad.items():
            sites[name] = misbehaving.Site()
            sites[name].pages["/rss"] = behaviour
        sites["robots"] = misbehaving.Site()
        sites["robots"].put("/robots.txt", "User-agent: *\nDisallow: /")
        outlets = {name: [s.url("/rss")] for name, s in (*sites.items(), ("good", site))}
        path = feeds(tmp_path, outlets, settings=HASTY)
        log = StringIO()
        once(path, coder, log)
    finally:
        for found in sites.values():
            found.close()
    assert stored(tmp_path) == ["a-1"]
    told = {one.outlet: one for one in standing(tmp_path / "store")}
    assert told["good"].errors == 0 and told["good"].success is not None
    for name, why in {
        "endless": "larger than 1 MB",
        "bomb": "larger than 1 MB",
        "circle": "circle",
        "silent": "timed out",
        "dripping": "t",
        "errors": "500",
        "page": "not a feed",
        "private": "not a public address",
        "robots": "robots.txt does not allow it",
    }.items():
        assert told[name].errors == 1 and why in told[name].error, name
    assert told["articles"].dropped == {"blocked": 2}
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["event"] for line in lines][:1] == ["start"] and lines[-1]["event"] == "end"
    assert {line["outlet"] for line in lines if line["event"] == "failed"} == set(bad) - {"articles"} | {"robots"}


def test_pages_that_are_no_hindi_article(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put(
        "/english", "<html><body><p>" + "The minister met the farmers of the village today. " * 9 + "</p></body></html>"
    )
    site.put("/gone", status=410)
    site.put("/shut", status=403)
    site.pages["/deleted"] = misbehaving.moved("/")
    site.put("/", article(9))
    site.put("/rss", feed(*map(site.url, ("/english", "/gone", "/shut", "/deleted", "/a-1"))))
    report = once(feeds(tmp_path, {"अखबार": [site.url("/rss")]}), coder)
    assert (report.articles, report.dropped) == (1, 4)
    assert stored(tmp_path) == ["a-1"]
    assert standing(tmp_path / "store")[0].dropped == {"article": 2, "blocked": 1, "hindi": 1}


def test_a_page_that_is_listed_before_it_is_there(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.pages["/a-1"] = misbehaving.at_first(misbehaving.answers(404), then=misbehaving.page(article(1)))
    site.put("/rss", feed(site.url("/a-1")))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]}, settings='every = "0.01s"\n' + SETTINGS)
    assert once(path, coder).failed == [f"{site.url('/a-1')}: the server answers 404"]
    assert stored(tmp_path) == ["a-1"]


def test_a_page_that_was_no_article_yet(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/rss", feed(site.url("/a-1"), updated=(NOW - timedelta(hours=2)).isoformat()))
    site.put("/a-1", "<html><body><article><h1>मंत्री का दौरा</h1><p>खबर आ रही है।</p></article></body></html>")
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    assert once(path, coder).dropped == 1
    site.put("/rss", feed(site.url("/a-1"), updated=NOW.isoformat()))
    site.put("/a-1", article(1))
    once(path, coder)
    assert stored(tmp_path) == ["a-1"]


def test_the_encoding_that_a_server_names(site: Site, tmp_path: Path, coder: Coder) -> None:
    """Latin letters with a byte that is not UTF-8, Devanagari as references."""
    raw = article(1, more=" Café.").encode("latin-1", "xmlcharrefreplace")
    site.put("/a-1", raw, Content_Type="text/html; charset=ISO-8859-1")
    site.put("/rss", feed(site.url("/a-1")))
    once(feeds(tmp_path, {"अखबार": [site.url("/rss")]}), coder)
    assert stored(tmp_path) == ["a-1"]


def test_an_article_that_another_program_stored_meanwhile(site: Site, tmp_path: Path, coder: Coder) -> None:
    """It comes into the store while this run fetches the article from its server."""

    def stored_meanwhile(handler: misbehaving.Handler) -> None:
        mine = Document(id="mine", text="कुछ और।", url=site.url("/a-1"))
        Store(tmp_path / "store").add(mine, [], version="1")
        handler.say(200, article(1))

    site.pages["/a-1"] = stored_meanwhile
    site.put("/rss", feed(site.url("/a-1"), site.url("/a-2")))
    report = once(feeds(tmp_path, {"अखबार": [site.url("/rss")]}), coder)
    assert (report.articles, report.dropped) == (1, 1)
    urls = Store(tmp_path / "store").sql("SELECT url FROM documents ORDER BY url")["url"].to_pylist()
    assert urls == [site.url("/a-1"), site.url("/a-2")]


def test_one_follower_a_store(tmp_path: Path, site: Site, coder: Coder) -> None:
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    lock = Lock(Store(tmp_path / "store").folder)
    try:
        with pytest.raises(StoreError, match="another"):
            once(path, coder)
    finally:
        lock.close()


def test_it_goes_on_until_it_is_ended(site: Site, tmp_path: Path) -> None:
    """The shell, as a service runs it: what comes later is read too, and a termination is no crash."""
    links = [site.url("/a-1")]
    site.pages["/rss"] = lambda handler: handler.say(200, feed(*links))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]}, settings='every = "0.05s"\n' + SETTINGS)
    command = [sys.executable, "-m", "ghatna", "follow", str(path), "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        watchdog = Timer(100, process.kill)
        watchdog.start()
        assert process.stderr is not None
        told = (json.loads(line) for line in process.stderr)
        assert next(one for one in told if one["event"] == "stored")["url"] == links[0]
        links.append(site.url("/a-2"))
        assert next(one for one in told if one["event"] == "stored")["url"] == links[1]
        process.terminate()
        rest = process.stderr.read()
        watchdog.cancel()
    assert process.returncode == 130
    *_, how, last = rest.splitlines()
    assert (how, last) == (
        "ghatna: the same command goes on where this one stopped",
        "ghatna: stopped; what was stored stays",
    )
    assert "Traceback" not in rest
    assert stored(tmp_path) == ["a-1", "a-2"]


def test_a_damaged_state_is_named(site: Site, tmp_path: Path, coder: Coder) -> None:
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    (Store(tmp_path / "store").folder / "follow.sqlite").write_text("no database " * 100, "utf-8")
    with pytest.raises(StoreError, match=r"follow\.sqlite: cannot be used"):
        once(path, coder)


# ── killed ──────────────────────────────────────────────────────────────────────────────────────────

KILLED = """
import os, signal, sys
from pathlib import Path
from ghatna.pipeline import Coder
from ghatna.run.follow import Journal, follow, plan
from ghatna.store import Store
where = sys.argv[2]
class Dying(Store):
    def add_all(self, coded, *, version=None):
        if where == "before": os.kill(os.getpid(), signal.SIGKILL)
        if where == "within":
            from ghatna.store import tables
            whole = tables.commit
            def half(folder, name, rows, **how):
                whole(folder, name, rows, **how)
                os.kill(os.getpid(), signal.SIGKILL)
            tables.commit = half
        super().add_all(coded, version=version)
        os.kill(os.getpid(), signal.SIGKILL)
follow(plan(Path(sys.argv[1])), Coder(), Dying(sys.argv[3]), once=True)
"""


@pytest.mark.parametrize("where", ["before", "within", "after"])
def test_a_kill_loses_nothing_and_doubles_nothing(site: Site, tmp_path: Path, coder: Coder, where: str) -> None:
    """The process dies before the store is asked, between its two commits, and before the state learns of them."""
    links = [site.url(f"/a-{n}") for n in (1, 2, 3)]
    site.pages["/rss"] = misbehaving.tagged(lambda: feed(*links), lambda: '"1"')
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), where, str(tmp_path / "store")], check=False)
    assert done.returncode == -9
    # The page changes meanwhile, so that only its address tells that it is the same article.
    site.put("/a-1", article(1, more=" सेना ने गांव पर हमला किया।"))
    once(path, coder)
    assert stored(tmp_path) == ["a-1", "a-2", "a-3"]
    assert site.count("/a-2") == (1 if where == "after" else 2)
    (now,) = standing(tmp_path / "store")
    ((events,),) = Store(tmp_path / "store").sql("SELECT count(*) AS n FROM events").to_pydict().values()
    assert (now.articles, now.waiting, now.events) == (3, 0, events[0] if isinstance(events, list) else events)


def test_a_kill_between_a_changed_article_and_its_note(site: Site, tmp_path: Path, coder: Coder) -> None:
    site.put("/rss", feed(site.url("/a-1"), updated=(NOW - timedelta(hours=2)).isoformat()))
    path = feeds(tmp_path, {"अखबार": [site.url("/rss")]})
    once(path, coder)
    site.put("/rss", feed(site.url("/a-1"), updated=NOW.isoformat()))
    site.put("/a-1", article(1, more=" सेना ने गांव पर हमला किया।"))
    subprocess.run([sys.executable, "-c", KILLED, str(path), "before", str(tmp_path / "store")], check=False)
    once(path, coder)
    assert stored(tmp_path) == ["a-1"]
    assert "ASSAULT" in Store(tmp_path / "store").sql("SELECT type FROM events")["type"].to_pylist()
