"""Reads the file of stamped inputs that `townlet run --inputs` takes and the API exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from backend.domain.inputs import INPUT_ADAPTER, AnswerGiven, Arrived, Stamp


class BadInputsFile(Exception):
    """A line that is no stamped input; the message names file, line and what to do."""


def read_inputs(path: Path) -> tuple[list[Arrived], list[AnswerGiven]]:
    """The inputs of people, and the answers that were stamped on arrival.

    Raises:
        BadInputsFile: the file is missing or a line of it is wrong; all faults are in the message.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise BadInputsFile(
            f"{path} can't be read: {error.strerror}; name a file of stamped inputs"
        ) from error
    inputs: list[Arrived] = []
    answers: list[AnswerGiven] = []
    faults: list[str] = []
    keys: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            document = orjson.loads(line)
            stamp = Stamp(_whole(document, "tick"), _whole(document, "order"))
            if "question" in document:
                answers.append(AnswerGiven(document["question"], document["mind"], document["answer"], stamp))
                continue
            key = str(document.get("key", f"line {number}"))
            if key in keys:
                raise ValueError(f"has the key {key!r} of an earlier line; give each input its own")
            keys.add(key)
            inputs.append(Arrived(number, key, INPUT_ADAPTER.validate_python(document["input"]), stamp))
        except ValidationError as error:
            faults += [f"line {number}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        except KeyError as error:
            faults.append(f"line {number} has no {error.args[0]!r}; add it")
        except (ValueError, TypeError, AttributeError) as error:
            faults.append(f"line {number}: {error}")
    if faults:
        raise BadInputsFile(f"{path} can't be used:\n  " + "\n  ".join(faults))
    return inputs, answers


def _whole(document: dict[str, Any], name: str) -> int:
    value = document[name]
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} is {value!r}; write a whole number from 0")
    return value
