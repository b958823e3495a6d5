"""What a model of a server can do, found out once by what it refuses and remembered while the process lives."""

from __future__ import annotations

import re
import threading
from typing import Any, Literal

from backend.domain.calls import Message
from backend.domain.events import QuestionKind
from worker.minds.model.forms import Schema

Mode = Literal["schema", "tools", "json", "plain"]
"""How it is asked for JSON: by a strict schema, a tool, JSON mode with the schema in the prompt, the prompt alone."""
MODES: tuple[Mode, ...] = ("schema", "tools", "json", "plain")

TEMPERATURE = 0.7
NO_JSON_AT_FIRST = 3
"""After so many answers without any JSON, and none with, a server is taken to ignore how it is asked for it."""
ROOM_FOR: dict[QuestionKind, int] = {
    "plan_day": 3000, "detail_plan": 1000, "react": 300, "say": 400, "digest": 600,
    "rate": 1200, "reflect": 1600, "answer": 400, "adjudicate": 600,
    "tell": 4000, "sketch": 900,
}  # fmt: skip
"""Tokens of an answer at most; a model that thinks first gets more once it was cut short."""
MORE_ROOM = 4
MOST_ROOM = 16
MOST_TOKENS = 16_384
"""However much room there is: what is in flight counts against the budget."""

_NAMES = {
    "response_format": "response_format", "json_schema": "response_format", "structured output": "response_format",
    "tool_choice": "tool_choice", "tools": "tools", "function": "tools",
    "max_completion_tokens": "max_completion_tokens", "max_tokens": "max_tokens", "temperature": "temperature",
    "reasoning_effort": "reasoning_effort", "stream_options": "stream_options", "stream": "stream",
}  # fmt: skip
"""What a refusal may name, more telling words first, and the parameter that is meant."""
_FORM = ("response_format", "tools", "tool_choice")


class Abilities:
    """Of one model of one server; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.mode: Mode = "schema"
        self.room = 1
        self.streams = True
        self._dropped: set[str] = set()
        self._room_name = "max_tokens"
        self._any_tool = False
        self._not_json = 0
        self._gives_json = False

    @property
    def schema_in_prompt(self) -> bool:
        return self.mode in ("json", "plain")

    def body(
        self,
        kind: QuestionKind,
        model: str,
        prompt: tuple[Message, ...],
        schema: Schema | None,
        effort: str | None,
        *,
        stream: bool,
    ) -> dict[str, Any]:
        """The parameters of a call; `schema` is None where plain words are wanted."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": message.role, "content": message.text} for message in prompt],
            "temperature": TEMPERATURE,
            self._room_name: self.room_for(kind),
        }
        if effort is not None:
            body["reasoning_effort"] = effort
        if stream and self.streams:
            body |= {"stream": True, "stream_options": {"include_usage": True}}
        if schema is not None:
            body |= self._form(kind, schema)
        return {name: value for name, value in body.items() if name not in self._dropped}

    def room_for(self, kind: QuestionKind) -> int:
        return min(MOST_TOKENS, ROOM_FOR.get(kind, 600) * self.room)

    def _form(self, kind: QuestionKind, schema: Schema) -> dict[str, Any]:
        if self.mode == "schema":
            wanted = {"name": kind, "schema": schema, "strict": True}
            return {"response_format": {"type": "json_schema", "json_schema": wanted}}
        if self.mode == "tools":
            words = "The answer to the question."
            tool = {
                "type": "function",
                "function": {"name": kind, "description": words, "parameters": schema},
            }
            choice = "required" if self._any_tool else {"type": "function", "function": {"name": kind}}
            return {"tools": [tool], "tool_choice": choice}
        return {"response_format": {"type": "json_object"}} if self.mode == "json" else {}

    def mend(self, asked: dict[str, Any], named: str | None, message: str) -> bool:
        """Learns from a refusal of `asked` that names a parameter; True where another try may do.

        Args:
            named: the parameter, as the error's own field has it.
            message: the error's words.
        """
        with self._lock:
            name = _meant(asked, named or "") or _meant(asked, message)
            if name is None:
                return False
            if name in _FORM:
                return self._another_form(name, asked)
            if name in ("max_tokens", "max_completion_tokens"):
                self._another_room(name)
            elif name == "stream":
                self.streams = False
            else:
                self._dropped.add(name)
            return True

    def _another_form(self, name: str, asked: dict[str, Any]) -> bool:
        was = _mode_of(asked)
        if was != self.mode:
            return True  # somebody else has learned it meanwhile
        if name == "tool_choice" and not self._any_tool:
            self._any_tool = True
            return True
        return self._next_mode()

    def _next_mode(self) -> bool:
        place = MODES.index(self.mode)
        if place + 1 == len(MODES):
            return False
        self.mode, self._not_json, self._gives_json = MODES[place + 1], 0, False
        return True

    def _another_room(self, name: str) -> None:
        """From the older name of the limit to the newer, then to none."""
        if name != self._room_name:
            return
        if name == "max_tokens":
            self._room_name = "max_completion_tokens"
        else:
            self._dropped |= {"max_tokens", "max_completion_tokens"}

    def more_room(self) -> None:
        """An answer was cut short by the limit of tokens."""
        with self._lock:
            self.room = min(MOST_ROOM, self.room * MORE_ROOM)

    def gave(self, asked: dict[str, Any], *, json: bool) -> None:
        """Notes whether what came was JSON at all; a server that never gives any is asked in another way."""
        with self._lock:
            if _mode_of(asked) != self.mode:
                return
            self._gives_json = self._gives_json or json
            self._not_json += 1
            if not self._gives_json and self._not_json >= NO_JSON_AT_FIRST:
                self._next_mode()


def _mode_of(asked: dict[str, Any]) -> Mode:
    if "tools" in asked:
        return "tools"
    wanted = asked.get("response_format")
    if wanted is None:
        return "plain"
    return "schema" if wanted["type"] == "json_schema" else "json"


def _meant(asked: dict[str, Any], words: str) -> str | None:
    """The parameter of `asked` that words name."""
    words = words.casefold()
    for name, parameter in _NAMES.items():
        if parameter in asked and re.search(rf"(?<![a-z_]){re.escape(name)}", words):
            return parameter
    return None
