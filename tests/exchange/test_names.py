"""Names out of capitals, and languages out of codes."""

import pytest

from app.domain.words import language_codes, language_name
from app.exchange.findings import Finding, Findings
from app.exchange.language_table import language_code
from app.exchange.names import split_name, tidy_name
from app.exchange.reading import read_roll
from tests.exchange.files import made


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("ANDERSON", "Anderson"),
        ("O'BRIEN", "O'Brien"),
        ("O’VAUGHAN", "O’Vaughan"),
        ("D'ARTAGNAN", "D'Artagnan"),
        ("SA'AD", "Sa'ad"),
        ("MCDONALD", "McDonald"),
        ("MCA", "Mca"),
        ("HARRIS-JONES", "Harris-Jones"),
        ("HARRIS JONES", "Harris Jones"),
        ("VON TRAPP", "von Trapp"),
        ("VAN DER BERG", "van der Berg"),
        ("VAN", "Van"),
        ("ÆRLIG ØSTBYÅS", "Ærlig Østbyås"),
        ("ŁUKASZEWSKI", "Łukaszewski"),
        ("İLKER ÇELİK", "İlker Çelik"),
        ("HENRIK IV", "Henrik IV"),
        ("J. R.", "J. R."),
        ("ADDRESSES-2", "Addresses-2"),
        ("de la Cruz", "de la Cruz"),
        ("MacDonald", "MacDonald"),
        ("", ""),
        ("123", "123"),
    ],
)
def test_capitals_become_names(written, tidy):
    assert tidy_name(written, family=True) == tidy


def test_a_given_name_is_never_a_particle():
    assert tidy_name("VAN THANH") == "Van Thanh"


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Moe, Eva Lill", ("Moe", "Eva Lill")),
        ("Eva Lill Moe", ("Moe", "Eva Lill")),
        ("Moe", ("Moe", "")),
        ("", ("", "")),
    ],
)
def test_a_full_name_is_split(full, parts):
    assert split_name(full) == parts


def languages(text: str) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    parsed = read_roll(made("Innsattnr;Navn;Språk", f'1;Moe;"{text}"'))
    assert parsed.rejected == ()
    return parsed.rows[0].facts.languages, parsed.warnings


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("PREF_SPEAK:POL", ("pl",)),
        ("PRIM:ENG|PREF_SPEAK:POL|PREF_WRITE:POL", ("pl", "en")),
        (
            "PREF_WRITE:TUR|PREF_SPEAK:TUR|PREF_SPEAK:ENG|SEC:ENG|SEC:KUR|SEC:SPA",
            ("tr", "en", "ku", "es"),
        ),
        ("SEC:ENG|PREF_SPEAK:SOM|PREF_WRITE:ARA", ("ar", "so", "en")),
        ("Polsk, engelsk", ("pl", "en")),
        ("norsk og nordsamisk", ("nb", "se")),
        ("pl", ("pl",)),
        ("NOR / ENG", ("nb", "en")),
        ("Kurmanji; Sorani", ("ku",)),
        ("", ()),
    ],
)
def test_languages_come_best_read_first(text, codes):
    found, warnings = languages(text)
    assert found == codes
    assert warnings == ()


def test_an_unknown_language_is_told():
    found, warnings = languages("SEC:XQZ|klingonsk|pl")
    assert found == ("xqz", "pl")
    assert [(warning.row, warning.column) for warning in warnings] == [(2, "Språk")] * 2
    assert "«XQZ»" in warnings[0].message
    assert "«klingonsk»" in warnings[1].message


def test_every_language_a_form_offers_is_known_by_its_name():
    assert {code: language_code(language_name(code)) for code in language_codes()} == {
        code: code for code in language_codes()
    }


def test_endless_errors_are_counted():
    findings = Findings()
    for row in range(600):
        findings.reject(row, None, "feil")
    assert len(findings.rejected) == 501
    assert findings.rejected[-1] == Finding(None, None, "100 feil til er ikke vist.")
