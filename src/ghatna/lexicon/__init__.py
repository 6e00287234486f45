"""`data/` → `Lexicon`: the only door to the language files.

Each module loads one kind of knowledge and refuses what does not hold: `tables` (how files are read), `words`
(spelling, readings), `names` (the gazetteer of actors), `rules` (frames, classes, cues), `calendar` (time words,
number words), `gazetteer` (places).
"""
