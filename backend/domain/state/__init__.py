"""A town at one moment, as the log up to it says. `reduce` plays events onto it.

`TownState` is a container whose parts are frozen: an event replaces the parts that it changes. What a page may see
is in `document`; `Attention` and the accesses are the engine's own and go only into snapshots.
"""

from backend.domain.state.activity import Action, Box, Plan, Walk
from backend.domain.state.arming import MOST_SPENT, ArmedIntervention
from backend.domain.state.attention import CLOSED, DIALOGUE_LINES, REMINDER, RETENTION, Attention
from backend.domain.state.commitments import Commitment, Party, Standing
from backend.domain.state.inner_life import Belief, Body, Goal, Relationship
from backend.domain.state.places import Closure, ObjectState, closing_key
from backend.domain.state.questions import MOST_REQUESTS, AskedFor, OpenQuestion
from backend.domain.state.residents import Departed, Resident, StandIn
from backend.domain.state.talks import Line, Talk
from backend.domain.state.town import TownState, initial_state
from backend.domain.state.visitors import Doing, Emote, Visitor, Welcome

__all__ = [
    "CLOSED",
    "DIALOGUE_LINES",
    "MOST_REQUESTS",
    "MOST_SPENT",
    "REMINDER",
    "RETENTION",
    "Action",
    "ArmedIntervention",
    "AskedFor",
    "Attention",
    "Belief",
    "Body",
    "Box",
    "Closure",
    "Commitment",
    "Departed",
    "Doing",
    "Emote",
    "Goal",
    "Line",
    "ObjectState",
    "OpenQuestion",
    "Party",
    "Plan",
    "Relationship",
    "Resident",
    "StandIn",
    "Standing",
    "Talk",
    "TownState",
    "Visitor",
    "Walk",
    "Welcome",
    "closing_key",
    "initial_state",
]
