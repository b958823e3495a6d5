"""What happened in a span of a town's life, in a few sentences, each resting on events of its log."""

from backend.recap.minds import Knowing
from backend.recap.told import RECAP_KINDS, Told
from backend.recap.write import SpanLog, recap

__all__ = ["RECAP_KINDS", "Knowing", "SpanLog", "Told", "recap"]
