"""Questions that an overview asks of all events: they read a few narrow columns."""

DAYS = """
SELECT day, quad, count(*) AS events FROM keyed_events WHERE day IS NOT NULL GROUP BY day, quad ORDER BY day, quad
"""
"""How many events of each quad a day had."""
DYADS = """
WITH grouped AS (
    SELECT actor_codes, recipient_codes, count(*) AS n FROM keyed_events
    WHERE actor_codes != '' AND recipient_codes != '' GROUP BY ALL
), acting AS (
    SELECT unnest(list_distinct(string_split(trim(actor_codes, '|'), '|'))) AS actor, recipient_codes, n FROM grouped
), both_sides AS (
    SELECT actor, unnest(list_distinct(string_split(trim(recipient_codes, '|'), '|'))) AS recipient, n FROM acting
)
SELECT actor, recipient, sum(n)::BIGINT AS events FROM both_sides GROUP BY ALL
ORDER BY events DESC, actor, recipient LIMIT $limit
"""
"""The pairs of countries and bodies with the most events, each event once for a pair."""
