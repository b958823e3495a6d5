"""The forms that routes share: a moment, a span, a wish, answers in JSON, what OpenAPI says of problems."""
