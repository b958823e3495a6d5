"""What an OpenAI-compatible server accepts, refuses and sends, piece by piece; `tests.model_server` serves it."""
