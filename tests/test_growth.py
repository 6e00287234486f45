"""The tables of growth: every length and size measured, sentences longer, lexicons larger."""

from ghatna.serve.growth import LENGTHS, SIZES, growth


def test_growth_measures_each_length_and_size() -> None:
    rows = [line.split() for line in growth(made=48)]
    lengths, sizes = rows[1 : 1 + len(LENGTHS)], rows[2 + len(LENGTHS) :]
    words = [int(row[0]) for row in lengths]
    assert len(words) == len(LENGTHS) and words == sorted(words) and words[-1] > 5 * words[0]
    held = [int(row[0]) for row in sizes]
    assert held == [held[0] * size for size in SIZES]
    assert all(float(row[1]) > 0 for row in (*lengths, *sizes))
