"""``db backup FILE`` and ``db restore FILE``."""

from app.command_line.exits import Exit
from app.command_line.output import print_json, progress_on_stderr, say
from app.command_line.session import (
    Call,
    ask_password,
    backup_password,
    officer_name,
    signed_in,
)
from app.domain.backups import BackupHead
from app.domain.errors import AlreadyThere, BackupOlder
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.use_cases.backup import back_up
from app.use_cases.restore import Restore, restore


def backup(call: Call) -> Exit:
    """Make a backup, proved by a restore into a temporary place."""
    file = call.options.file.absolute()
    with signed_in(call) as office:
        made = back_up(office, file, progress_on_stderr(), replace=call.options.force)
    if call.options.json:
        print_json({"file": made.file, "size": made.size, **_facts(made.head)})
    say(_("Sikkerhetskopien er laget og kontrollert: {0}").format(made.file))
    return Exit.DONE


def restore_file(call: Call) -> Exit:
    """Restore a backup; the database of before is kept aside."""
    name = officer_name(call)
    password = ask_password()
    wish = Restore(
        call.options.file.absolute(),
        name,
        backup_password(password),
        discard_newer=call.options.discard_newer,
    )
    try:
        done = restore(call.place, wish, password, call.clock, progress_on_stderr())
    except BackupOlder:
        say(_("Vil du hente den likevel, bruk --discard-newer."))
        raise
    except AlreadyThere:
        say(_("Databasen på serveren må være tom. Lag en ny, og oppgi den med --database."))
        raise
    if call.options.json:
        print_json({"aside": done.aside, **_facts(done.head)})
    say(_("Kopien fra {0} er hentet tilbake.").format(moment_text(done.head.made_at)))
    if done.aside is not None:
        say(_("Databasen som var der, ligger i {0}").format(done.aside))
    if call.place.is_server:
        say(_("Andre enn {0} får nytt passord av en administrator.").format(name))
    return Exit.DONE


def _facts(head: BackupHead) -> dict[str, object]:
    return {
        "backup": head.backup_id,
        "made_at": head.made_at,
        "schema": head.schema,
        "engine": head.engine,
        "prison": head.prison,
    }
