"""How long a screen nobody touches stays open; the prison's own choice."""

from sqlalchemy import insert, update

from app.database.records.prison import ThresholdRecord
from app.domain.access import Access, Right, Verb
from app.domain.errors import Problem, RuleBroken
from app.domain.thresholds import LOCK_SECONDS, LONGEST_LOCK, SHORTEST_LOCK
from app.domain.topics import Topic
from app.foundation.translation import _
from app.overviews.prison import overview_thresholds, read_thresholds
from app.use_cases.office import Office


def set_lock_seconds(office: Office, seconds: int) -> None:
    """Lock after so many seconds, on every workstation. Unit leaders and administrators may.

    Raises:
        RuleBroken: the time is shorter or longer than what is safe and what can be worked with.
    """
    if not SHORTEST_LOCK <= seconds <= LONGEST_LOCK:
        text = _("Tiden må være fra {0} til {1} sekunder.").format(SHORTEST_LOCK, LONGEST_LOCK)
        raise RuleBroken(Problem("seconds", text))
    values = {
        "value": seconds,
        "source": office.officer.display_name,
        "since": office.today(),
        "changed_by": office.officer.id,
    }
    with office.work(Right.SET_LOCK_TIME, "lock_time") as work:
        record = ThresholdRecord
        changed = work.session.execute(
            update(record).where(record.key == LOCK_SECONDS).values(values).returning(record.key)
        ).first()
        if changed is None:
            work.session.execute(insert(record).values(key=LOCK_SECONDS, **values))
        work.log(Access(Verb.ALTER, "lock_time", reason=str(seconds)))
        work.changed(Topic.SETTINGS)
    with office.reading() as connection:
        office.thresholds = overview_thresholds(read_thresholds(connection))
