"""Groups generated articles into stories, and says what that took: articles a second for every tenth of them.

    python bench/stories.py [ARTICLES [ARTICLES A DAY]]

Two months of a press that tells 1,700 articles a day: a story has one to a dozen articles over two days, a third of
them copies. Towns, names and sentences come from the package's own data; what happened, to whom and how many is drawn.
Events are made beside the text, so that coding is not measured. The kind of words and their numbers matter here and not
whether the grouping is right, which tests/stories measures.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from ghatna import Store
from ghatna.check import examples, unmark
from ghatna.lexicon.all import Lexicon
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document, Entity, Event, Numbers, Place
from ghatna.serve.storied import bcubed
from ghatna.store.grouping import shipped

OUTLETS = [f"paper-{n}" for n in range(60)]
BATCH = 500
ACTS = {
    ("ASSAULT", "firearms"): [
        "{place} में {who} की गोली मारकर हत्या",
        "{who} को बदमाशों ने {place} में गोलियों से भून डाला",
        "{place}: {who} की हत्या, {n} पर शक",
    ],
    ("COERCE", "arrest"): [
        "{place} में {n} लोग गिरफ्तार, {who} से ठगी का आरोप",
        "{who} से ठगी करने वाले {n} पकड़े गए, {place} पुलिस को मिली सफलता",
        "{place} पुलिस ने {n} को दबोचा",
    ],
    ("PROTEST", "demo"): [
        "{who} के समर्थन में {place} में {n} लोगों का प्रदर्शन",
        "{place} में धरना, {who} ने सौंपा ज्ञापन",
        "{who} के नेतृत्व में {place} में सड़क पर उतरे {n} लोग",
    ],
    ("CONSULT", None): [
        "{who} ने {place} में अधिकारियों के साथ बैठक की",
        "{place} पहुंचे {who}, {n} मुद्दों पर चर्चा",
        "{place} में {who} की बैठक",
    ],
    ("ACCUSE", "allege"): [
        "{who} पर {place} में {n} लाख के गबन का आरोप",
        "{place}: {who} के खिलाफ मुकदमा, {n} लाख का घोटाला",
        "{n} लाख के घपले में {who} पर {place} में केस",
    ],
    ("SANCTION", "convict"): [
        "{place} की अदालत ने {who} को {n} साल की सजा सुनाई",
        "{who} दोषी करार, {n} वर्ष की कैद; {place} का मामला",
        "{place}: {who} को {n} साल का कारावास",
    ],
    ("AID", None): [
        "{who} ने {place} के {n} पीड़ितों को राहत सामग्री दी",
        "{place} में {n} परिवारों को मिली मदद, {who} ने बांटे कंबल",
        "{place}: बाढ़ पीड़ितों की मदद को पहुंचे {who}",
    ],
}


class Press:
    """Makes articles."""

    def __init__(self, seed: int = 0) -> None:
        self.dice = random.Random(seed)
        lexicon = Lexicon()
        frames = [frame.row for frame in lexicon.rules.frames.values()]
        self.fill = [unmark(e.partition(": ")[2] or e)[0] for row in frames for e in row.yes]
        self.fill += [example.text for row in frames for example in examples(row) if example.kind == "no"]
        self.people = [cells[0] for cells in _rows("hindi/actors/origins.tsv")]
        self.towns = [cells[0].rstrip("!") for cells in _rows("hindi/places.tsv") if cells[2] == "IND"]

    def stories(self, count: int, a_day: int) -> Iterator[tuple[str, Document, list[Event]]]:
        """So many articles with their story and events, in order of time."""
        waiting: list[tuple[datetime, str, Document, list[Event]]] = []
        number = done = 0
        for day in range(count // a_day + 2):
            start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)
            made = 0
            while made < a_day:
                number += 1
                story = self._story(number, start)
                made += len(story)
                waiting += story
            waiting.sort(key=lambda one: (one[0], one[2].id))
            while waiting and waiting[0][0] < start + timedelta(days=1) and done < count:
                _, name, document, events = waiting.pop(0)
                yield name, document, events
                done += 1

    def _story(self, number: int, day: datetime) -> list[tuple[datetime, str, Document, list[Event]]]:
        dice = self.dice
        (kind, mode), titles = dice.choice(list(ACTS.items()))
        place, who = dice.choice(self.towns), f"{dice.choice(self.people)} {dice.choice(self.people)}"
        n = dice.randrange(3, 60)
        began = day + timedelta(minutes=dice.randrange(1440))
        out: list[tuple[datetime, str, Document, list[Event]]] = []
        texts: list[str] = []
        for i in range(min(int(dice.paretovariate(0.9)), 12)):
            said = n if dice.random() < 0.7 else n + dice.randrange(1, 4)
            title = dice.choice(titles).format(place=place, who=who, n=said)
            if texts and dice.random() < 0.35:
                body = dice.choice(texts)
            else:
                lead = dice.choice(titles).format(place=place, who=who, n=said)
                body = f"{place}: {lead}। " + " ".join(dice.choice(self.fill) for _ in range(dice.randrange(1, 14)))
                texts.append(body)
            when = began + timedelta(minutes=int(dice.expovariate(1 / 500)))
            id, outlet = f"{number}.{i}", dice.choice(OUTLETS)
            text = f"{title}\n{body}"
            document = Document(id=id, text=text, title=title, headline_end=len(title), published=when, outlet=outlet)
            out.append((when, str(number), document, [_event(document, kind, mode, who, place, said)]))
        return out


def _rows(name: str) -> Iterator[list[str]]:
    """The cells of a table of the package, without its head."""
    lines = (SHIPPED / name).read_text("utf-8").splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        yield line.split("\t")


def _event(document: Document, kind: str, mode: str | None, who: str, place: str, n: int) -> Event:
    at = document.text.find(who)
    entity = Entity(text=who, start=max(at, 0), end=max(at, 0) + len(who), country="IND", sectors=("CVL",))
    return Event(
        id=f"e{document.id}", article=document.id, url=None, outlet=document.outlet, published=document.published,
        type=kind, mode=mode, status="actual", quad=4, score=None, cameo="190", actors=(entity,), recipients=(),
        trigger=document.title[:5], start=0, end=5, sentence=document.title, sentence_start=0, source=None,
        date=document.published.date() if document.published else None, date_text=None, date_precision="published",
        place=Place(text=place, name=place, country="IND"), numbers=Numbers(people=n), contexts=(), frame="bench",
        cue=None, version="bench",
    )  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    a_day = int(sys.argv[2]) if len(sys.argv) > 2 else 1700
    press, known = Press(), shipped()
    folder = Path(tempfile.mkdtemp(prefix="ghatna-"))
    try:
        store, truth = Store(folder / "s"), dict[str, str]()
        spent, waited, done, mark = 0.0, 0.0, 0, 0.0
        batch: list[tuple[Document, list[Event]]] = []
        for story, document, events in press.stories(count, a_day):
            truth[document.id] = story
            batch.append((document, events))
            if len(batch) == BATCH or done + len(batch) == count:
                start, clock = process_time(), perf_counter()
                store.group(batch, known=known)
                spent += process_time() - start
                waited += perf_counter() - clock
                before, done = done, done + len(batch)
                if done * 10 // count > before * 10 // count:
                    share = done - int(done * 10 / count - 1) * count // 10
                    print(f"{done:>8} articles: {share / (spent - mark):.0f} a second of processor time", flush=True)
                    mark = spent
                batch = []
        index = sum(path.stat().st_size for path in (folder / "s").glob("stories.index*"))
        table = sum(path.stat().st_size for path in (folder / "s" / "stories").rglob("*.parquet"))
        print(f"{count} articles in {spent:.0f} s of processor time, {waited:.0f} s on the clock")
        print(f"on the disk: index {index / count:.0f}, table {table / count:.0f} bytes an article")
        found = {row["article"]: row["story"] for row in store.sql("select article, story from stories").to_pylist()}
        print("B-cubed P {:.3f} R {:.3f}".format(*bcubed(truth, found)))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
