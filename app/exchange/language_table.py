"""Language codes and names as files write them, each with the code used here.

Source: ISO 639-2 (both its lists) and 639-1; the names are Norwegian and English.
"""

from app.domain.words import language_codes, language_name
from app.exchange.squash import squash
from app.foundation.translation import words_for

_THREE_LETTERS = """
aar aa abk ab afr af aka ak alb sq sqi sq amh am ara ar arg an arm hy hye hy asm as ava av ave ae
aym ay aze az bak ba bam bm baq eu eus eu bel be ben bn bih bh bis bi bod bo tib bo bos bs bre br
bul bg bur my mya my cat ca ces cs cze cs cha ch che ce chi zh zho zh chu cu chv cv cor kw cos co
cre cr cym cy wel cy dan da deu de ger de div dv dut nl nld nl dzo dz ell el gre el eng en epo eo
est et ewe ee fao fo fas fa per fa fij fj fin fi fra fr fre fr fry fy ful ff geo ka kat ka gla gd
gle ga glg gl glv gv grn gn guj gu hat ht hau ha heb he her hz hin hi hmo ho hrv hr hun hu ibo ig
ice is isl is ido io iii ii iku iu ile ie ina ia ind id ipk ik ita it jav jv jpn ja kal kl kan kn
kas ks kau kr kaz kk khm km kik ki kin rw kir ky kom kv kon kg kor ko kua kj kur ku lao lo lat la
lav lv lim li lin ln lit lt ltz lb lub lu lug lg mac mk mkd mk mah mh mal ml mao mi mri mi mar mr
may ms msa ms mlg mg mlt mt mon mn nau na nav nv nbl nr nde nd ndo ng nep ne nno nn nob nb nor nb
nya ny oci oc oji oj ori or orm om oss os pan pa pli pi pol pl por pt pus ps que qu roh rm ron ro
rum ro run rn rus ru sag sg san sa sin si slk sk slo sk slv sl sme se smo sm sna sn snd sd som so
sot st spa es srd sc srp sr ssw ss sun su swa sw swe sv tah ty tam ta tat tt tel te tgk tg tgl tl
tha th tir ti ton to tsn tn tso ts tuk tk tur tr twi tw uig ug ukr uk urd ur uzb uz ven ve vie vi
vol vo wln wa wol wo xho xh yid yi yor yo zha za zul zu fil tl cmn zh yue zh kmr ku ckb ku prs fa
"""
_NAMES = {
    "nb": "bokmål norwegian norsk no",
    "nn": "norsk nynorsk",
    "en": "english",
    "pl": "polish",
    "lt": "lithuanian litauisk",
    "lv": "latvian lettisk",
    "ro": "romanian rumensk moldovan moldovsk",
    "sq": "albanian",
    "ar": "arabic",
    "so": "somalisk",
    "ru": "russian",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "tr": "turkish",
    "ku": "kurdish kurmanji sorani",
    "ti": "tigrinya tigrinsk",
    "fa": "persian farsi dari",
    "vi": "vietnamese",
    "sv": "swedish",
    "da": "danish",
    "nl": "dutch hollandsk",
    "it": "italian",
    "uk": "ukrainian",
    "pt": "portuguese",
    "cy": "welsh",
    "bs": "bosnian",
    "sr": "serbian",
    "hr": "croatian",
    "et": "estonian",
    "zh": "chinese mandarin kantonesisk",
    "ps": "pashtu",
    "pa": "punjabi",
    "bn": "bengalsk bangla",
    "cs": "czech",
    "sk": "slovak",
    "hu": "hungarian",
    "bg": "bulgarian",
    "el": "greek",
    "fi": "finnish",
    "se": "samisk sami",
    "am": "amharic amharisk",
    "om": "oromo",
    "ta": "tamil tamilsk",
    "tl": "tagalog filipino filippinsk",
    "sw": "swahili",
    "mk": "macedonian makedonsk",
    "sl": "slovenian slovensk",
    "ka": "georgian georgisk",
    "hy": "armenian armensk",
    "he": "hebrew hebraisk",
    "is": "icelandic islandsk",
    "ja": "japanese japansk",
    "ko": "korean koreansk",
    "ne": "nepali nepalsk",
    "be": "belarusian hviterussisk belarusisk",
}


def _table() -> dict[str, str]:
    pairs = _THREE_LETTERS.split()
    by_code = dict(zip(pairs[::2], pairs[1::2], strict=True))
    table = {code: code for code in by_code.values()} | by_code
    norwegian = words_for("nb")
    for code in language_codes():
        table[squash(language_name(code, norwegian))] = code
    for code, names in _NAMES.items():
        for name in names.split():
            table.setdefault(squash(name), code)
    return table


_CODES = _table()


def language_code(word: str) -> str | None:
    """Return the ISO 639-1 code for a code or name of a language, None if it is unknown."""
    return _CODES.get(squash(word))
