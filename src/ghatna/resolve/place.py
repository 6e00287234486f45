"""Where it happened: names of places that the words around them mark as the scene of the act."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from ghatna.lexicon.actors import HOME, HOME_WEIGHT
from ghatna.lexicon.gazetteer import COUNTRY, Gazetteer, Spot
from ghatna.model import Entity, Place, Tagged, Token

NEVER = ("VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV", "NUM")
"""Parts of speech of words that only look like a name (गया, पर, बार)."""
COMMON = (*NEVER, "NOUN")
"""The same, and those that are mostly something else where nothing says that they name a place (मंडी, सागर, धार)."""
ENDS = ("VERB", "AUX", "ADP", "PART", "PUNCT")
"""What follows a participle that is itself the verb of its clause."""
IN, ON, NEAR, COME, FROM, HELD = range(6)
"""How sure a marking is of the scene; the lower the surer. `HELD`: where somebody is or was held who then acts."""


class Named(Struct, frozen=True):
    """A name at tokens `first` … `last` and the places it may be."""

    first: int
    last: int
    spots: tuple[Spot, ...]

    @property
    def level(self) -> int:
        return max(s.level for s in self.spots)


def place(
    tagged: Tagged,
    first: int,
    last: int,
    gazetteer: Gazetteer,
    *,
    country_hint: str | None,
    told: Sequence[Place] = (),
    act: tuple[int, int] | None = None,
    material: bool = True,
) -> Place | None:
    """The place of the act that tokens `first` … `last` tell; None where no name is marked as its scene.

    में marks a scene; पर where the act strikes (कीव पर हमला) or a site is named (गाजा के अस्पताल पर); से where it takes
    from (दिल्ली से गिरफ्तार). Of a chain (छत्तीसगढ़ के दांतेवाड़ा जिले में) the narrower name counts and the wider one tells
    which it is. `country_hint` decides between towns of one name, then what the article has `told` of before. Of scenes
    apart from each other a `material` act has the nearest before it, words the narrowest. `act`: its own tokens.
    """
    tokens, words = tagged.tokens, gazetteer.words
    named = names(tokens, first, last, gazetteer)
    act = act or (first, last)
    found = []
    for n in range(len(named)):
        marking = marked(tokens, n, named, last, gazetteer, act)
        if marking == IN and not material and spoken_of(tokens, n, named, act, gazetteer):
            continue
        if marking is not None:
            found.append((marking, n))
    if not found:
        return None
    surest = [n for marking, n in found if marking == min(found)[0]]
    before = [n for n in surest if named[n].last <= act[1]] or surest
    chosen = before[-1] if material else max(surest, key=lambda n: (named[n].level, -n))
    # दिल्ली और मुंबई में: the first of a list.
    while chosen - 1 in surest and words["and"].at(tokens, named[chosen - 1].last, named[chosen].first):
        chosen -= 1
    # The narrowest of a chain: छत्तीसगढ़ में … सुकमा में.
    for n in surest:
        if named[n].level > named[chosen].level and one_in_other(named[n], named[chosen]):
            chosen = n
    one = named[chosen]
    wider = [s for k, other in enumerate(named) if k != chosen for s in other.spots if near(named, k, chosen)]
    hints = [country_hint] if country_hint else [n.names[0].country for n in tagged.names if n.names]
    best = choose(one.spots, wider, [*hints, *(p.country for p in told)], {p.admin1 for p in told if p.admin1})
    if best.doubtful and hints and best.country not in hints:
        return None
    return stated(best, tagged.sentence.text[tokens[one.first].start : tokens[one.last - 1].end])


def one_in_other(town: Named, area: Named) -> bool:
    """Whether one name may tell of a place in what the other names."""
    return any(
        a.level < t.level and a.country == t.country and a.admin1 in ("", t.admin1)
        for t in town.spots
        for a in area.spots
    )


def stated(spot: Spot, text: str) -> Place:
    """A place of the gazetteer as a record says it, `text` being the words that name it."""
    return Place(
        text=text,
        name=spot.name,
        country=spot.country,
        admin1=spot.admin1 or None,
        lat=spot.lat,
        lon=spot.lon,
        geonames=spot.geonames,
    )


def dateline(tagged: Tagged, gazetteer: Gazetteer) -> Place | None:
    """The first place of a dateline (श्रीनगर, 12 मार्च; लखनऊ/नई दिल्ली); None where it names none we know."""
    tokens = tagged.tokens
    for i in range(len(tokens)):
        size, spots = gazetteer.at(tokens, i, len(tokens))
        if size:
            best = choose(spots, [], [HOME])
            return stated(best, tagged.sentence.text[tokens[i].start : tokens[i + size - 1].end])
    return None


def written(
    dateline: Place | None, actors: Sequence[Entity], recipients: Sequence[Entity], *, attack: bool
) -> Place | None:
    """The dateline as the place of an act that says none: where somebody of that country acts, or nobody is of any.

    An attack is where those are whom it befalls.
    """
    if dateline is None:
        return None
    befallen = {e.country for e in recipients if e.country}
    there = befallen if attack and befallen else {e.country for e in (*actors, *recipients) if e.country}
    return dateline if not there or dateline.country in there else None


def names(tokens: Sequence[Token], first: int, last: int, gazetteer: Gazetteer) -> list[Named]:
    """Every name of the gazetteer in the span, longest first, never crossing."""
    words = gazetteer.words
    found: list[Named] = []
    at = first
    while at < last:
        if sea := words["waters"].at(tokens, at, last):
            at += sea
            continue
        size, spots = gazetteer.at(tokens, at, last)
        if size and not likely(tokens, at, at + size, last, spots, found, gazetteer):
            size = 0
        road = words["road"].at(tokens, at + size, last)
        if size and road and found and found[-1].last == at - 1 and words["of"].at(tokens, at - 1, last):
            size = 0  # बरेली के पीलीभीत बाईपास पर: the road is called after a town that it leads to
        if size and all(s.level == COUNTRY for s in spots) and border(tokens, at + size, last, gazetteer):
            at += size
            continue
        if size:
            found.append(Named(at, at + size, spots))
        at += size or 1
    return found


def border(tokens: Sequence[Token], i: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a state before token `i` tells only whose border it is, of which it has one side: चीन सीमा पर."""
    words = gazetteer.words
    return bool(words["border"].at(tokens, i + words["of"].at(tokens, i, last), last))


def likely(
    tokens: Sequence[Token],
    at: int,
    end: int,
    last: int,
    spots: tuple[Spot, ...],
    found: list[Named],
    gazetteer: Gazetteer,
) -> bool:
    """Whether the words at `at` … `end` name a place: not after a determiner (इस सूरत में), and where it is a word of the
    language or a name of people too, only as names of places stand or after what it lies in (कनाडा के सरे)."""
    words = gazetteer.words
    single = end == at + 1
    before = at - 1 - bool(words["also"].at(tokens, at - 1, last))
    if single and before >= 0 and words["determiner"].at(tokens, before, last):
        return False
    if not (single and tokens[at].pos in COMMON) and not all(s.doubtful for s in spots):
        return True
    if before_in(tokens, end, last, gazetteer):
        return True
    if not found or found[-1].last != at - 1 or not words["of"].at(tokens, at - 1, last):
        return False
    return any(w.level < s.level and w.country == s.country for w in found[-1].spots for s in spots)


def before_in(tokens: Sequence[Token], i: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether what ends before `i` stands as a name does: right before में or a kind of place (गया जिले में)."""
    words = gazetteer.words
    return bool(words["in"].at(tokens, i, last) or words["kind"].at(tokens, i, last))


def near(named: list[Named], k: int, chosen: int) -> bool:
    """Whether two names stand close enough for one to tell which place the other is."""
    return abs(named[k].first - named[chosen].first) <= 6


def marked(
    tokens: Sequence[Token], n: int, named: list[Named], last: int, gazetteer: Gazetteer, act: tuple[int, int]
) -> int | None:
    """How surely the words after a name make it the scene; None where they do not."""
    words = gazetteer.words
    one = named[n]
    at = one.last
    site = bool(words["kind"].at(tokens, one.last - 1, one.last))
    while size := words["kind"].at(tokens, at, last):
        at += size
        site = True
    if at >= last:
        return None
    following = named[n + 1] if n + 1 < len(named) else None
    joined = words["and"].at(tokens, at, last)
    if joined and following and following.first == at + joined:
        # `दिल्ली और मुंबई में`: the first is marked as the second is.
        return marked(tokens, n + 1, named, last, gazetteer, act)
    if size := words["in"].at(tokens, at, last):
        return scene(tokens, at + size, last, gazetteer, act)
    if words["near"].at(tokens, at, last):
        return NEAR
    if words["on"].at(tokens, at, last):
        strikes = site or any(words["strike"].at(tokens, k, last) for k in range(at, last))
        return ON if strikes else None
    if words["of"].at(tokens, at, last):
        return owner(tokens, at + 1, following, last, gazetteer)
    if words["arrive"].at(tokens, at, last):
        return COME
    # `पटना: …`, `पटना - …`; a hyphen without a space joins names (भारत-नेपाल).
    spaced = tokens[at].start > tokens[at - 1].end or tokens[at].norm == ":"
    if one.first == 0 and spaced and words["colon"].at(tokens, at, last):
        return COME
    if words["from"].at(tokens, at, last):
        takes = any(words["origin"].at(tokens, k, last) for k in range(at, min(at + 8, last)))
        return FROM if takes else None
    return None


def scene(tokens: Sequence[Token], i: int, last: int, gazetteer: Gazetteer, act: tuple[int, int]) -> int | None:
    """The marking of a name with में by the words at `i`: it may only tell of whom or of what else comes next
    (दिल्ली में रहने वाले; मणिपुर में हुई हत्याओं की निंदा)."""
    words = gazetteer.words
    if words["home"].at(tokens, i, last):
        return None
    if size := words["held"].at(tokens, i, last):
        after = i + size
        return IN if after >= last or tokens[after].pos in ENDS else HELD
    if size := words["happened"].at(tokens, i, last):
        after = i + size
        if i < act[1] and all(t.pos != "ADP" for t in tokens[after : act[0]]):
            return IN
        # ढाका में हुई हिंसा में … : what happened there is the scene of the act.
        ends = (k for k in range(after, last) if tokens[k].pos == "ADP" and not words["of"].at(tokens, k, last))
        inside = words["in"].at(tokens, next(ends, last), last)
        return IN if inside or after >= last or tokens[after].pos in ENDS else None
    return IN


def spoken_of(tokens: Sequence[Token], n: int, named: list[Named], act: tuple[int, int], gazetteer: Gazetteer) -> bool:
    """Whether the scene of name `n` is that of what words are about, which owns the noun of the act: काबुल में |
    आत्मघाती हमले की | निंदा की, but not of what a state named after it does: ब्रसेल्स में | रूस की कार्रवाई की | निंदा की."""
    i = named[n].last
    of, case = gazetteer.words["of"], gazetteer.words["case"]
    for k in range(i + 1, act[0]):
        if case.at(tokens, k, act[0]):
            return False
        if of.at(tokens, k, act[0]) and tokens[k - 1].readings[0].sem == "event":
            state = any(i <= other.first < k and other.level == COUNTRY for other in named)
            return not state and (k + 1 == act[0] or tokens[k + 1].pos != "ADP")
    return False


def owner(tokens: Sequence[Token], i: int, following: Named | None, last: int, gazetteer: Gazetteer) -> int | None:
    """The marking of the site that a name owns: गाजा के एक अस्पताल पर, रूस की यात्रा पर."""
    words = gazetteer.words
    for at in range(i, min(i + 6, last)):
        if following and following.first == at:
            return None
        if words["home"].at(tokens, at, last):
            return None
        if words["visit"].at(tokens, at, last):
            return COME
        if size := words["scene"].at(tokens, at, last) or (tokens[at].readings[0].sem == "place"):
            after = at + int(size)
            if words["in"].at(tokens, after, last):
                return IN
            if words["on"].at(tokens, after, last):
                return ON
            if words["near"].at(tokens, after, last):
                return NEAR
            if words["from"].at(tokens, after, last):
                takes = any(words["origin"].at(tokens, k, last) for k in range(after, min(after + 8, last)))
                return FROM if takes else None
        if tokens[at].pos == "PUNCT" or any(words[w].at(tokens, at, last) for w in ("in", "on", "from", "case")):
            return None
    return None


def choose(
    spots: tuple[Spot, ...], wider: list[Spot], hints: Sequence[str], regions: Collection[str] = frozenset()
) -> Spot:
    """The place among those of one name that the names around it, then the hints, then the `regions` told of before,
    then size speak for."""

    def weight(one: Spot) -> tuple[bool | int, ...]:
        inside = any(w.level < one.level and w.admin1 and w.admin1 == one.admin1 for w in wider)
        country = any(w.level == COUNTRY and w.country == one.country for w in wider)
        beside = any(w.admin1 and w.admin1 == one.admin1 and w.country == one.country for w in wider)
        size = one.population * (HOME_WEIGHT if one.country == HOME else 1)
        known = (inside, country, one.level == COUNTRY, beside, one.country in hints, one.admin1 in regions)
        return *known, size, one.country == HOME

    return max(spots, key=weight)
