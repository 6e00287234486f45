"""The expressions of time of a sentence: each with the part of a period that follows it and how it is used, joined to
its neighbour where both name one day.

Nothing here depends on the day of publication or on the tense, so that a sentence is read once for all its acts.
"""

from msgspec.structs import replace

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Tagged
from ghatna.resolve.reading import COARSE, Reader
from ghatna.resolve.timex import Expression, Piece, Words

SCENES = frozenset(("event", "speech", "time"))
"""What a noun names in which an act happens: शनिवार के हमले में, सोमवार के बयान में; but not 2015 के कानून में."""
NUMBER = 6
"""Tokens after a noun's date in which its group ends."""


def expressions(tagged: Tagged, calendar: Calendar) -> list[Expression]:
    """Every expression of time of a sentence, in order, with neighbours joined into one."""
    tokens = tagged.tokens
    found: list[Expression] = []
    at, last = 0, len(tokens)
    reader, extender = Reader(tokens, last, calendar), Extender(tokens, last, calendar)
    while at < last:
        word = tokens[at].norm
        if word not in calendar.heads and not word[:1].isdigit():
            at += 1
            continue
        one = reader.read(at)
        if one is None:
            at += 1
            continue
        one = extender.used(extender.narrowed(one))
        if found and (both := extender.joined(found[-1], one)):
            found.pop()
            one = both
        elif found and not found[-1].pieces and one.pieces[0].kind == "weekday":
            # इससे पहले मंगलवार को: the Tuesday before what was told
            one = replace(one, told=found[-1].told)
        found.append(one)
        at = max(one.last, at + 1)
    return found


class Extender(Words, frozen=True, gc=False):
    """Extends an expression by what follows it."""

    def narrowed(self, one: Expression) -> Expression:
        """With the part of a month or year that the words name: `अप्रैल के पहले सप्ताह`, `2023 की दूसरी तिमाही`."""
        if one.grain not in COARSE or one.since:
            return one
        if edge := self.edge(one.last):
            return replace(one, last=one.last + edge[1], pieces=(*one.pieces, Piece("edge", edge[0])))
        at = one.last + self.at("genitive", one.last)
        if at == one.last or at >= self.last:
            return one
        numeral = self.calendar.numerals.get(self.tokens[at].norm)
        nth = -1 if self.at("final", at) else int(numeral.value) if numeral and numeral.kind == "ordinal" else 0
        unit = self.unit(at + 1)
        inside = ("week", "fortnight") if one.grain == "month" else ("quarter", "half")
        if not nth or unit not in inside:
            return one
        return replace(
            one, last=at + 2, pieces=(*one.pieces, Piece("nth", nth, unit, accounts=one.pieces[-1].accounts))
        )

    def used(self, one: Expression) -> Expression:
        """Takes in the part of the day (शनिवार की सुबह) and reads from what follows how the words are used."""
        end = one.last
        between = self.at("genitive", end) or self.at("on", end)
        at = end + (between if between == 1 and self.at("daypart", end + 1) else 0)
        while size := self.at("daypart", at):
            at += size
            end = at
        if not one.pieces:
            return one
        use = "verb"
        on = self.at("on", end)
        if end > one.last and self.at("over", end):
            pass  # आधी रात के बाद is the night itself
        elif not one.since and self.at("limit", end):
            use = "limit"
        elif (coming := self.at("set", end + on)) and self.noun(end + on + coming):
            use = "scene" if self.scene(end + on + coming) else "noun"
        elif self.at("genitive", end) and on < 2 and self.tokens[end].pos != "VERB":  # पहले की थी हत्या
            use = "scene" if self.scene(end + 1) else "noun"
        elif (done := self.at("done", end + on)) and self.noun(end + on + done):
            use = "scene" if self.scene(end + on + done) else "noun"
        return replace(one, last=end, use=use, since=one.since or bool(self.at("since", end)))

    def noun(self, i: int) -> bool:
        """Whether a noun or what describes one stands at token `i`."""
        return i < self.last and self.tokens[i].pos in ("NOUN", "PROPN", "ADJ")

    def scene(self, i: int) -> bool:
        """Whether the noun whose group is at token `i` is the scene of the act (दंगों में) and no case of today follows."""
        for at in range(i, min(i + NUMBER, self.last)):
            if size := self.at("in", at):
                scene = size > 1 or self.tokens[at - 1].readings[0].sem in SCENES
                return at > i and scene and not self.at("case_of", at - 1) and not self.at("case_of", at + size)
            if self.at("case_of", at) or self.at("genitive", at):
                return False
        return False

    # ── two that are one ────────────────────────────────────────────────────────────────────────────

    def joined(self, left: Expression, right: Expression) -> Expression | None:
        """Two neighbours as one expression, None where they are two."""
        gap = range(left.last, right.first)
        if len(gap) > 2 or not right.pieces or not left.pieces or left.until:
            return self.listed(left, right) if left.until and len(gap) == 1 else None
        fine = right.pieces[0]
        if all(self.at("link", k) for k in gap):
            open_date = fine.kind == "date" and not fine.year and len(right.pieces) == 1
            if (open_date and fine.month and left.grain == "year" and left.pieces[-1].kind != "decade") or (
                open_date and not fine.month and left.grain == "month"
            ):
                return replace(right, first=left.first, pieces=(*left.pieces, fine))
            if left.grain == "week" and fine.kind == "weekday":
                return replace(right, first=left.first, pieces=(*left.pieces, fine))
        if left.grain == right.grain == "day" and all(self.at("beside", k) for k in gap):
            closed = self.at("close", right.last) if any(self.at("open", k) for k in gap) else 0
            if fine.kind == "date" != left.pieces[-1].kind:
                return self.closed(replace(right, first=left.first), closed)
            if fine.kind == "weekday" != left.pieces[-1].kind and not left.since:
                return self.closed(replace(right, first=left.first, pieces=left.pieces), closed)
        return self.listed(left, right) if len(gap) == 1 else None

    def closed(self, one: Expression, size: int) -> Expression:
        """With the bracket that closes it, and the use that what follows tells."""
        return self.used(replace(one, last=one.last + size, use="verb", since=False)) if size else one

    def listed(self, left: Expression, right: Expression) -> Expression | None:
        """`सोमवार और मंगलवार`, `28 जनवरी से 2 फरवरी`: the first day and the last."""
        if not self.at("dash", left.last) and not self.at("comma", left.last):
            return None
        if len(left.pieces) != 1 or len(right.pieces) != 1:
            return None
        one, other = left.pieces[0], right.pieces[0]
        if one.kind != other.kind or one.kind not in ("weekday", "date") or not (one.kind == "weekday" or one.day):
            return None
        if one.kind == "date" and not (other.day and other.month):
            return None
        since = bool(self.at("since", left.last))
        use = "verb" if since and right.use == "limit" else right.use
        return replace(left, last=right.last, until=right.until or other, use=use, since=since)
