"""What a server has answered, read out of its JSON however little of the format it keeps to."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from backend.domain.calls import Outcome
from backend.domain.questions import InvalidAnswer

LONGEST = 65_536
"""Characters of an answer."""
_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"\A\s*```[a-z]*\s*\n?(.*?)\n?\s*```\s*\Z", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Heard:
    """What became of one attempt, before anybody looks at what the answer says."""

    outcome: Outcome
    text: str = ""
    fault: str = ""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    first_token_ms: int | None = None
    retry_after: float | None = None
    """Seconds, as the server said."""
    hopeless: bool = False
    """Asking again can't help: a wrong key, an unknown model."""
    cut_by_limit: bool = False
    """It was cut short by the limit of tokens, not by a broken connection."""
    mended: bool = False
    """The server refused a parameter that it won't be sent again."""


@dataclass(frozen=True)
class Usage:
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0


def usage_of(document: object) -> Usage:
    """The tokens in a `usage`; zero for what is missing or no number."""
    usage = _dict(document)
    details = _dict(usage.get("prompt_tokens_details"))
    cached = _count(details.get("cached_tokens"))
    total = _count(usage.get("prompt_tokens"))
    return Usage(total, min(cached, total), _count(usage.get("completion_tokens")))


def completion(document: object) -> Heard:
    """What a chat completion holds."""
    root = _dict(document)
    usage = usage_of(root.get("usage"))
    choices = root.get("choices")
    choice = _dict(choices[0]) if isinstance(choices, list) and choices else None
    if choice is None:
        return _heard("empty", "", "the server sent no choice", usage)
    message = _dict(choice.get("message"))
    return judged(_words(message), str(choice.get("finish_reason")), str(message.get("refusal") or ""), usage)


def judged(text: str, finish: str, refusal: str, usage: Usage) -> Heard:
    """An answer by its text and by why it ended."""
    if len(text) > LONGEST:
        return _heard("too_long", text[:LONGEST], f"the answer is longer than {LONGEST} characters", usage)
    if refusal or finish == "content_filter":
        return _heard("refused", refusal[:LONGEST] or text, "the model declined to answer", usage)
    if finish == "length":
        heard = _heard("cut", text, "the answer was cut short by the limit of tokens", usage)
        return replace(heard, cut_by_limit=True)
    if not spoken(text):
        return _heard("empty", text, "the answer is empty", usage)
    return _heard("ok", text, "", usage)


def _heard(outcome: Outcome, text: str, fault: str, usage: Usage) -> Heard:
    return Heard(outcome, text, fault, usage.input_tokens, usage.cached_tokens, usage.output_tokens)


def _words(message: dict[str, Any]) -> str:
    """The arguments of its first tool call, or its text."""
    called = message.get("tool_calls")
    if isinstance(called, list) and called:
        arguments = _dict(_dict(called[0]).get("function")).get("arguments")
        if isinstance(arguments, dict):
            return json.dumps(arguments)
        if isinstance(arguments, str) and arguments:
            return arguments
    content = message.get("content")
    if isinstance(content, list):
        return "".join(str(_dict(part).get("text") or "") for part in content)
    return content if isinstance(content, str) else ""


def spoken(text: str) -> str:
    """Without the thoughts that some models put before their answer, and without a fence around it."""
    text = _THOUGHTS.sub("", text).strip()
    fenced = _FENCE.match(text)
    return fenced[1] if fenced else text


class NotJson(InvalidAnswer):
    """What came is no JSON object at all."""


def document(text: str) -> Any:
    """The JSON object in an answer.

    Raises:
        NotJson: there is none.
    """
    text = spoken(text)
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise NotJson("it holds no JSON object")
    try:
        return json.loads(text[start : end + 1])
    except json.JSONDecodeError as error:
        raise NotJson(f"it is no JSON: {error.msg} at character {start + error.pos}") from None
    except (RecursionError, ValueError):
        raise NotJson("it is no JSON that can be read") from None


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else 0
