"""What plans say: goals with steps for each theme, own words, answers. Our own sentences."""

from dataclasses import dataclass

from app.domain.plans import Actor, Theme


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal and the steps that lead to it: what, who, partner."""

    theme: Theme
    title: str
    steps: tuple[tuple[str, Actor, str], ...]
    note: str = ""


_I, _C, _P, _X = Actor.INMATE, Actor.CONTACT_OFFICER, Actor.PRISON, Actor.PARTNER

GOALS = (
    GoalText(
        Theme.HOUSING,
        "Ha et fast sted å bo når jeg kommer ut",
        (
            ("Fylle ut søknad om kommunal bolig", _I, "kommunen"),
            ("Ringe boligkontoret og be om møte", _C, "boligkontoret"),
            ("Samtykke til at kommunen får opplysninger", _I, "kommunen"),
            ("Møte med boligkontoret", _X, "boligkontoret"),
        ),
        "Møtet bør holdes i god tid før løslatelse.",
    ),
    GoalText(
        Theme.HOUSING,
        "Ta vare på leiligheten mens jeg er her",
        (
            ("Søke om dekning av husleie i kort tid", _I, "NAV"),
            ("Sende dokumenter til NAV", _C, "NAV"),
        ),
    ),
    GoalText(
        Theme.ECONOMY,
        "Få oversikt over gjelden",
        (
            ("Åpne og sortere brevene", _I, ""),
            ("Ringe NAV om gjeldsrådgiver", _C, "NAV"),
            ("Lage betalingsplan", _X, "gjeldsrådgiveren"),
        ),
    ),
    GoalText(
        Theme.ECONOMY,
        "Ha penger til den første måneden ute",
        (
            ("Legge av litt av dagpengene hver uke", _I, ""),
            ("Søke om ytelse før løslatelse", _I, "NAV"),
        ),
    ),
    GoalText(
        Theme.WORK_AND_EDUCATION,
        "Bli ferdig med sveisekurset",
        (
            ("Søknad til sveisekurs", _I, ""),
            ("Spørre skolen om ordliste", _C, "skolen"),
            ("Teoriprøve", _X, "skolen"),
        ),
    ),
    GoalText(
        Theme.WORK_AND_EDUCATION,
        "Ta fag på videregående",
        (
            ("Finne gamle karakterutskrifter", _I, ""),
            ("Samtale med rådgiver på skolen", _X, "skolen"),
            ("Melde seg opp til eksamen", _I, "skolen"),
        ),
    ),
    GoalText(
        Theme.WORK_AND_EDUCATION,
        "Ha en jobb å gå til",
        (
            ("Skrive CV", _I, ""),
            ("Møte med NAV-veileder", _X, "NAV"),
            ("Øve på jobbintervju", _C, ""),
        ),
    ),
    GoalText(
        Theme.HEALTH,
        "Sove bedre om natten",
        (
            ("Be om time hos helseavdelingen", _I, "helseavdelingen"),
            ("Trene tre morgener i uka", _I, ""),
        ),
    ),
    GoalText(
        Theme.SUBSTANCE_USE,
        "Holde meg rusfri",
        (
            ("Søke plass i samtalegruppe", _I, ""),
            ("Lage en plan for de vanskelige dagene", _C, ""),
            ("Avtale oppfølging ute", _X, "kommunen"),
        ),
    ),
    GoalText(
        Theme.FAMILY_AND_NETWORK,
        "Ha god kontakt med barna mine",
        (
            ("Søke om barnebesøk", _I, ""),
            ("Legge inn telefonnummer", _C, ""),
            ("Skrive brev hver uke", _I, ""),
        ),
    ),
    GoalText(
        Theme.LEISURE,
        "Ha noe å gjøre om kvelden",
        (
            ("Melde seg på matgruppen", _I, ""),
            ("Time på biblioteket hver uke", _P, "biblioteket"),
        ),
    ),
    GoalText(
        Theme.LEGAL,
        "Få svar på det jeg lurer på om saken min",
        (
            ("Skrive ned spørsmål til advokaten", _I, ""),
            ("Legge til rette for samtale med advokat", _P, ""),
        ),
    ),
)
OWN_WORDS = (
    "Jeg vil ha et sted å bo som er mitt, og en jobb jeg kan være stolt av.",
    "Det viktigste for meg er barna. Jeg vil at de skal vite at jeg prøver.",
    "Jeg er god med hendene og liker å bli ferdig med ting.",
    "Jeg vil bruke tiden her til noe. Jeg trenger hjelp med papirene.",
    "Jeg har klart det før, og jeg tror jeg kan klare det igjen.",
    "Jeg vil ta én ting om gangen. Først bolig, så resten.",
    "Jeg snakker ikke så godt norsk, men jeg vil lære.",
    "Jeg er lei av å vente. Jeg vil vite hva som skjer, og når.",
)
DISAGREEMENTS = (
    "Synes planen går for sakte.",
    "Vil vente med skolen til etter nyttår.",
    "Vil ha færre mål på en gang.",
)
NO_ANSWERS = ("Tolken kom ikke. Nytt møte er avtalt.", "Var syk og ville sove.")
DECLINED = (
    ("Samtalegruppe", "Vil heller snakke med én om gangen."),
    ("Arbeid i vaskeriet", "Vil være på verkstedet."),
    ("Kurs i økonomi", ""),
    ("Treningsgruppe", "Har vondt i kneet nå."),
)
NOTES = (
    "Følg opp samtykket før neste møte.",
    "Snakk med skolen om tempo.",
    "Avklar hvem som deltar i møtet.",
)
