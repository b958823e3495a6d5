"""The body of a request for embeddings, as strictly as the real API reads it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from tests.model_api.chat_requests import Strict
from tests.model_api.refusals import Refusal, from_validation, unknown_model

MOST_TEXTS = 2048
MOST_TOKENS = 8192


class EmbeddingRequest(Strict):
    model: str
    input: str | Annotated[list[str], Field(min_length=1, max_length=MOST_TEXTS)]
    dimensions: Annotated[int, Field(ge=1, le=256)] | None = None
    encoding_format: Literal["float", "base64"] | None = None
    user: str | None = None

    @property
    def texts(self) -> list[str]:
        return [self.input] if isinstance(self.input, str) else self.input


def read_embedding_request(body: Any, model: str) -> EmbeddingRequest:
    """Raises Refusal where the real API would refuse."""
    try:
        request = EmbeddingRequest.model_validate(body)
    except ValidationError as error:
        raise from_validation(error) from error
    if request.model != model:
        raise unknown_model(request.model)
    for text in request.texts:
        if not text:
            raise Refusal("'$.input' is invalid. Please check the API reference.", param="input")
        if len(text) > MOST_TOKENS * 4:
            raise Refusal(
                f"Invalid 'input': maximum context length is {MOST_TOKENS} tokens.",
                param="input",
                code="context_length_exceeded",
            )
    return request
