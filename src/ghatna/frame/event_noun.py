"""When a noun that tells an act says that it was done: a verb or participle makes it happen, or it heads a headline."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.vocabulary import glossed_to
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, ON
from ghatna.lexicon.rules import ClauseWords, Pattern
from ghatna.model import Chunk, Clause, Roles, Token, VerbGroup

HEADLINE = 24
"""Tokens that a headline has at most; longer sentences are read as prose."""


def event_noun(
    pattern: Pattern,
    index: int,
    clause: Clause,
    i: int,
    first: int,
    end: int,
    roles: Roles,
    shapes: ClauseWords,
) -> Candidate | None:
    """An event noun counts when a verb makes it happen, when a participle does, or as head of a verbless headline."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    chunk = chunks[i]
    glossed = glossed_to(tokens, end, chunk.body, shapes)
    if (
        end != chunk.body
        and not glossed
        and not _coupled(tokens, end, chunk.body, shapes)
        and (not _only_time(tokens, end, chunk.body, shapes) or _judged(clause, end, roles, shapes))
    ):
        return None
    before = chunks[i - 1] if i else None
    if before is not None and before.verb is not None and before.verb.form == "perf":
        told_by = next(c.chunks for c in roles.clauses if c.verb == i - 1)
        by = any(chunks[k].case in shapes.agent_cases for k in told_by)  # सेना द्वारा | गांव पर | किए गए | हमले
        told = i + 1 < len(chunks) and tokens[chunks[i + 1].head].lemma in shapes.dossiers
        if (chunk.case == GENITIVE and told) or chunk.case in shapes.dossier_cases:
            return None
        if before.verb.lemmas[0] in shapes.happened or (by and _carried_out(before.verb, shapes)):
            return Candidate(pattern.frame, index, before.first, end, first, end, event=True)
    if pattern.frame.row.within and chunk.case == IN and end == chunk.body:
        return Candidate(pattern.frame, index, first, end, first, end, event=True)
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    news = next((c for c in chunks[i + 1 :] if c.kind != "particle"), None)  # पथराव की | भी | खबर है
    told = _reported(news, clause, roles, shapes) or _goes_on(news, clause, roles, shapes)
    if chunk.case == GENITIVE and end == chunk.body and told:
        return Candidate(pattern.frame, index, first, chunks[clause.verb].body, first, end, event=True)
    if chunk.case != DIRECT:
        return None
    if i == 0 and after is not None and after.kind == "mark" and tokens[after.first].norm in shapes.colons:
        return None  # the topic of a headline: मणिपुर हिंसा: …
    if clause.verb >= 0:
        verb = chunks[clause.verb]
        group = verb.verb
        assert group is not None
        between = range(i + 1, clause.verb)
        aspect = group.lemmas[0] in shapes.progressive and end < chunk.body
        tells = clause.kind == "participle" and clause.antecedent >= 0  # सहमति दिल्ली में | हुई | बातचीत में बनी
        if (
            i < clause.verb
            and not tells
            and (aspect or group.lemmas[0] in shapes.happen or _sensed(group, shapes))
            and all(
                chunks[k].kind in ("adverb", "particle")
                or (chunks[k].kind == "join" and k > i + 1 and chunks[k - 1].kind == "noun" == chunks[k + 1].kind)
                or (chunks[k].kind == "mark" and tokens[chunks[k].first].norm not in shapes.commas)
                or _makes_happen(chunks[k], tokens, shapes)
                or (chunks[k].kind == "noun" and tokens[chunks[k].head].readings[0].sem == "time")
                or (group.lemmas[0] in shapes.happened and _scene(chunks[k], tokens, happened=bool(group.aspect)))
                for k in between
            )
        ):
            return Candidate(pattern.frame, index, first, verb.body, first, end, event=True)
        if group.lemmas[0] in shapes.happened and _postposed(i, clause, roles):
            return Candidate(pattern.frame, index, verb.first, end, first, end, event=True)
        if _apart(i, clause, roles, shapes):
            return Candidate(pattern.frame, index, first, end, first, end, event=True)
        return None
    if roles.tagged.sentence.kind == "headline" or clause.kind in ("headline", "main", "speech", "coordinate"):
        nouns = [k for k in clause.chunks if chunks[k].kind == "noun" and chunks[k].case == DIRECT]
        if _listed(i, chunks, tokens):
            return None
        if nouns and (i == nouns[-1] or comma_after(i, chunks, tokens, shapes)):
            return Candidate(pattern.frame, index, first, end, first, end, event=True)
    return None


def _sensed(group: VerbGroup, shapes: ClauseWords) -> bool:
    """Whether a verb says that something was heard or seen, and so happened: धमाके | सुने गए."""
    return group.voice == "passive" and group.lemmas[0] in shapes.seeing and not group.negated


def _carried_out(verb: VerbGroup, shapes: ClauseWords) -> bool:
    """Whether a participle says that what its noun tells was done: सेना द्वारा | की गई | गोलीबारी के बाद."""
    return verb.voice == "passive" and verb.lemmas[0] in shapes.transitive_light[:1]


def _reported(news: Chunk | None, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an event noun is what a report says has happened: झड़पों की | खबरें | मिली हैं."""
    if (
        news is None
        or news.case != DIRECT
        or clause.verb < 0
        or roles.tagged.tokens[news.head].lemma not in shapes.tidings
    ):
        return False
    group = roles.chunks[clause.verb].verb
    return group is not None and group.lemmas[0] in shapes.arriving and not group.negated


def _goes_on(news: Chunk | None, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an event noun is what comes one after another: हत्याओं का | सिलसिला जारी | है."""
    if news is None or news.case != DIRECT or clause.verb < 0:
        return False
    words = [t.lemma for t in roles.tagged.tokens[news.first : news.body]]
    group = roles.chunks[clause.verb].verb
    if group is None or group.negated:
        return False
    if words[-1] in shapes.series:  # वार्ता का | अगला दौर | शनिवार को होगा
        return group.lemmas[0] in shapes.happen
    return words[0] in shapes.series and words[-1] in shapes.happen


def _listed(i: int, chunks: tuple[Chunk, ...], tokens: tuple[Token, ...]) -> bool:
    """Whether a noun is the last of a list that only names topics: शहर, सत्ता और हिंसा."""
    if i < 2 or chunks[i - 1].kind != "join" or chunks[i - 2].kind != "noun" or chunks[i - 2].case != DIRECT:
        return False
    plain = all(c.kind in ("join", "mark") or (c.kind == "noun" and c.case == DIRECT) for c in chunks[: i + 1])
    return plain and tokens[chunks[i - 2].head].readings[0].sem != "event"


def _postposed(i: int, clause: Clause, roles: Roles) -> bool:
    """Whether an event noun ends a clause after the verb that makes it happen: हुई है | दुकानदार के साथ | मारपीट."""
    behind = [k for k in clause.chunks if k > clause.verb]
    named = {k for at in roles.tagged.names for k in range(at.first, at.last)}
    sides = all(roles.chunks[k].case != DIRECT or roles.chunks[k].head in named for k in behind[:-1])
    return bool(behind) and i == behind[-1] and sides  # हो सकती है | रूस-चीन | वार्ता


def _apart(i: int, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an event noun is a headline of its own before a comma: चौकी पर उग्रवादियों का हमला, सड़क बंद."""
    chunks, tokens = roles.chunks, roles.tagged.tokens
    if len(tokens) > HEADLINE or not comma_after(i, chunks, tokens, shapes):
        return False
    before = [chunks[k] for k in (*clause.outer, *clause.chunks) if k < i and chunks[k].kind == "noun"]
    return (
        bool(before) and all(c.case != ERGATIVE for c in before) and any(c.case in (GENITIVE, ON, IN) for c in before)
    )


def _coupled(tokens: tuple[Token, ...], end: int, last: int, shapes: ClauseWords) -> bool:
    """Whether a hyphen couples an event noun with another one: मारपीट-लूटपाट, पथराव-आगजनी."""
    if last - end != 2 or tokens[end].norm not in shapes.hyphens:
        return False
    return tokens[end - 1].end == tokens[end].start and tokens[last - 1].readings[0].sem == "event"


def _only_time(tokens: tuple[Token, ...], first: int, last: int, shapes: ClauseWords) -> bool:
    return all(
        t.readings[0].sem == "time" or t.pos == "NUM" or t.pos in ("ADJ", "DET", "PART") or t.lemma in shapes.happen
        for t in tokens[first:last]
    )


def _judged(clause: Clause, first: int, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a copula only says what an event is like, by the adjective at token `first`: हमला निंदनीय है, समझौता
    जरूरी है."""
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if group is None or group.lemmas[0] != shapes.be or group.aspect:
        return False
    token = roles.tagged.tokens[first]
    return token.pos == "ADJ" and token.lemma not in (*shapes.happen, *shapes.aspects)


def _makes_happen(chunk: Chunk, tokens: tuple[Token, ...], shapes: ClauseWords) -> bool:
    return chunk.kind == "noun" and tokens[chunk.head].lemma in shapes.happen


def _scene(chunk: Chunk, tokens: tuple[Token, ...], *, happened: bool) -> bool:
    """Whether a group only tells when, where or to whom something is: धमाका बाजार में हुआ, हमला उस समय हुआ. Of what has
    `happened` it may tell more than of what is the case (निर्देश रुख के विपरीत है)."""
    marked = chunk.case not in (DIRECT, ERGATIVE) if happened else chunk.case in (IN, ON)
    return chunk.kind == "noun" and (marked or tokens[chunk.head].readings[0].sem == "time")


def comma_after(i: int, chunks: tuple[Chunk, ...], tokens: tuple[Token, ...], shapes: ClauseWords) -> bool:
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return after is not None and after.kind == "mark" and tokens[after.first].norm in shapes.commas
