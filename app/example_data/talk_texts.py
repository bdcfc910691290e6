"""What is talked about: our own sentences, put together anew for each entry.

Each topic has what was said, what came of an earlier agreement, and what was agreed. ``{kin}``,
``{day}``, ``{shop}`` and ``{agency}`` are filled in. Nothing here names a crime or a diagnosis.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One thread of somebody's days."""

    name: str
    said: tuple[str, ...]
    followed_up: tuple[str, ...]
    agreed: tuple[str, ...]
    note: tuple[str, ...]


KIN = ("søsteren", "broren", "moren", "faren", "sønnen", "datteren", "samboeren", "onkelen")
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
SHOPS = ("snekkerverkstedet", "kjøkkenet", "vaskeriet", "sveiseverkstedet", "gartneriet", "skolen")
AGENCIES = ("NAV", "kommunen", "boligkontoret", "gjeldsrådgiveren", "tilbakeføringskoordinatoren")

TOPICS = (
    Topic(
        "bolig",
        (
            "Har ikke et sted å bo når han skal ut, og det er det han tenker mest på.",
            "Fikk brev fra {agency} om at søknaden om bolig er mottatt.",
            "Vil helst bo i nærheten av {kin}, men ikke for nær det gamle miljøet.",
            "Spør hva som skjer med leiligheten når ingen betaler husleien.",
            "Har vokst opp på mindre sted og lurer på om det er lettere å få bolig der.",
            "Forteller at {kin} kan ta vare på møblene til han har fått et sted å bo.",
        ),
        (
            "{agency} har svart, og saksbehandleren vil ha et møte om bolig.",
            "Skjemaet til {agency} er fylt ut og sendt.",
            "Har snakket med {kin} om boligen siden sist. De er enige om hva som er viktigst.",
            "Venter fortsatt på svar om bolig og synes det tar lang tid.",
        ),
        (
            "ringe {agency} sammen {day}",
            "fylle ut søknaden om bolig før helgen",
            "spørre {kin} om hvor lenge møblene kan stå",
            "be om møte med boligkontoret",
        ),
        ("Leverte søknad om bolig.", "Fikk svar fra boligkontoret og ville lese det i fred."),
    ),
    Topic(
        "økonomi",
        (
            "Er bekymret for gjelden og åpner ikke lenger brevene som kommer.",
            "Vil ha oversikt over hva han skylder, og hvem han skal snakke med.",
            "Spør om det går an å betale litt av dagpengene hver uke.",
            "Sier at {kin} har betalt regninger for ham, og at det er vondt å tenke på.",
            "Har fått et inkassovarsel og vet ikke om kravet stemmer.",
            "Har regnet ut hva han trenger den første måneden ute.",
        ),
        (
            "Brevene er åpnet og sortert. Det var færre krav enn han trodde.",
            "Snakket med gjeldsrådgiveren på telefon. Det var nyttig.",
            "Har begynt å skrive opp hva han bruker i butikken.",
            "Fikk ja til en betalingsavtale og er lettet.",
        ),
        (
            "åpne brevene sammen {day}",
            "be NAV om en oversikt over ytelsene",
            "bestille time hos gjeldsrådgiveren",
            "skrive opp faste utgifter til neste gang",
        ),
        ("Ba om frimerker for å svare på brev fra banken.", "Fikk utskrift av kontoen sin."),
    ),
    Topic(
        "arbeid og skole",
        (
            "Trives på {shop} og møter hver dag.",
            "Vil gjerne bytte fra {shop} til noe der han kan ta fagbrev.",
            "Synes teorien er vanskelig, men vil ikke gi opp.",
            "Verksbetjenten sier at han hjelper de nye og er nøye med verktøyet.",
            "Ønsker plass på skolen fra neste halvår. Har ikke vitnemål fra før.",
            "Ble borte fra arbeid to dager. Sier at han sov dårlig.",
        ),
        (
            "Søknaden om plass på {shop} er sendt.",
            "Fikk svar fra skolen: inntaket er etter nyttår.",
            "Har møtt på arbeid alle dager siden sist.",
            "Fikk ros på {shop} for en hylle han laget ferdig selv.",
        ),
        (
            "levere søknaden om plass {day}",
            "spørre skolen om ordliste",
            "møte på {shop} hver dag denne uka",
            "skrive ned hva han har jobbet med før",
        ),
        ("Møtte på {shop} alle dager denne uka.", "Ble tilbudt vikarplass på {shop} og takket ja."),
    ),
    Topic(
        "familie",
        (
            "Gleder seg til besøk av {kin} {day}.",
            "Har ikke hørt fra {kin} på noen uker og er urolig.",
            "Forteller at {kin} skal begynne i ny jobb. Han er stolt.",
            "Vil gjerne ha mer telefontid for å snakke med barna før leggetid.",
            "Synes det er vanskelig å vite hva han skal si til barna.",
            "Spør om besøksrommet kan brukes på en lørdag.",
        ),
        (
            "Besøket gikk fint. De spilte kort, og tiden gikk fort.",
            "Fikk snakket med {kin} på telefon etter at vi ringte sammen.",
            "Brevet til {kin} er sendt.",
            "Besøket ble utsatt. Han tok det rolig.",
        ),
        (
            "søke om besøk til {day}",
            "skrive brev til {kin}",
            "sjekke om nummeret til {kin} kan legges inn",
            "spørre om barnebesøk neste måned",
        ),
        ("Hadde besøk i dag. Var i godt humør etterpå.", "Fikk lagt inn et nytt telefonnummer."),
    ),
    Topic(
        "hverdag",
        (
            "Sier at dagene er lange, og at han savner noe å gjøre om kvelden.",
            "Sover bedre etter at han begynte å trene om morgenen.",
            "Ønsker å være mer sammen med andre. Spiste alene hele helgen.",
            "Har lest tre bøker siden sist og vil ha flere fra biblioteket.",
            "Lager mat sammen med to andre på fellesskapet og trives med det.",
            "Synes det er mye bråk på etasjen etter innlåsing.",
        ),
        (
            "Har vært i treningsrommet tre ganger denne uka.",
            "Var på biblioteket og fant en bok om motorer.",
            "Har vært ute i luftegården hver dag, også i regn.",
            "Sier at det hjalp å snakke om bråket. Det er roligere nå.",
        ),
        (
            "gå i luftegården hver dag",
            "melde seg på matgruppen {day}",
            "be om time på biblioteket",
            "snakke sammen igjen hvis søvnen ikke blir bedre",
        ),
        (
            "Var ute i luftegården i en time.",
            "Vasket fellesrommet uten å bli spurt.",
            "Lånte bøker.",
        ),
    ),
    Topic(
        "helse",
        (
            "Har bedt om time hos helseavdelingen og venter på svar.",
            "Vil snakke med noen utenfra. Ble fortalt om tilbudene som finnes.",
            "Har vondt i ryggen etter arbeidet og vil spørre om en annen stol.",
            "Vil slutte å røyke og lurer på hvordan andre har fått det til.",
            "Sier at han har det bedre enn for en måned siden.",
            "Fortalte at nettene er verst, og at det hjelper å ha noe å lese.",
        ),
        (
            "Var hos helseavdelingen. Er fornøyd med at han ble hørt.",
            "Har fått time {day}.",
            "Har trappet ned på kaffe om kvelden og sover litt bedre.",
            "Samtalen med samtalegruppen var bedre enn ventet.",
        ),
        (
            "sende lapp til helseavdelingen",
            "spørre om plass i samtalegruppen",
            "prøve å stå opp til frokost hver dag",
            "snakkes igjen {day}",
        ),
        ("Leverte lapp til helseavdelingen.", "Var hos tannlegen. Alt gikk greit."),
    ),
    Topic(
        "tiden framover",
        (
            "Gikk gjennom hva som skjer framover, og hvem som kan hjelpe med hva.",
            "Har mange spørsmål om neste møte og vil ha dem skriftlig.",
            "Vil vite hva han selv kan gjøre for at planen skal bli noe av.",
            "Er utålmodig, men sier at det hjelper å ha noe på papir.",
            "Ønsker å bruke tiden her til å bli ferdig med noe.",
            "Spurte om koordinatoren kan komme innom på avdelingen.",
        ),
        (
            "Koordinatoren var innom og svarte på det meste.",
            "Har skrevet ned spørsmålene sine, slik vi ble enige om.",
            "Leste gjennom planen og hadde to ting han ville endre.",
            "Har fått svar på det han lurte på sist.",
        ),
        (
            "skrive ned spørsmål til møtet {day}",
            "be koordinatoren komme innom",
            "lese gjennom planen til neste gang",
            "avtale planmøte med tolk om det trengs",
        ),
        ("Fikk kopi av planen sin.", "Ville vite datoen for neste møte. Fikk den skriftlig."),
    ),
)

OPENINGS = (
    "Satt på cellen og snakket.",
    "Tok en kopp kaffe på fellesrommet.",
    "Gikk en runde i luftegården sammen.",
    "Snakket på kontoret etter arbeid.",
    "Han kom selv og ba om en prat.",
    "Samtalen var avtalt fra sist.",
    "Rolig samtale etter middag.",
    "Hadde bedre tid enn vanlig i dag.",
)
MOODS = (
    "Virket rolig og til stede.",
    "Var sliten, men ville gjerne snakke.",
    "Sier selv at det går greit.",
    "Smilte mer enn sist.",
    "Var stille i begynnelsen. Det løsnet etter hvert.",
    "Var irritert over ventetiden og sa det på en fin måte.",
    "Takket for at vi tok oss tid.",
    "Ville ikke snakke så lenge i dag, og det var greit.",
)
INTAKE = (
    (
        "Innkomstsamtale. Gikk gjennom dagene her, telefon, besøk, helseavdeling og butikk. "
        "Fikk heftet om rettigheter og vet hvem som er kontaktbetjent."
    ),
    (
        "Første samtale etter innkomst. Spurte om familie er varslet, og om noe haster ute. "
        "Fortalte om avdelingen og hvordan han får tak i oss om natten."
    ),
)
MEETING = (
    "Planmøte. Gikk gjennom målene ett for ett og hva som er gjort siden sist.",
    "Planmøte med den innsatte. Leste planen høyt og rettet det som ikke stemte.",
    "Planmøte. Enige om rekkefølgen og om hvem som gjør hva.",
)
INTERPRETER = ("Telefontolk hele samtalen.", "Tolk på skjerm. Det fungerte bra.")
