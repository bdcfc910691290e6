"""The cell-block overview into read models, beside the same SELECTs on the bare driver."""

from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office
from tests.bench.captured import bare_driver, captured
from tests.bench.prisons import CONVERSATIONS, measured_offices
from tests.bench.timing import figure, medians

_ROUNDS = 60
_GOAL = 3.0


def measure(conversations: int = CONVERSATIONS) -> list[dict[str, object]]:
    """Return one figure for each engine."""
    with measured_offices(conversations) as offices:
        return [_measure(engine, office) for engine, office in offices.items()]


def _measure(engine: str, office: Office) -> dict[str, object]:
    def ours() -> object:
        return cell_block_overview(office, refresh=True)

    statements = captured(office.database, ours)
    people = len(cell_block_overview(office, refresh=True).inmates)
    with bare_driver(office.database) as driver:

        def floor() -> None:
            for statement in statements:
                cursor = driver.cursor()
                cursor.execute(statement.text, statement.parameters)
                cursor.fetchall()
                cursor.close()

        ours_ms, floor_ms = medians(_ROUNDS, ours, floor)
        driver.rollback()
    return {
        **figure(f"overview read, {people} people, {engine}", ours_ms, floor_ms, _GOAL),
        "selects": sum(statement.reads for statement in statements),
        "selects_goal": 2,
    }
