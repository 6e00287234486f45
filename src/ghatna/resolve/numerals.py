"""Hindi numerals as values: digits, words, fractions, scales and ranges."""

import re
from collections.abc import Sequence

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?")
SPAN = re.compile(r"(\d{1,4})[-–](\d{1,4})")
PIECE = re.compile(r"\d+")
YEARS = range(1800, 2101)
CLOSE, NEAR = 20, 3
"""Two number words side by side are a range where the first is below the one and the second at most the other above."""


def count(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> tuple[float, int, int, str] | None:
    """The numeral that starts at token `i`: value, first token, token after it, kind; None where none starts.

    Reads digits (`1,200`), words (`तीन सौ पचास`), fractions (`साढ़े तीन हजार`), dozens (`आधा दर्जन`), and scales up to
    खरब, also of each other (`दस हजार करोड़`).
    """
    total = 0.0
    current: float | None = None
    added: float | None = None
    kind = "plain"
    scale_before = float("inf")
    at = i
    if calendar.counting["half"].at(tokens, i, last) and scale(tokens, i + 1, last, calendar):
        current, at = 0.5, i + 1
    while at < last:
        plain = digits(tokens, at, last)
        if plain is not None:
            if current is not None or (at > i and total == 0 and added is None):
                break
            value, at = plain
            current = value
            continue
        word = calendar.numerals.get(tokens[at].norm)
        if word is None or word.kind == "ordinal" or (word.kind in ("vague", "all") and at > i):
            break
        if word.kind in ("vague", "all"):
            return word.value, i, at + 1, word.kind
        if word.kind == "fraction":
            if current is not None or added is not None:
                break
            added = word.value
        elif word.kind == "scale":
            if word.value == 100 and current is not None and current < 100:
                current = (current + (added or 0)) * 100
                added = None
            elif word.value == 100 and current is None:
                current = (1 + added) * 100 if added is not None else 100
                added = None
            elif word.value > scale_before and current is None and added is None:
                total *= word.value
                scale_before = word.value
            else:
                if word.value >= scale_before:
                    break
                if word.value != 12:
                    scale_before = word.value
                # `हजार` alone is a thousand, `सवा लाख` a quarter more than one.
                base = current if current is not None else 1.0
                total += (base + (added or 0)) * word.value
                current, added = None, None
        else:
            if current is not None:
                if current % 100 == 0 and current >= 100 and word.value < 100:
                    current += word.value
                    at += 1
                    continue
                break
            current = word.value
        at += 1
    if at > i and current is None and total == 0 and added is not None and at < last:
        # सवा साल: one and a quarter, पौने घंटे: three quarters of one
        return (1 + added, i, at, kind) if tokens[at].norm in calendar.units else None
    if at == i or (current is None and total == 0):
        return None
    return total + (current or 0) + (added or 0), i, at, kind


def scale(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> float:
    """The scale (दर्जन, सौ, हजार) at token `i`; 0 where none stands."""
    word = calendar.numerals.get(tokens[i].norm) if i < last else None
    return word.value if word is not None and word.kind == "scale" else 0


def digits(tokens: Sequence[Token], i: int, last: int) -> tuple[float, int] | None:
    """A number in digits at token `i`, whole or cut at its commas and points: value and the token after it."""
    if (span := SPAN.fullmatch(tokens[i].norm)) and int(span[1]) not in YEARS:
        return float(span[1]), i + 1
    if not PIECE.match(tokens[i].norm) or not DIGITS.fullmatch(tokens[i].norm):
        return None
    text, at = tokens[i].norm, i + 1
    while (
        at + 1 < last
        and tokens[at].norm in (",", ".")
        and tokens[at].start == tokens[at - 1].end
        and tokens[at + 1].start == tokens[at].end
        and PIECE.fullmatch(tokens[at + 1].norm)
        and (tokens[at].norm == "." or len(tokens[at + 1].norm) in (2, 3))
    ):
        text += tokens[at].norm + tokens[at + 1].norm
        at += 2
    try:
        return float(text.replace(",", "")), at
    except ValueError:
        return None


def upwards(tokens: Sequence[Token], value: float, end: int, last: int, calendar: Calendar) -> tuple[float, int] | None:
    """Of a range that goes on at token `end` (10 से 12, दस-बारह, तीन चार) its lower end and the token after it; None
    without.

    The scale of the upper end holds for both: `चार-पांच सौ` begins at 400.
    """
    start = end + calendar.counting["range"].at(tokens, end, last)
    if start >= last or (start == end and (value >= CLOSE or tokens[end - 1].norm.isdigit())):
        return None
    upper = count(tokens, start, last, calendar)
    if upper is None or upper[0] <= value or is_year(tokens, start, upper[2], upper[0]):
        return None
    if start == end and (tokens[start].norm not in calendar.numerals or upper[0] > value + NEAR):
        return None
    factor = scale(tokens, upper[2] - 1, last, calendar) if upper[2] > start + 1 else 0
    return value * factor if value < factor else value, upper[2]


def is_year(tokens: Sequence[Token], first: int, last: int, value: float) -> bool:
    """Whether a numeral reads as a calendar year: four digits in one token."""
    return last == first + 1 and len(tokens[first].norm) == 4 and tokens[first].norm.isdigit() and value in YEARS
