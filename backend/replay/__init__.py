"""A span of a town as one file of HTML that opens from disk, with no server and no network."""

from backend.replay.faults import PicturesMissing, PlayerMissing, ReplayFault
from backend.replay.page import replay_page
from backend.replay.recording import Recording, kinds_of

__all__ = [
    "PicturesMissing",
    "PlayerMissing",
    "Recording",
    "ReplayFault",
    "kinds_of",
    "replay_page",
]
