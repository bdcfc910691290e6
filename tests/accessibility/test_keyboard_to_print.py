"""From sign-in to a printed plan and the lock, by keys alone, heard and not seen."""

from tests.accessibility.officer import Officer
from tests.helpers.print_service import PrintService, wait_until

OMAR = "Hassan, Omar"


def test_from_sign_in_to_print_by_keyboard_alone(officer: Officer, printing: PrintService) -> None:
    reader = officer.reader
    officer.sign_in()

    officer.press("Right")
    reader.wait_focus("B201", "list item")

    officer.find("hassan", OMAR)
    reader.wait_for(OMAR, "label")

    reader.forget()
    officer.press("ctrl+n")
    reader.wait_focus("Hva dere snakket om", "text")
    officer.type("Fikk ja fra NAV.")
    officer.press("ctrl+Return")
    assert "B208" in reader.wait_said("lagret")
    reader.wait_for("Fikk ja fra NAV.", "label")

    officer.press("ctrl+p")
    reader.wait_focus("Skriv ut", "push button")
    reader.forget()
    officer.press("Return")
    reader.wait_said("Vaktrom")
    folder = printing.home / "printed" / "Vaktrom"
    wait_until(lambda: any(folder.glob("*.pdf")), "nothing came out of the printer")
    printed = next(folder.glob("*.pdf")).read_bytes()
    assert printed.startswith(b"%PDF")

    officer.press("ctrl+l")
    reader.wait_focus(role="password text")
    assert OMAR not in " ".join(node.name for node in reader.tree().walk() if node.is_seen)
    officer.type(officer.account.password)
    officer.press("Return")
    reader.wait_for(OMAR)


def test_an_error_is_announced_and_named_where_it_is(signed_in: Officer) -> None:
    """A conversation without a text cannot be saved; the officer hears why."""
    reader = signed_in.reader
    signed_in.find("hassan", OMAR)
    reader.wait_for(OMAR, "label")
    signed_in.press("ctrl+n")
    reader.wait_focus("Hva dere snakket om", "text")
    reader.forget()
    signed_in.press("ctrl+Return")
    assert reader.wait_said("Skriv")


def test_a_wrong_password_is_announced(officer: Officer) -> None:
    reader = officer.reader
    reader.wait_focus("Brukernavn", "text")
    officer.type("demo")
    officer.press("Tab")
    reader.wait_focus("Passord", "password text")
    officer.type("feil")
    reader.forget()
    officer.press("Return")
    assert reader.wait_said("passord")
    reader.wait_focus("Dette må rettes", "panel")
    officer.press("Tab")
    reader.wait_focus("Logg inn", "push button")
    officer.press("shift+Tab")
    reader.wait_focus("Passord", "password text")
