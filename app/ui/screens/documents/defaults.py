"""What is chosen for a paper before the officer has chosen: from the settings of this machine."""

from dataclasses import dataclass, replace

from app.documents.copies import PaperCopy
from app.foundation.settings import Settings
from app.foundation.translation import chosen_words
from app.ui.appearance.remembered import setting_in_force
from app.ui.screens.documents.papers import Choices
from app.use_cases.printing import PrintQueues


@dataclass(frozen=True, slots=True)
class PaperDefaults:
    """Asked for each paper anew, since the settings may have been changed meanwhile."""

    settings: Settings = Settings()  # noqa: RUF009 - frozen, and never changed

    def choices(self) -> Choices:
        """Return copy and language; without a choice, the language of the windows."""
        copy = PaperCopy(setting_in_force(self.settings, "paper_copy"))
        spoken = chosen_words().language
        return Choices(copy, setting_in_force(self.settings, "paper_language") or spoken)

    def among(self, queues: PrintQueues) -> PrintQueues:
        """Return the queues, with the printer of the settings chosen if it is among them."""
        wanted = setting_in_force(self.settings, "printer")
        return replace(queues, chosen=wanted) if wanted in queues.names else queues
