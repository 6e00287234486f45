"""`feeds.toml`: a fault is one line with the file, the key and what to do."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ghatna.errors import DataError
from ghatna.run.plan import plan
from ghatna.serve.cli import app

CONTACT = 'contact = "desk@paper.test"\n'
OUTLET = '[[outlet]]\nname = "अखबार"\nfeeds = ["https://example.in/rss"]\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "feeds.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_example_of_the_page(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "sources.md").read_text("utf-8")
    (text,) = re.findall(r"```toml\n(# feeds\.toml.*?)```", page, re.DOTALL)
    found = plan(written(tmp_path, text.replace("you@example.org", "desk@paper.test")))
    assert [kind for _, kind in found.followed["मेरा अखबार"].sources()] == ["feed", "sitemap", "section"]
    assert found.followed["bbc"].sources()


def test_a_plan(tmp_path: Path) -> None:
    found = plan(written(tmp_path, CONTACT + 'store = "news"\nevery = "2h"\ndelay = "1.5s"\n' + OUTLET))
    assert "(+desk@paper.test)" in found.agent and found.agent.startswith("ghatna/")
    assert (found.every, found.manners.delay, found.store) == (7200, 1.5, tmp_path / "news")
    assert found.allowed == ()
    assert found.followed["अखबार"].sources() == [("https://example.in/rss", "feed")]


def test_a_declared_outlet_by_its_id(tmp_path: Path) -> None:
    own = tmp_path / "outlets"
    own.mkdir()
    lists = 'feeds = ["https://example.in/rss"]\nsections = ["https://example.in/desh"]\n'
    (own / "mine.toml").write_text('name = "मेरा"\nkind = "regional"\ndomains = ["example.in"]\n' + lists, "utf-8")
    path = written(
        tmp_path, CONTACT + '[[outlet]]\nid = "mine"\n[[outlet]]\nid = "bbc"\nfeeds = ["https://example.in/b"]\n'
    )
    found = plan(path, data=(tmp_path,)).followed
    assert found["mine"].name == "मेरा"
    assert found["mine"].sources() == [("https://example.in/rss", "feed"), ("https://example.in/desh", "section")]
    assert found["bbc"].sources() == [("https://example.in/b", "feed")]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (OUTLET, 0, "contact is missing (hint: your e-mail"),
        ('contact = "me"\n' + OUTLET, 1, "contact 'me' reaches nobody"),
        ('contact = "you@example.org"\n' + OUTLET, 1, "contact 'you@example.org' reaches nobody"),
        (CONTACT, 0, "no outlet to follow"),
        (CONTACT + 'evry = "1h"\n' + OUTLET, 0, "unknown field `evry`"),
        (CONTACT + 'every = "often"\n' + OUTLET, 2, "every = 'often' is no length of time (hint: every ="),
        (CONTACT + "every = 15\n" + OUTLET, 0, "Expected `str`, got `int` - at `$.every`"),
        (CONTACT + "jobs = 0\n" + OUTLET, 2, "jobs = 0 is below 1"),
        (CONTACT + 'allow_private = ["10.0.0.0/99"]\n' + OUTLET, 2, "allow_private: '10.0.0.0/99'"),
        (CONTACT + '[[outlet]]\nfeeds = ["https://example.in/rss"]\n', 2, "an outlet without id and name"),
        (CONTACT + '[[outlet]]\nname = "अखबार"\n', 3, "outlet 'अखबार' lists nothing (hint: add feeds"),
        (CONTACT + '[[outlet]]\nid = "bcc"\n', 3, "no outlet 'bcc' is declared (hint: bbc; or give it feeds)"),
        (CONTACT + OUTLET + OUTLET, 3, "outlet 'अखबार' stands twice"),
        (CONTACT + OUTLET.replace("https:", "ftp:"), 4, "only http and https are fetched, not ftp"),
        (CONTACT + OUTLET + 'articles = "("\n', 5, "no regular expression"),
        (CONTACT + "[[outlet\n", 2, "not TOML"),
    ],
)
def test_faults(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DataError) as wrong:
        plan(path)
    told = str(wrong.value)
    assert why in told and "\n" not in told
    assert told.startswith(f"{path}:{line}: " if line else f"{path}")


def test_the_shell_wants_a_store(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["follow", str(written(tmp_path, CONTACT + OUTLET)), "--status"])
    assert told.exit_code == 2 and "store" in told.output


def test_the_shell_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["follow", str(tmp_path / "none.toml")])
    assert isinstance(told.exception, OSError)
