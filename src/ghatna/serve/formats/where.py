"""How fine a place is: a country, a part of one, or a town in it."""

from typing import Literal

from ghatna.model import Place
from ghatna.serve.formats.codes import Codes

Level = Literal["country", "state", "town"]


def level(place: Place, codes: Codes) -> Level:
    """What kind of place this is, by its names. A town that is a state of its own (Delhi) has a GeoNames number."""
    country = codes.countries.get(place.country)
    if country is not None and place.name == country.name:
        return "country"
    return "state" if place.name == place.admin1 and place.geonames is None else "town"
