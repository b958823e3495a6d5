"""`rules`: a real mind without a model. Deterministic, quick, and fit for any persona and any town."""

from worker.minds.rules.mind import RulesMind

__all__ = ["RulesMind"]
