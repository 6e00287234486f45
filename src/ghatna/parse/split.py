"""Document → sentences, sentence → tokens. Nothing is rewritten: everything is a position in the text."""

import re
from collections.abc import Iterator

from ghatna.lexicon.words import Words
from ghatna.model import Document, Sentence

LETTERS = r"\u0900-\u0963\u0970-\u097f"
UNSEEN = r"\u200b-\u200f\u2060\ufeff\u00ad"
"""Joiners, breaks and directions, which pages put inside words and before them."""
WORD = f"[{LETTERS}{UNSEEN}]"
TOKEN = re.compile(
    # A visarga that ends a word is a colon in many papers, but दुःख and अतः need it: `tokenize` asks the lexicon.
    rf"(?P<hindi>[{LETTERS}]{WORD}*(?:[-‐‑]{WORD}+)*)"  # noqa: RUF001 - the hyphens that newspapers write
    # A number with its ending is an ordinal, in either script: 12th, and va with vowel and nasal.
    rf"|(?P<number>(?:[0-9\u0966-\u096f]+(?:[.,:/][0-9\u0966-\u096f]+)*)(?:st|nd|rd|th|\u0935[\u093e\u0940\u0947][\u0901\u0902]?(?!{WORD}))?)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’&.-]?[A-Za-z\u00c0-\u024f0-9]+)*)"
    rf"|(?P<mark>\.{{2,}}|-{{2,}}|[^\s{UNSEEN}])"
)
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
ENDS = re.compile(r"([।॥?!|…]+|\.+)")
VISARGA = "\u0903"
CLOSERS = "\"'”’»)]}›"
DIGIT = re.compile(r"[0-9\u0966-\u096f]")
LETTER = re.compile(r"[\u0900-\u0963\u0966-\u097fA-Za-z0-9]")
LAST_WORD = re.compile(rf"(?:{WORD}|[A-Za-z])+$")
SOUND = re.compile(r"[\u0900-\u0903\u093e-\u094d]")
"""Signs that hang on a letter: a bit of one letter with its sign (`डॉ`, `के`) can be an initial."""
BULLET = re.compile(r"^[\s•·*▪◆●►–—-]+(?=\S)")
LONGEST_QUOTE = 300
"""Characters; an opening quote that nothing closes sooner is an accident and holds no sentences together."""

FULL_STOPS = frozenset("।॥|")
CRIES = frozenset("!?")
LINES = (6, 28)
"""Words that a headline has at least and at most."""

LONGEST = 1500
"""Characters; no sentence of a newspaper is longer (a run-on text without full stops is), and the cost of a clause
grows with those that it may share a subject with."""
BLANKS = " - "
"""A hyphen as some papers and corpora type it."""
BROKEN = "\u094d "
"""A half letter and the blank that a converted font has put behind it."""
PAUSES = (", ", "; ", " ")


def split(document: Document, words: Words) -> list[Sentence]:
    """The sentences of a document in order: every line apart, the headline of kind `headline`."""
    found: list[Sentence] = []
    for line in LINE.finditer(document.text):
        kind = "headline" if line.start() < document.headline_end else "prose"
        for start, end in sentences(line[0], words):
            at = line.start() + start
            found.append(Sentence(document.text[at : line.start() + end], at, kind))
    return found


def sentences(line: str, words: Words) -> list[tuple[int, int]]:
    """Where the sentences of one line begin and end, blanks around them left out."""
    spans: list[tuple[int, int]] = []
    bullet = BULLET.match(line)
    start = bullet.end() if bullet else 0
    title = _title(line)
    for mark in ENDS.finditer(line):
        if mark.start() < start or (title and set(mark[0]) <= CRIES):
            continue
        end = mark.end()
        if mark[0][0] == "." and not _full_stop(line, mark.start(), end, words):
            continue
        while end < len(line) and line[end] in CLOSERS:
            end += 1
        if _in_quotes(line, start, mark.start()) or _goes_on(line, end, mark[0]):
            continue
        if LETTER.search(line, start, end):
            _keep(line, start, end, spans)
            start = end
        elif spans:  # marks alone belong to the sentence before
            spans[-1] = (spans[-1][0], end)
            start = end
    _keep(line, start, len(line), spans)
    return [part for span in spans for part in _cut(line, *span)]


def _title(line: str) -> bool:
    """Whether a line is written as headlines are: short, with no full stop. Its cries and questions part no sentences
    (सपा निकालेगी यात्रा! युवाओं को जोड़ेगी), since what follows tells of the same people."""
    words = line.split()
    return LINES[0] <= len(words) <= LINES[1] and not FULL_STOPS & set(line) and line.rstrip()[-1:] not in ".…"


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one that is too long: cut at the last comma, else at the last blank."""
    while end - start > LONGEST:
        places = (line.rfind(pause, start + LONGEST // 2, start + LONGEST) + 1 for pause in PAUSES)
        at = next((place for place in places if place), start + LONGEST)
        yield start, len(line[:at].rstrip())
        start = at + len(line[at:end]) - len(line[at:end].lstrip())
    yield start, end


def _keep(line: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = line[start:end]
    if not piece.strip():
        return
    if spans and not LETTER.search(piece):
        spans[-1] = (spans[-1][0], start + len(piece.rstrip()))
        return
    left = start + len(piece) - len(piece.lstrip())
    spans.append((left, left + len(piece.strip())))


def _full_stop(line: str, at: int, end: int, words: Words) -> bool:
    """Whether the dot(s) at `at` end a sentence: not in 3.5, ए.के., डॉ. राय or www.site.in."""
    if end - at > 1:
        return not line[end : end + 1].strip() == "" or end >= len(line.rstrip())
    before, after = line[at - 1 : at], line[end : end + 1]
    if DIGIT.match(before) and DIGIT.match(after):
        return False
    if before.isspace():  # "शब्द ." or "शब्द .अगला": always a full stop
        return True
    last = LAST_WORD.search(line, max(0, at - 20), at)
    if last is None:
        # "2024." ends a sentence; "1. पहला" at the start of a line numbers it
        return not (DIGIT.match(before) and line[:at].strip().isdigit())
    word = last[0]
    rest = line[end:].strip()
    if not rest:
        return True
    if word in words.abbreviations:
        return False
    if after and not after.isspace() and after not in CLOSERS:
        # no blank after the dot: an initial (ए.के.) or a Latin name goes on, a longer Hindi word ends here
        return len(SOUND.sub("", word)) > 1 and not ("A" <= word[-1] <= "z" and "A" <= after <= "z")
    if len(SOUND.sub("", word)) == 1:
        # a single letter with a dot is an initial, unless it is a word that ends sentences (है, थे, दी)
        return any(r.pos in ("VERB", "AUX") and r.form != "stem" for r in words.readings(words.spelling.fold(word)))
    return not (len(word) == 1 and word.isascii())


def _in_quotes(line: str, start: int, at: int) -> bool:
    """Whether a quotation that opens after `start` is still open at `at` and closes soon after."""
    opened = -1
    for opener, closer in (("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"')):
        if opener == closer:
            count = line.count(opener, start, at)
            if count % 2:
                opened = line.rfind(opener, start, at)
                closed = line.find(closer, at)
                if 0 <= closed - opened <= LONGEST_QUOTE and closed > at:
                    return not _ends_with_quote(line, at, closed)
        elif (opened := line.rfind(opener, start, at)) > line.rfind(closer, start, at):
            closed = line.find(closer, at)
            if 0 <= closed - opened <= LONGEST_QUOTE:
                return not _ends_with_quote(line, at, closed)
    return False


def _ends_with_quote(line: str, at: int, closed: int) -> bool:
    """Whether only marks stand between the mark at `at` and the closing quote."""
    return not LETTER.search(line, at, closed)


def _goes_on(line: str, end: int, mark: str) -> bool:
    """Whether the sentence goes on after the mark: `"… करेंगे।" उन्होंने कहा` splits, `("क्यों?")` and `?,` do not."""
    rest = line[end:].lstrip()
    if not rest:
        return False
    if rest[0] in ",;:)]" or (mark[0] == "…" and not line[end - 1 : end] == "।"):
        return True
    if mark[0] == "|" and rest[0] == "|":
        return True
    return line[end - 1] in CLOSERS and re.match(r"[-–—]", rest) is not None


def tokenize(text: str, words: Words) -> list[tuple[int, int]]:
    """Where the tokens of a sentence begin and end.

    A hyphenated compound is one token when the lexicon has it (`आमना-सामना`), else its parts and hyphens are tokens
    (`रूस-यूक्रेन`). Initials keep their dots (`ए.के.`, `डॉ.`), numbers their marks (`3.5`, `12:30`).
    """
    spans: list[tuple[int, int]] = []
    for found in TOKEN.finditer(text):
        start, end = found.span()
        if found.lastgroup != "hindi":
            spans.append((start, end))
            continue
        if "-" in found[0] or "‐" in found[0] or "‑" in found[0]:  # noqa: RUF001
            if words.spelling.fold(found[0]) in words:
                spans.append((start, end))
            else:
                spans.extend(_parts(found[0], start))
            continue
        if found[0][-1] == VISARGA and words.spelling.fold(found[0]) not in words:
            spans.extend(((start, end - 1), (end - 1, end)))  # लखनऊः पुलिस ने …: typed for a colon
            continue
        spans.append((start, end))
    if BLANKS in text:
        spans = _joined(text, spans, words)
    if BROKEN in text:
        spans = _mended(text, spans, words)
    if "." in text:
        return _with_dots(text, spans, words)
    return spans


def _joined(text: str, spans: list[tuple[int, int]], words: Words) -> list[tuple[int, int]]:
    """Compounds that are typed with blanks round their hyphen, as one token: `बात - चीत`, `अलग - अलग`."""
    out: list[tuple[int, int]] = []
    k = 0
    while k < len(spans):
        start, end = spans[k]
        if k + 2 < len(spans) and text[end : spans[k + 2][0]] == BLANKS:
            first, second = text[start:end], text[slice(*spans[k + 2])]
            if first == second or any(words.spelling.fold(first + mark + second) in words for mark in ("-", "")):
                out.append((start, spans[k + 2][1]))
                k += 3
                continue
        out.append((start, end))
        k += 1
    return out


def _mended(text: str, spans: list[tuple[int, int]], words: Words) -> list[tuple[int, int]]:
    """Words that a converted font has broken behind a half letter, as one token: `राष्ट् र`, `कोर् ट`."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and text[out[-1][1] - 1 : start] == BROKEN and words.spelling.fold(text[out[-1][0] : end]) in words:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _parts(compound: str, start: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^-‐‑]+|[-‐‑]", compound)]  # noqa: RUF001


def _with_dots(text: str, spans: list[tuple[int, int]], words: Words) -> list[tuple[int, int]]:
    """Joins the dots of abbreviations and initials to their words: `डॉ` `.` → `डॉ.`, `ए` `.` `के` `.` → `ए.के.`"""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        piece = text[start:end]
        if joined and joined[-1][1] == start:
            first, last = joined[-1]
            before = text[first:last]
            short = before in words.abbreviations or (_initial(before) and not _closes(text, first, end, words))
            if piece == "." and end < len(text.rstrip()) and short:
                joined[-1] = (first, end)
                continue
            if before.endswith(".") and len(before) > 1 and _initial(piece):
                joined[-1] = (first, end)
                continue
        joined.append((start, end))
    return joined


def _closes(text: str, first: int, end: int, words: Words) -> bool:
    """Whether the dot before `end` rather closes a quoted sentence: a verb before it, no letter after (`… है."`)."""
    if LETTER.match(text, end):
        return False
    found = words.readings(words.spelling.fold(text[first : end - 1]))
    return any(r.pos in ("VERB", "AUX") and r.form != "stem" for r in found)


def _initial(piece: str) -> bool:
    letters = SOUND.sub("", piece.rpartition(".")[2])
    return len(letters) == 1 and bool(LETTER.match(letters)) and not DIGIT.match(letters)
