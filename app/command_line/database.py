"""``db create``, ``db info``, ``db check`` and ``db upgrade``."""

from dataclasses import asdict

from app.command_line.exits import Exit
from app.command_line.output import print_json, say
from app.command_line.session import (
    Call,
    ask_chosen_password,
    officer_name,
    require_database,
    signed_in,
)
from app.domain.errors import AlreadyThere
from app.foundation.translation import _
from app.use_cases.sign_in import FirstOfficer, create_prison
from app.use_cases.upkeep import (
    check_database,
    database_facts,
    has_database,
    schema_version,
    upgrade_server,
)


def create(call: Call) -> Exit:
    """Make an empty prison with its administrator; print the recovery code once."""
    if not call.place.is_server and has_database(call.place):
        raise AlreadyThere
    name = officer_name(call)
    shown = call.options.display_name or name
    first = FirstOfficer(name, shown, ask_chosen_password("MULIGHET_PASSWORD"))
    made = create_prison(call.place, first, call.clock)
    if call.options.json:
        print_json({"officer": name, "recovery_code": made.recovery_code or None})
    elif made.recovery_code:
        print(made.recovery_code)
    say(_("Databasen er laget. {0} er administrator.").format(name))
    if made.recovery_code:
        say(_("Skriv ned gjenopprettingskoden nå. Den vises bare denne ene gangen."))
    return Exit.DONE


def info(call: Call) -> Exit:
    """Print where the database is and how much it holds."""
    with signed_in(call) as office:
        facts = database_facts(office)
    if call.options.json:
        print_json(asdict(facts))
        return Exit.DONE
    print(_("Database: {0} ({1})").format(facts.place, facts.engine))
    print(_("Versjon: {0}").format(facts.schema))
    print(_("Størrelse: {0} kB").format(facts.size // 1024))
    print(_("Innsatte: {0}").format(facts.inmates))
    print(_("Samtaler: {0}").format(facts.conversations))
    if facts.is_example:
        print(_("Alt i databasen er oppdiktet."))
    return Exit.DONE


def check(call: Call) -> Exit:
    """Read the whole database and tell whether it is damaged."""
    with signed_in(call) as office:
        found = check_database(office)
    damage = found.damage
    if call.options.json:
        print_json(
            {
                "ok": not damage,
                "damage": list(damage),
                "schema": found.schema,
                "keys": found.keys,
                "counts": found.counts,
            }
        )
    else:
        for line in damage:
            print(line)
        print(_("Versjon: {0}").format(found.schema))
        print(_("Nøkler: {0}").format(found.keys))
        for table, count in found.counts.items():
            print(f"{table}: {count}")
    say(_("Databasen er skadet. (Kode DB-04)") if damage else _("Databasen er hel."))
    return Exit.FAILED if damage else Exit.DONE


def upgrade(call: Call) -> Exit:
    """Bring the database up to the program's schema; an embedded one comes up at sign-in."""
    require_database(call.place)
    if call.place.is_server:
        upgrade_server(call.place)
    else:
        with signed_in(call):
            pass
    if call.options.json:
        print_json({"schema": schema_version()})
    say(_("Databasen har versjon {0}.").format(schema_version()))
    return Exit.DONE
