"""What a screen may need to show anew when somebody saves."""

from enum import StrEnum


class Topic(StrEnum):
    """One kind of change, counted in the database and asked for every other second."""

    PLACES = "places"
    INMATES = "inmates"
    CONVERSATIONS = "conversations"
    PLANS = "plans"
    OFFICERS = "officers"
    DOCUMENTS = "documents"
    SETTINGS = "settings"
