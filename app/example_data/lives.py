"""What a person's texts are filled with: the same sister, trade and town in log and plan."""

from dataclasses import dataclass

from app.domain.inmates import LegalStatus
from app.example_data.chance import Chance
from app.example_data.people import Person
from app.example_data.texts import Slots, table

_FITTING = {
    "all": frozenset(LegalStatus),
    "remand": frozenset({LegalStatus.REMAND}),
    "convicted": frozenset({LegalStatus.CONVICTED}),
    "served": frozenset({LegalStatus.CONVICTED, LegalStatus.PREVENTIVE_DETENTION}),
}
_FATHERS = 42  # of a hundred
_RENEWED = ("nyttverk", "kurs", "fag", "idrett")


@dataclass(frozen=True, slots=True)
class Life:
    """A person with what is lasting in his texts."""

    person: Person
    slots: Slots
    abroad: bool
    children: bool

    def fits(self, audience: str, needs: str) -> bool:
        """Tell whether a text for that audience can be about this person."""
        facts = self.person.inmate.facts
        has = {
            "": True,
            "abroad": self.abroad,
            "children": self.children,
            "interpreter": facts.interpreter_needed,
        }
        return has[needs] and facts.legal_status in _FITTING[audience]


def make_life(person: Person, chance: Chance) -> Life:
    """Draw what a person's texts are filled with."""
    texts = table("people")
    facts = person.inmate.facts
    language = facts.languages[0]
    abroad = language != "nb"
    slots = Slots({name: chance.pick(words) for name, words in texts["pools"].items()})
    slots["navn"] = facts.given_name.split()[0]
    slots["språk"] = texts["languages"][language]
    slots["land"] = chance.pick(texts["countries"][language]) if abroad else "utlandet"
    slots["hjemsted"] = chance.pick(texts["towns"][language]) if abroad else slots["kommune"]
    _draw_kin(slots, "abroad" if abroad else "norwegian", chance)
    children = chance.yes(_FATHERS)
    slots["barn"], slots["barnhan"] = chance.pick(texts["kin"]["children"])
    if person.pictured:
        slots.update(person.pictured.slots)
    renew(slots, chance)
    return Life(person, slots, abroad, children)


def _draw_kin(slots: Slots, which: str, chance: Chance) -> None:
    kin = table("people")["kin"]
    slots["kin"], slots["kinhan"] = chance.pick(kin[which])
    others = [pair for pair in kin["second"] if pair[0] != slots["kin"]]
    slots["kin2"], slots["kin2han"] = chance.pick(others)
    slots["hjemme"], slots["hjemmehan"] = chance.pick(kin["home"])


def renew(slots: Slots, chance: Chance) -> None:
    """Make sure the next place of work is another one."""
    pools = table("people")["pools"]
    while slots["nyttverk"] == slots["verk"]:
        slots["nyttverk"] = chance.pick(pools["nyttverk"])


def redraw(slots: Slots, chance: Chance) -> None:
    """Draw new courses and subjects, for somebody who has come to the end of his stories."""
    pools = table("people")["pools"]
    for name in _RENEWED:
        slots[name] = chance.pick(pools[name])
    renew(slots, chance)
