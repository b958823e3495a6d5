"""What came of an intervention: who noticed it, who did something about it, who planned anew, who told whom.

It is followed in the log alone, by what leads from one event to the next: a percept to the memory of it, a memory to
the question in which it was noticed, an answer to what it caused, a teller's memory to the hearer's.
"""

from __future__ import annotations

from backend.domain.aftermath.follow import Aftermath
from backend.domain.aftermath.step import Step, StepKind

__all__ = ["Aftermath", "Step", "StepKind"]
