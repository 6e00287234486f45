"""Clauses → candidates: which frames' words stand where.

A candidate is a frame, the clause it was found in and the tokens of its trigger. Nothing is decided here about who
did what; `slots` finds the participants, `drafts` settles between frames.
"""

from collections.abc import Iterator

from ghatna.frame.candidate import Candidate, scope
from ghatna.frame.event_noun import comma_after, event_noun
from ghatna.frame.noun_part import noun_part
from ghatna.frame.vocabulary import Vocabulary, at, says
from ghatna.lexicon.cases import DIRECT, GENITIVE
from ghatna.lexicon.rules import Pattern, Rules
from ghatna.model import Clause, Roles, Token

BARE = ("ADJ", "ADP")
"""Parts of speech of the last word of a predicate that a headline leaves without its verb: गिरफ्तार, हिरासत में."""


def wanted(tokens: tuple[Token, ...], rules: Rules) -> bool:
    """Whether the words of the sentence can make a frame, a verb with one of its nouns or an event noun. Sentences
    whose words cannot are not parsed at all."""
    verbs, events = rules.verbs, rules.events
    words, found = {""}, set[str]()
    for token in tokens:
        words.add(token.norm)
        for reading in token.readings:
            words.add(reading.lemma)
            if reading.pos in ("VERB", "AUX"):
                found.add(reading.lemma)
    if any(_sayable(events[word], words) for word in events.keys() & words):
        return True
    for lemma in found:
        by_noun = verbs.get(lemma, {})
        if any(_sayable(by_noun[noun], words) for noun in by_noun.keys() & words):
            return True
    return any(
        token.pos in BARE and any(at(tokens, pattern.nouns, i + 1) >= 0 for pattern in rules.bare.get(token.norm, ()))
        for i, token in enumerate(tokens)
    )


def _sayable(patterns: tuple[Pattern, ...], words: set[str]) -> bool:
    """Whether a sentence has every noun of one of these patterns, which share their last."""
    return any(words.issuperset(pattern.nouns) for pattern in patterns)


def candidates(roles: Roles, rules: Rules, words: Vocabulary) -> Iterator[Candidate]:
    """Every frame whose words are found, clause by clause."""
    tokens = roles.tagged.tokens
    for index, clause in enumerate(roles.clauses):
        if clause.verb >= 0:
            yield from _verbal(index, clause, roles, rules, words)
        else:
            yield from _bare(index, clause, roles, rules)
        for i in clause.chunks:
            chunk = roles.chunks[i]
            if chunk.kind == "noun":
                for end in range(chunk.first + 1, chunk.body + 1):
                    token = tokens[end - 1]
                    for lemma in dict.fromkeys((token.norm, *(r.lemma for r in token.readings))):
                        for pattern in rules.events.get(lemma, ()):
                            first = at(tokens, pattern.nouns, end)
                            if first >= chunk.first:
                                found = event_noun(pattern, index, clause, i, first, end, roles, rules.clauses)
                                if found is not None:
                                    yield found


def _verbal(index: int, clause: Clause, roles: Roles, rules: Rules, words: Vocabulary) -> Iterator[Candidate]:
    tokens, chunks = roles.tagged.tokens, roles.chunks
    chunk = chunks[clause.verb]
    group = chunk.verb
    assert group is not None
    main = next((t for t in range(chunk.first, chunk.body) if tokens[t].pos in ("VERB", "AUX")), chunk.first)
    for t in range(chunk.first, chunk.body):
        token = tokens[t]
        if token.pos not in ("VERB", "AUX"):
            continue
        reverse = t == main + 1 and group.lemmas[0] in rules.clauses.reversing
        helping = token.pos == "AUX" and t != main and not reverse
        readings = [r for r in token.readings if r.pos in ("VERB", "AUX")]
        if t == chunk.body - 1 and any(r.form == "perf" for r in readings):
            readings = [r for r in readings if r.form != "stem"]  # विमान गिरा is not गिराया
        for lemma in dict.fromkeys(r.lemma for r in readings):
            by_noun = rules.verbs.get(lemma, {})
            for pattern in (p for noun in sorted(by_noun.keys() & words.words) for p in by_noun[noun]):
                if pattern.passive and group.voice != "passive":
                    continue
                if helping and not (pattern.nouns and says(tokens[t - 1], pattern.nouns[-1])):
                    continue  # the है of नकारा है, the vector of ठुकरा दी
                if not pattern.nouns:
                    if t == chunk.first or tokens[t - 1].pos not in ("VERB", "AUX"):
                        yield Candidate(pattern.frame, index, chunk.first, chunk.body, -1, -1)
                    continue
                if any(noun not in words.words for noun in pattern.nouns):
                    continue  # most often
                found = noun_part(pattern, clause, t, roles, rules.clauses)
                if found is not None:
                    first, last = found
                    start, end = min(first, chunk.first), max(last, chunk.body)
                    gap = max(0, chunk.first - last)
                    yield Candidate(pattern.frame, index, start, end, first, last, gap=gap)


def _bare(index: int, clause: Clause, roles: Roles, rules: Rules) -> Iterator[Candidate]:
    """Predicates whose verb a headline leaves out: those whose noun part is no noun (`गिरफ्तार`, `हिरासत में`)."""
    tokens = roles.tagged.tokens
    shapes = rules.clauses
    names = {t for name in roles.tagged.names for t in range(name.first, name.last)}
    nouns = [i for i in clause.chunks if roles.chunks[i].kind == "noun"]
    for i in nouns:
        chunk = roles.chunks[i]
        word = tokens[chunk.last - 1]
        # नेपाल दौरे पर विदेश मंत्री: who is in that state may stand after it
        ahead = i != nouns[-1] and not comma_after(i, roles.chunks, tokens, shapes)
        subject = roles.chunks[nouns[-1]]
        owned = all(roles.chunks[k].case == GENITIVE for k in nouns if i < k < nouns[-1])
        after = word.pos == "ADP" and owned and subject.case == DIRECT and subject.head in names
        if ahead and not after:
            continue
        if word.pos not in BARE:
            continue
        for lemma in dict.fromkeys((word.norm, word.lemma)):
            for pattern in rules.bare.get(lemma, ()):
                if pattern.verb not in (shapes.be, *shapes.transitive_light):
                    continue
                if ahead and (len(pattern.nouns) < 2 or pattern.verb != shapes.be):
                    continue  # A के साथ B: no state, but company
                first = at(tokens, pattern.nouns, chunk.last)
                if first >= 0:
                    yield Candidate(pattern.frame, index, first, chunk.last, first, chunk.last, bare=pattern.verb)


def mode(candidate: Candidate, roles: Roles, words: Vocabulary) -> str | None:
    """The frame's mode, else the first listed one whose words stand in the act's clause (trigger included)."""
    if candidate.frame.row.mode:
        return candidate.frame.row.mode
    spans = [scope(candidate, roles)]
    topic = roles.clauses[0]
    if candidate.clause > 0 and topic.verb < 0 and roles.clauses[candidate.clause].parent == 0 and topic.chunks:
        spans.append((0, roles.chunks[topic.chunks[-1]].last))  # काबुल ब्लास्ट: 73 मरे
    modes = candidate.frame.modes
    return next((name for span in spans for name, wanted in modes if words.within(wanted, *span)), None)
