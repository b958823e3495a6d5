"""The built-in rating of a memory's importance, which counts until a mind has rated it.

The scale is the paper's (section 4.1): 1 is purely mundane, like brushing teeth; 10 is extremely poignant,
like a break-up.
"""

from __future__ import annotations

from functools import lru_cache

from backend.domain.concern import UNKNOWN, concern
from backend.domain.events import MemoryKind
from backend.domain.memory.embedding import stem, words_of

LEAST = 1
MOST = 10

PLAIN: dict[MemoryKind, int] = {
    "observation": 1,
    "conversation": 4,
    "plan": 3,
    "reflection": 6,
    "planted": 6,
}
"""What a memory counts that touches nobody much. A passing sight is far below what one talked about."""

SOMEBODY = 1
"""Added to a sight with somebody in it."""

HEARD = 2
"""Added to words overheard, which are closer to a talk than to a sight."""

PLEASANT_SHARE = 1 / 3
"""A pleasant state is worth less of a memory than a bad one: a tidy room is no event."""

_TURNS_OF_LIFE: tuple[tuple[float, str], ...] = (
    (1.0, "died death dead funeral murdered divorced widowed"),
    (0.8, "married marry wedding engaged pregnant born cheated betrayed jilted arrested hospital"),
    (0.6, "love loves loved hate hates fired sacked promoted elected robbed stolen evicted ill sick missing"),
    (
        0.4,
        "election mayor candidate won lost quit secret confessed apologised quarrelled jealous proud lonely",
    ),
    (0.25, "invited invitation party birthday graduated exam concert date promised gift"),
)
"""What the tables of `concern`, made for states of things, do not know: what happens to people, 0 to 1."""

_POIGNANT: dict[str, float] = {}
for _strength, _words in reversed(_TURNS_OF_LIFE):
    _POIGNANT.update((stem(word), _strength) for word in _words.split())


def importance(
    text: str,
    memory: MemoryKind,
    *,
    about: tuple[str, ...] = (),
    heard: bool = False,
    news: int | None = None,
) -> int:
    """1 to 10: from what its kind counts up to 10, the more the text touches people, for good or ill.

    Args:
        about: The residents, visitors and objects it is about, as in `Remembered`.
        heard: The text is somebody's words, caught in passing.
        news: The importance of the item of news that it carries, which is taken as it is.
    """
    if news is not None:
        return min(MOST, max(LEAST, news))
    plain = PLAIN[memory]
    if memory == "observation":
        plain += HEARD if heard else SOMEBODY if about else 0
    return plain + int((MOST - plain) * poignancy(text) + 0.5)


@lru_cache(maxsize=8192)
def poignancy(text: str) -> float:
    """0 for the everyday, 1 for what nobody forgets."""
    feeling = concern(text)
    if feeling < 0:
        feeling *= -PLEASANT_SHARE
    elif feeling <= UNKNOWN:
        # Every name and every activity is a word unknown to its tables: no reason to keep the sight of it.
        feeling = 0.0
    return max(feeling, max((_POIGNANT.get(stem(word), 0.0) for word in words_of(text)), default=0.0))
