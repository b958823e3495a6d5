"""The paper's end-to-end run: what a town comes to know, agree on and keep, with and without parts of its minds."""

from townlet.evaluate.experiment import EvaluationFault, Experiment, run_all
from townlet.evaluate.report import report, table

__all__ = ["EvaluationFault", "Experiment", "report", "run_all", "table"]
