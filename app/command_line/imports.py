"""``import places``, ``import roll`` and ``import conversations``."""

from app.command_line.exits import Exit
from app.command_line.output import print_json, progress_on_stderr, say
from app.command_line.session import Call, signed_in
from app.command_line.settings import column_profile
from app.foundation.translation import _
from app.use_cases.imports import (
    ImportKind,
    ImportOptions,
    ImportReport,
    preview_import,
    run_import,
)


def run(call: Call) -> Exit:
    """Bring in a file, all or nothing; with ``--dry-run`` only tell what would change."""
    options = call.options
    wanted = ImportOptions(
        prison=options.prison,
        create_places=options.create_places,
        columns=column_profile(options.profile) if options.profile else None,
    )
    kind = ImportKind(options.command.removeprefix("import "))
    with signed_in(call) as office:
        if options.dry_run:
            report = preview_import(office, kind, options.file, wanted)
        else:
            report = run_import(office, kind, options.file, wanted, progress_on_stderr())
    print_json(_report_json(report))
    _tell(call, report)
    return Exit.REJECTED if report.rejected else Exit.DONE


def _report_json(report: ImportReport) -> dict[str, object]:
    return {
        "created": report.created,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "rejected": [
            {"row": found.row, "column": found.column, "message": found.message}
            for found in report.rejected
        ],
        "warnings": [
            {"row": found.row, "column": found.column, "message": found.message}
            for found in report.warnings
        ],
    }


def _tell(call: Call, report: ImportReport) -> None:
    for change in report.changes if call.options.verbose else ():
        say(f"{change.what}: {change.subject} {change.detail}".rstrip())
    if report.rejected:
        say(_("Filen er avvist. Ingenting er endret."))
    elif call.options.dry_run:
        say(_("Dette ville blitt endret. Ingenting er endret ennå."))
