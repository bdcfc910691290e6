"""Whose data these are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prison:
    """The prison of this database; code and name are empty until something has named them."""

    code: str = ""
    name: str = ""
    is_example: bool = False

    @property
    def on_paper(self) -> str:
        """Return what stands on papers: the name, else the code."""
        return self.name or self.code
