"""How the API says no: a status and one error object, in the words of the real one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError


class Refusal(Exception):
    """Becomes `{"error": {message, type, param, code}}` with `status`."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        type_: str = "invalid_request_error",
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.headers, self.code = status, dict(headers or {}), code
        self.body = {"error": {"message": message, "type": type_, "param": param, "code": code}}


def unknown_parameter(name: str) -> Refusal:
    return Refusal(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")


def unsupported_parameter(name: str, instead: str | None = None) -> Refusal:
    hint = f" Use '{instead}' instead." if instead else ""
    return Refusal(
        f"Unsupported parameter: '{name}' is not supported with this model.{hint}",
        param=name,
        code="unsupported_parameter",
    )


def unsupported_value(name: str, value: object) -> Refusal:
    return Refusal(
        f"Unsupported value: '{name}' does not support {value} with this model. "
        "Only the default (1) value is supported.",
        param=name,
        code="unsupported_value",
    )


def unknown_model(name: str) -> Refusal:
    return Refusal(
        f"The model `{name}` does not exist or you do not have access to it.",
        status=404,
        code="model_not_found",
    )


def wrong_key(key: str | None) -> Refusal:
    """`key` is None where none was sent. Like the real one, the message shows no more than both ends of it."""
    if key is None:
        return Refusal(
            "You didn't provide an API key. You need to provide your API key in an Authorization header using "
            "Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
            status=401,
        )
    shown = f"{key[:4]}{'*' * 8}{key[-2:]}" if len(key) > 8 else "*" * len(key)
    return Refusal(f"Incorrect API key provided: {shown}.", status=401, code="invalid_api_key")


def from_validation(error: ValidationError) -> Refusal:
    """The first fault of a body, worded as the API words it."""
    fault = error.errors(include_url=False)[0]
    where = path_of([part for part in fault["loc"] if not _is_branch(part)])
    if fault["type"] == "extra_forbidden":
        return unknown_parameter(where)
    if fault["type"] == "missing":
        return Refusal(
            f"Missing required parameter: '{where}'.", param=where, code="missing_required_parameter"
        )
    code = "invalid_type" if fault["type"].endswith("_type") else "invalid_value"
    return Refusal(f"Invalid value for '{where}': {fault['msg']}.", param=where, code=code)


def _is_branch(part: int | str) -> bool:
    """Whether a step of a fault's location names a branch of a union, not a key: a type, be it of ours."""
    return isinstance(part, str) and (part == "str" or not part.replace("_", "").islower())


def path_of(parts: list[Any]) -> str:
    """`messages[0].content`."""
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
