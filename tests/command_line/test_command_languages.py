"""What commands say comes through the catalogue; what they are fed and asked for stays."""

import re

import pytest

from app.domain.conversations import ConversationKind
from app.foundation import translation
from app.foundation.settings import Settings, known_settings
from tests.architecture.catalogue import known_texts
from tests.helpers.made_up_language import latin_words, made_up_words
from tests.helpers.prison import admit, build_places

# Options, values between braces or in capitals, files, addresses, and what a computer calls things.
NO_WORD = re.compile(
    r"--?[\w-]+|\{[\w,]+\}|\bMULIGHET_\w+|/[\w/.-]+|\b[A-Z]{2}-\d\d\b|[0-9a-f-]{36}"
)
EVERYWHERE = latin_words(
    "python app usage PostgreSQL sqlcipher Noto Sans CUPS xvfb run make setup min kB stdin "
    "JSON PDF URL ID nb nn en eller hunspell no Mulighet import list"
)
COMMANDS = (
    ["db", "info"],
    ["db", "check"],
    ["doctor"],
    ["overview"],
    ["conversations", "list", "--inmate", "T0007"],
    ["conversations", "search", "skole"],
    ["conversations", "search", "finnesikke"],
    ["plan", "show", "--inmate", "T0007"],
    ["plan", "pdf", "--inmate", "T0007", "--out", "x.pdf"],
    ["officer", "add", "ola", "--role", "officer"],
    ["import", "list"],
    ["import", "places", "finnesikke.csv"],
    ["config", "show", "--origin"],
)
HELP = (
    [],
    ["db"],
    ["demo", "create"],
    ["import", "roll"],
    ["conversations", "add"],
    ["plan", "pdf"],
)
# Answers of the program's own vocabulary: commands, roles, kinds.
COMMAND_WORDS = latin_words(
    "db create info check upgrade backup restore demo officer add password import places roll "
    "conversations overview search list undo plan show pdf doctor config places inmate internal "
    "administrator auditor leader unit " + " ".join(kind.value for kind in ConversationKind)
) | latin_words(f"{list(known_settings())} {Settings()} environment".replace("_", " "))


@pytest.fixture
def asked(monkeypatch):
    """Speak the made-up language whatever is chosen; collect what is asked for."""
    texts: set[str] = set()
    with monkeypatch.context() as patched:
        patched.setattr(translation, "words_for", lambda _language: made_up_words(texts))
        yield texts


@pytest.fixture
def written(office):
    prison = build_places(office)
    inmate = admit(office, 7, prison.cells["B-2-B201"])
    return latin_words(f"{inmate} {office.officer} {office.about_prison} Avdeling Oslo")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_answer_goes_past_the_catalogue(command, written, asked, arguments, tmp_path):
    answer = command(*arguments)
    # An import answers with JSON, whose keys are the contract's.
    told = "" if "finnesikke.csv" in arguments else answer.out
    # A check counts the rows of tables, by the names they have in the database.
    told = re.sub(r"^[a-z_]+: \d+$", "", told, flags=re.MULTILINE)
    said = NO_WORD.sub(" ", told + answer.err)
    echoed = latin_words(" ".join(arguments))
    assert latin_words(said) - written - echoed - EVERYWHERE - COMMAND_WORDS == set()
    assert asked - known_texts() == set()
    assert asked


@pytest.mark.parametrize("command_words", HELP, ids=" ".join)
def test_no_help_goes_past_the_catalogue(bare_command, asked, command_words):
    answer = bare_command(*command_words, "--help")
    said = NO_WORD.sub(" ", answer.out)
    assert latin_words(said) - EVERYWHERE - COMMAND_WORDS - latin_words(
        " ".join(command_words)
    ) == (set())
