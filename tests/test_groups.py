"""Where noun groups end though no postposition says so, and who the doer is."""

import pytest

from ghatna.model import Roles, Sentence
from ghatna.pipeline import Coder


def doers(roles: Roles) -> set[str]:
    tokens = roles.tagged.tokens
    return {
        " ".join(t.text for t in tokens[roles.chunks[role.chunk].first : roles.chunks[role.chunk].body])
        for some in roles.roles
        for role in some
        if role.karaka == "karta"
    }


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("राज्य सरकारें फसलों के लिए सुझाव देती हैं।", "राज्य सरकारें"),
        ("वह नक्शे में बदलाव नहीं चाहता।", "वह"),
        ("सेना को पीछे हटना पड़ा।", "सेना"),
        ("सरकार को कदम उठाना चाहिए।", "सरकार"),
    ],
    ids=["plural ends a group", "pronoun before an oblique noun", "compelled", "duty"],
)
def test_the_doer_is_found(text: str, doer: str, coder: Coder) -> None:
    assert doer in doers(coder.analyse(Sentence(text, 0))[0])
