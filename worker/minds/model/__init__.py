"""The mind behind a server that speaks OpenAI's wire format (docs/models.md)."""
