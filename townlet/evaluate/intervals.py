"""Medians, and the difference between paired lives with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, stdev

_T_975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Quantiles of Student's t at 97.5 %, for 1 to 30 degrees of freedom."""


@dataclass(frozen=True)
class Difference:
    """A mean of differences with its 95 % interval."""

    mean: float
    low: float
    high: float

    @property
    def is_lower(self) -> bool:
        """Whether the whole interval lies above 0: the condition is lower than the full one."""
        return self.low > 0

    def document(self) -> dict[str, float | bool]:
        return {"mean": self.mean, "low": self.low, "high": self.high, "lower": self.is_lower}


def paired(full: Sequence[float], without: Sequence[float]) -> Difference | None:
    """Full minus without, life by life of the same seed; None for fewer than two pairs.

    Raises:
        ValueError: the two are not of one length.
    """
    differences = [one - other for one, other in zip(full, without, strict=True)]
    if len(differences) < 2:
        return None
    freedom = len(differences) - 1
    t = _T_975[freedom - 1] if freedom <= len(_T_975) else NormalDist().inv_cdf(0.975)
    mean = fmean(differences)
    reach = t * stdev(differences) / sqrt(len(differences))
    return Difference(round(mean, 4), round(mean - reach, 4), round(mean + reach, 4))
