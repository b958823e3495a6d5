"""What lives a town: the engine, the cognition and the minds, put together as Celery tasks."""
