"""Is this Hindi? By script first, then by the small words that Hindi, Marathi and Nepali do not share."""

import re
import unicodedata
from collections import Counter

from ghatna.errors import ReadError
from ghatna.read.patterns import Patterns

WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f]+")
# Hindi pages keep many names in Latin letters; below this share of letters the page itself is of another language.
SHARE = 0.3
# Another language must show itself by this many small words, and have more of them than Hindi, to be believed.
EVIDENCE = 3
NAMES = {"hi": "Hindi", "mr": "Marathi", "ne": "Nepali"}
SAMPLE = 20_000


def language(text: str, patterns: Patterns) -> str:
    """`hi`, another code of `[language]` in `read.toml`, a script's name in small letters (`latin`, `bengali`), or
    `""` for a text without letters. Short texts without any evidence are taken for Hindi."""
    text = unicodedata.normalize("NFC", text[:SAMPLE])
    scripts = Counter(unicodedata.name(c, "unknown").split()[0].lower() for c in text if c.isalpha())
    if not scripts:
        return ""
    if scripts["devanagari"] < SHARE * scripts.total():
        scripts["devanagari"] = 0
        return scripts.most_common(1)[0][0]
    found = Counter(WORD.findall(text))
    counts = {code: sum(found[w] for w in forms) for code, forms in patterns.rules.language.items()}
    best = max(counts, key=lambda code: (counts[code], code == "hi"))
    return best if counts[best] > counts["hi"] and counts[best] >= EVIDENCE else "hi"


def require_hindi(text: str, where: str, patterns: Patterns) -> None:
    """Raises `ReadError` with the language or script that was found instead."""
    found = language(text, patterns)
    if found == "hi":
        return
    if not found:
        raise ReadError(where, "no text in it")
    seen = NAMES.get(found) or f"text in {found.title()} script"
    raise ReadError(where, f"{seen}, not Hindi")
