"""The analysis against treebanks in CoNLL-U: sentences, tokens, parts of speech, case markers, subjects.

Sentences are joined into paragraphs of five, as papers print them, and split anew; everything else is measured on the
sentences that the treebank gives. Tags are compared twice. `upos` takes the treebank as it stands. `upos.even` leaves
out what treebanks of Hindi decide differently from one another (`_same`), so that two of them can be compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.cases import DIRECT, ERGATIVE, OBJECT
from ghatna.lexicon.words import Words
from ghatna.model import Chunk, Document, Roles, Sentence, Token
from ghatna.parse.split import split
from ghatna.pipeline import Coder
from ghatna.serve.conllu import Word, joined, treebank
from ghatna.serve.score import Report, prf

PARAGRAPH = 5
"""Sentences that are joined before they are split anew."""

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OBJECTS = frozenset(("obj", "dobj", "iobj"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass"))
MARKED = {ERGATIVE: "subject.ergative", OBJECT: "subject.dative", DIRECT: "subject.direct"}
NOTHING = Chunk("none", 0, 0, 0, 0)
OTHER_CLASS = {
    ("NUM", "QC"): {"DET"},
    ("DET", "QF"): {"ADJ", "ADV"},
    ("ADV", "INTF"): {"DET", "ADJ"},
    ("PART", "RP"): {"DET", "ADP", "ADV"},
    ("PRON", "PRP"): {"ADV", "SCONJ"},
    ("PRON", "REL"): {"ADV", "SCONJ"},
    ("PRON", "WP"): {"ADV"},
    ("NOUN", "NST"): {"ADV", "ADP"},
    ("ADV", "NST"): {"ADP", "NOUN"},
    ("ADP", "NST"): {"ADV", "NOUN", "ADJ"},
    ("CCONJ", "CC"): {"SCONJ"},
    ("SCONJ", "CC"): {"CCONJ", "PART"},
    ("SCONJ", "IN"): {"CCONJ", "PART"},
}
"""Tag and class of the treebank's own (Bureau of Indian Standards) → tags that another treebank of Hindi gives it:
quantities, intensifiers, adverbs of pronouns, words of place and time, pairs of conjunctions."""


class Counts(Struct):
    """What is counted over a treebank: `n` by figure, `right` of them; `confused` tags and `words` that got them."""

    n: Counter[str]
    right: Counter[str]
    given: Counter[str]
    confused: Counter[tuple[str, str]]
    words: Counter[tuple[str, str, str]]
    cases: Counter[tuple[str, str]]


def measure(path: Path, coder: Coder) -> Report | None:
    """Shares and F1s between 0 and 1, with the commonest confusions; None for a file without a sentence."""
    c = Counts(Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
    found = treebank(path)
    if not found:
        return None
    for at in range(0, len(found), PARAGRAPH):
        _split(found[at : at + PARAGRAPH], coder, c)
    for words in found:
        _sentence(words, coder, c)
    return Report(_figures(c), tuple(_told(c, len(found))), tuple(_details(c)))


def _figures(c: Counts) -> dict[str, float]:
    out = {f"{name}.F": prf(c.right[name], c.given[name], c.n[name])[2] for name in ("sentences", "tokens")}
    shares = ("upos", "upos.even", "case", "subject", *MARKED.values())
    return out | {name: c.right[name] / max(1, c.n[name]) for name in shares}


def _told(c: Counts, sentences: int) -> Iterator[str]:
    f = _figures(c)
    yield f"{sentences} sentences, {c.n['tokens']} tokens"
    yield f"sentences  F1 {f['sentences.F']:.3f}  tokens F1 {f['tokens.F']:.3f}"
    yield f"upos       {f['upos']:.3f}  conventions evened {f['upos.even']:.3f}"
    yield f"case       {f['case']:.3f}  of {c.n['case']} noun groups"
    parts = "  ".join(f"{name.partition('.')[2]} {f[name]:.3f} of {c.n[name]}" for name in MARKED.values())
    yield f"subject    {f['subject']:.3f}  of {c.n['subject']} clauses: {parts}"


def _details(c: Counts) -> Iterator[str]:
    tags = {name.removeprefix("tag.") for name in c.n if name.startswith("tag.")}
    for tag in sorted(tags):
        p, r, f = prf(c.right[f"tag.{tag}"], c.given[f"tag.{tag}"], c.n[f"tag.{tag}"])
        n = c.n[f"tag.{tag}"]
        yield f"  {tag:6} gold {n:5} given {c.given[f'tag.{tag}']:5}  P {p:.2f} R {r:.2f} F1 {f:.2f}"
    for (expected, given), n in c.confused.most_common(15):
        some = [(word, k) for (word, e, g), k in c.words.most_common() if (e, g) == (expected, given)]
        yield f"  {expected} as {given} {n}: {', '.join(f'{word} {k}' for word, k in some[:5])}"
    for (expected, given), n in c.cases.most_common(10):
        yield f"  case {expected} as {given} {n}"


def _split(group: Sequence[Sequence[Word]], coder: Coder, c: Counts) -> None:
    expected, text = set(), ""
    for words in group:
        one = joined(words)[0]
        expected.add((len(text), len(text) + len(one)))
        text += one + " "
    given = {(s.start, s.end) for s in split(Document(id="", text=text.rstrip()), coder.hindi.words)}
    c.n["sentences"] += len(expected)
    c.given["sentences"] += len(given)
    c.right["sentences"] += len(expected & given)


def _sentence(words: list[Word], coder: Coder, c: Counts) -> None:
    text, spans = joined(words)
    roles = coder.analyse(Sentence(text, 0))[0]
    tokens = roles.tagged.tokens
    where = {(token.start, token.end): i for i, token in enumerate(tokens)}
    ours = [where.get(span, -1) for span in spans]
    c.n["tokens"] += len(words)
    c.given["tokens"] += len(tokens)
    c.right["tokens"] += sum(i >= 0 for i in ours)
    groups = {i: chunk for chunk in roles.chunks for i in range(chunk.first, chunk.last)}
    at = _Match(words, ours, _markers(words), roles, groups, coder.hindi.words)
    for n, word in enumerate(words):
        if ours[n] < 0:
            continue
        token = tokens[ours[n]]
        _tag(word, token, _pos(token, ours[n], at.group(n)), c)
        if word.upos in NOMINAL and (at.marks[n] or _bare(words, n)):
            _case(n, at, c)
        if word.upos in NOMINAL and word.relation in SUBJECTS:
            _subject(n, at, c)


def _pos(token: Token, i: int, chunk: Chunk) -> str:
    """The tag that the analysis gives: a noun inside a compound postposition is ADP there, as UD has it."""
    inside = chunk.kind == "noun" and chunk.body < i < chunk.last
    return "ADP" if inside and token.pos in ("NOUN", "ADJ", "ADV") else token.pos


def _tag(word: Word, token: Token, pos: str, c: Counts) -> None:
    c.n["upos"] += 1
    c.n["upos.even"] += 1
    c.n[f"tag.{word.upos}"] += 1
    c.given[f"tag.{pos}"] += 1
    if word.upos == pos:
        c.right.update(("upos", "upos.even", f"tag.{pos}"))
        return
    if _same(word, token, pos):
        c.right["upos.even"] += 1
    c.confused[word.upos, pos] += 1
    c.words[word.form, word.upos, pos] += 1


def _same(word: Word, token: Token, pos: str) -> bool:
    """Whether two tags say the same under another convention.

    Copulas and second verbs are VERB in one treebank and AUX in another; a common word inside a name is PROPN in one
    and keeps its class in another; the rest is `OTHER_CLASS`.
    """
    if {word.upos, pos} == {"VERB", "AUX"}:
        return True
    if word.proper and "PROPN" in (word.upos, pos):
        return pos == "PROPN" or not token.readings[0].guess or pos == "NUM"
    return pos in OTHER_CLASS.get((word.upos, word.xpos), ())


def _markers(words: Sequence[Word]) -> list[tuple[int, ...]]:
    """For each word the words after it that mark its case: `case` dependents and what is `fixed` to them."""
    out: list[list[int]] = [[] for _ in words]
    for n in range(len(words)):
        at = n
        while words[at].relation in ("fixed", "case") and 0 <= words[at].head < n and words[at].upos == "ADP":
            at = words[at].head
            if words[at].upos != "ADP":
                out[at].append(n)
                break
    return [tuple(some) for some in out]


def _bare(words: Sequence[Word], n: int) -> bool:
    """Whether a noun stands as subject or object of a verb without any marker; pronouns may carry theirs within."""
    word = words[n]
    verbal = word.head >= 0 and words[word.head].upos in ("VERB", "AUX")
    return word.upos in ("NOUN", "PROPN") and verbal and word.relation in SUBJECTS | OBJECTS


class _Match(Struct):
    """A treebank's sentence beside ours: `ours` gives our token for each word, or -1; `groups` the chunk of a token."""

    words: list[Word]
    ours: list[int]
    marks: list[tuple[int, ...]]
    roles: Roles
    groups: dict[int, Chunk]
    lexicon: Words

    def group(self, n: int) -> Chunk:
        return self.groups.get(self.ours[n], NOTHING)

    def label(self, n: int) -> str:
        """The case label that the lexicon gives to the markers of word `n`."""
        tokens = self.roles.tagged.tokens
        norms = [tokens[self.ours[m]].norm for m in self.marks[n] if self.ours[m] >= 0]
        found = self.lexicon.postposition_at(norms, 0) if norms else None
        return found.case if found and len(found.words) == len(norms) else " ".join(norms)

    def shared(self, n: int) -> int:
        """The word that carries the markers of word `n`: itself, or the last that is joined to it."""
        if self.marks[n]:
            return n
        joined = [m for m, word in enumerate(self.words) if word.head == n and word.relation == "conj"]
        return joined[-1] if joined else n


def _case(n: int, at: _Match, c: Counts) -> None:
    """Counts a noun group as right when it has the markers of the treebank, or a longer compound of the lexicon that
    begins with them (the noun of `with the help of` is a noun in treebanks)."""
    chunk, tokens = at.group(n), at.roles.tagged.tokens
    last = at.shared(n)
    expected = [at.ours[m] for m in at.marks[last]]
    given = [i for i in range(chunk.body, chunk.last) if tokens[i].pos != "PART"]
    label = at.label(last) or DIRECT
    c.n["case"] += 1
    if chunk.kind == "noun" and (chunk.case == label or (expected and given[: len(expected)] == expected)):
        c.right["case"] += 1
    else:
        c.cases[label, chunk.case if chunk.kind == "noun" else chunk.kind] += 1


def _subject(n: int, at: _Match, c: Counts) -> None:
    """Counts a clause's subject as found when the group that holds it is the doer (in the passive the object)."""
    mark = at.label(at.shared(n)) or at.roles.tagged.tokens[at.ours[n]].readings[0].case
    name = MARKED.get(mark, "subject.direct" if mark in ("", DIRECT, "obl") else "")
    verb = at.words[n].head
    verbs = {m for m, word in enumerate(at.words) if word.head == verb and word.relation in ("cop", "aux", "auxpass")}
    predicates = {at.group(m).first for m in (verb, *verbs) if at.group(m).kind == "verb"}
    if not name or not predicates:
        return
    c.n.update(("subject", name))
    for clause, some in zip(at.roles.clauses, at.roles.roles, strict=True):
        if clause.verb < 0 or at.roles.chunks[clause.verb].first not in predicates:
            continue
        for role in some:
            chunk = at.roles.chunks[role.chunk]
            doer = role.karaka == "karta" or role.why == "passive-subject"
            if doer and chunk.first <= at.ours[n] < chunk.last:
                c.right.update(("subject", name))
                return
