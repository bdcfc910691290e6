"""What a file may hold."""

from enum import StrEnum


class ImportKind(StrEnum):
    """The three kinds of file, named as the commands are."""

    PLACES = "places"
    ROLL = "roll"
    CONVERSATIONS = "conversations"
