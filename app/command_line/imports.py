"""``import places``, ``roll`` and ``conversations``, and what was imported: list and undo."""

from dataclasses import fields

from app.command_line.column_profiles import column_profile
from app.command_line.exits import Exit
from app.command_line.output import print_json, print_table, progress_on_stderr, say
from app.command_line.session import Call, signed_in
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.use_cases.import_report import ImportChange
from app.use_cases.imports import (
    ImportKind,
    ImportOptions,
    ImportReport,
    preview_import,
    run_import,
)
from app.use_cases.past_imports import PastImport, past_imports, undo_import


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
        "prison": report.prison,
        "moved": report.moved,
        "departed": report.departed,
        "changes": [_change_json(change) for change in report.changes],
        "import": report.import_id,
    }


def _change_json(change: ImportChange) -> dict[str, object]:
    return {
        "what": change.what,
        "subject": change.subject,
        "from": change.before or None,
        "to": change.after or None,
        "facts": [
            {"field": fact.field, "before": fact.before, "after": fact.after}
            for fact in change.facts
        ],
    }


def _tell(call: Call, report: ImportReport) -> None:
    for change in report.changes if call.options.verbose else ():
        say(f"{change.what}: {change.subject} {change.detail}".rstrip())
    if report.rejected:
        say(_("Filen er avvist. Ingenting er endret."))
    elif call.options.dry_run:
        say(_("Dette ville blitt endret. Ingenting er endret ennå."))


def show_past(call: Call) -> Exit:
    """List the imports that changed something, newest first."""
    with signed_in(call) as office:
        found = past_imports(office)
    if call.options.json:
        print_json([_past_json(past) for past in found])
        return Exit.DONE
    headings = (_("id"), _("når"), _("av"), _("hva"), _("nye"), _("endret"), _("angret"))
    print_table(headings, [_past_row(past) for past in found])
    return Exit.DONE


def _past_json(past: PastImport) -> dict[str, object]:
    return {field.name: getattr(past, field.name) for field in fields(past)}


def _past_row(past: PastImport) -> tuple[object, ...]:
    undone = moment_text(past.undone_at) if past.undone_at else ""
    at = moment_text(past.at)
    return past.id, at, past.officer, past.kind.value, past.created, past.changed, undone


def undo(call: Call) -> Exit:
    """Take one import back, all of it or nothing."""
    with signed_in(call) as office:
        undo_import(office, call.options.import_id, progress_on_stderr())
    say(_("Innhentingen er angret. Alt er som før den."))
    return Exit.DONE
