"""Write a paper to a file the officer chose."""

import os
from pathlib import Path

from app.domain.access import Right
from app.domain.errors import AlreadyThere
from app.use_cases.documents import Paper, note_exported
from app.use_cases.office import Office

_OWNER_ALONE = 0o600


def export_paper(office: Office, paper: Paper, file: Path, *, replace: bool = False) -> Path:
    """Write a paper, readable by this user alone; officers with the right to print may.

    A reader never meets half a file, and none is there before its row in the access log is.

    Raises:
        AlreadyThere: the file exists and is not to be replaced.
        OSError: the folder cannot be written to; nothing is left behind.
    """
    office.demand(Right.PRINT, "documents")
    if file.exists() and not replace:
        raise AlreadyThere(str(file))
    unfinished = file.with_name(f".{file.name}.{office.new_id().hex}")
    try:
        _write(unfinished, paper.data)
        note_exported(office, paper.document_id)
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return file


def _write(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
