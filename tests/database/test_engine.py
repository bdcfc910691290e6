from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine, event, text

from app.database.engine import open_embedded, refuse_unsound_sqlite
from app.database.failures import in_words
from app.database.work import read_from
from app.domain.errors import DatabaseUnavailable
from app.use_cases.office import Office
from tests.helpers.prison import admit, talk

KEY = bytes(range(32))


def pragma(office: Office, name: str) -> object:
    with office.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_every_connection_writes_ahead_and_waits_for_the_disk(embedded_office: Office) -> None:
    assert pragma(embedded_office, "journal_mode") == "wal"
    assert pragma(embedded_office, "synchronous") == 2
    assert pragma(embedded_office, "foreign_keys") == 1
    assert pragma(embedded_office, "busy_timeout") == 5000


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 44, 5), (3, 50, 6)])
def test_a_sqlite_that_may_lose_commits_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(DatabaseUnavailable):
        refuse_unsound_sqlite(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (3, 44, 6), (3, 50, 7), (4, 0, 0)])
def test_a_sound_sqlite_is_taken(version: tuple[int, ...]) -> None:
    refuse_unsound_sqlite(version)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    database = open_embedded(file, KEY)
    with database.writing.begin() as connection:
        connection.execute(text("CREATE TABLE t (x int)"))
    database.close()
    other = open_embedded(file, bytes(32))
    with pytest.raises(DatabaseUnavailable) as refused, read_from(other) as connection:
        connection.execute(text("SELECT * FROM t"))
    assert refused.value.code == "DB-04"
    other.close()


def test_a_flipped_byte_is_found_and_never_shown(abandoned_office: Office) -> None:
    office = abandoned_office
    inmate = admit(office)
    talk(office, inmate.id, "Snakket om alt mulig. " * 150)
    with office.database.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.connection.driver_connection.execute("ROLLBACK")
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    office.database.close()
    file = office.folders.database_file
    damaged = bytearray(file.read_bytes())
    for at in range(5000, len(damaged), 4096):
        damaged[at] ^= 1
    file.write_bytes(bytes(damaged))
    with pytest.raises(DatabaseUnavailable) as refused, office.reading() as connection:
        connection.execute(text("SELECT * FROM conversation")).all()
    assert refused.value.code == "DB-04"


def fill_the_disk(office: Office, inmate_id: UUID) -> None:
    for _round in range(200):
        talk(office, inmate_id, "Lang tekst " * 300)


def test_a_full_disk_refuses_the_save_and_keeps_what_was(embedded_office: Office) -> None:
    office = embedded_office
    inmate = admit(office)
    with office.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    office.database.close()

    def no_room(dbapi_connection: object, _record: object) -> None:
        dbapi_connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    event.listen(office.database.engine, "connect", no_room)
    with pytest.raises(DatabaseUnavailable) as refused:
        fill_the_disk(office, inmate.id)
    assert refused.value.code == "DB-05"
    event.remove(office.database.engine, "connect", no_room)
    office.database.close()
    talk(office, inmate.id, "Det er plass igjen.")


def test_an_error_inside_the_work_undoes_all_of_it(office: Office) -> None:
    inmate = admit(office)
    before = office.clock()
    with pytest.raises(ZeroDivisionError):
        _break_off(office, inmate.id)
    with office.reading() as connection:
        rows = connection.execute(text("SELECT count(*) FROM conversation")).scalar()
    assert (rows, before) == (0, office.clock())


def _break_off(office: Office, inmate_id: object) -> None:
    def failing() -> object:
        raise ZeroDivisionError

    office_id = office.new_id
    try:
        office.new_id = failing
        talk(office, inmate_id, id=office_id())
    finally:
        office.new_id = office_id


def test_the_server_out_of_reach_is_said_in_words() -> None:
    from_url = "postgresql+psycopg://a:b@127.0.0.1:1/x"
    engine = create_engine(from_url)
    with pytest.raises(DatabaseUnavailable) as refused, in_words(), engine.connect():
        pass
    assert refused.value.code == "DB-02"
