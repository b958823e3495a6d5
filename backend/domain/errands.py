"""What somebody may be looking for in a town, and the kinds of places where one gets it."""

from __future__ import annotations

from backend.domain.naming import name_words

_ERRANDS: tuple[tuple[str, str], ...] = (
    ("coffee tea cake breakfast cappuccino espresso cocoa", "cafe bakery"),
    ("drink drinks drinking thirsty", "cafe bar pub"),
    ("beer wine ale cider cocktail", "bar pub"),
    ("eat eating food lunch dinner supper hungry meal", "cafe restaurant pub bar"),
    ("book books read reading", "library bookshop"),
    ("buy groceries shopping milk bread", "shop store market supermarket grocery"),
    ("medicine pills aspirin plaster", "pharmacy"),
    ("walk bench sit air rest", "park garden"),
)


def kinds_for(text: str) -> frozenset[str]:
    """Kinds of sectors that serve what `text` asks for; empty where it asks for nothing of the kind."""
    words = name_words(text)
    return frozenset(
        kind for asked, kinds in _ERRANDS if words & set(asked.split()) for kind in kinds.split()
    )
