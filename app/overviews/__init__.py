"""Read models: a ``select`` of columns into frozen dataclasses. Nothing here writes."""
