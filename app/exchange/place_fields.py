"""What a file of places can tell."""

from app.exchange.field import PRISON, UNIT, Field
from app.exchange.place_words import is_place_kind
from app.foundation.translation import mark

PLACE_FIELDS = (
    Field(
        "path_hierarchy",
        mark("sti"),
        "path_hierarchy, path, full_path, location_path, location_code, sti, full sti, "
        "plasskode, stedskode, sted, celle, cellenummer, celle_nr, cell, cell_number, "
        "location, stihierarki, hierarki, lokasjon, plassering, cell_id, celle_id, place",
        loose=("pathhierarchy", "cellenummer"),
    ),
    PRISON,
    Field(
        "parent_path",
        mark("ligger under"),
        "parent_path, parent, parent_location, ligger under, overordnet, over, overordnet "
        "sted, hører til, overordnet_sti, forelder, parent_id",
    ),
    Field(
        "location_type",
        mark("slags sted"),
        "location_type, place_type, stedstype, slags sted, type sted, plasstype, "
        "lokasjonstype, type_of_place, kind",
        shared=("type", "celletype", "cell_type", "slag"),
        fits=is_place_kind,
    ),
    Field("code", mark("kode"), "code, kode, kortnavn"),
    Field("local_name", mark("navn"), "local_name, lokalt navn, navn, name, stedsnavn"),
    Field("status", mark("status"), "status, place_status, tilstand, i bruk, active"),
    Field(
        "accommodation_type",
        mark("slags opphold"),
        "accommodation_type, accommodation, slags opphold, oppholdstype",
    ),
    Field("used_for", mark("brukes til"), "used_for, brukes til, bruk, bruksområde"),
    Field(
        "specialist_cell_types",
        mark("celletype"),
        "specialist_cell_types, specialist_cell_type, spesialcelle, celletype, cell_type, "
        "cell_types, særskilt celle",
    ),
    Field(
        "converted_cell_type",
        mark("gjort om til"),
        "converted_cell_type, converted_to, gjort om til, ombygd til, endret bruk, konvertert "
        "til, omgjort til",
    ),
    Field("cell_mark", mark("dørmerke"), "cell_mark, door_mark, dørmerke, dørnummer"),
    Field(
        "max_capacity",
        mark("plasser"),
        "max_capacity, maximum_capacity, capacity, cell_capacity, operational_capacity, "
        "plasser, antall plasser, maks plasser, kapasitet, maks, senger, maksimal kapasitet, "
        "flest plasser, maks_kapasitet, maksimum, maximum, max, maksimalt antall",
        loose=("maxcapacity", "plasser"),
    ),
    Field(
        "working_capacity",
        mark("plasser i daglig bruk"),
        "working_capacity, plasser i bruk, plasser i daglig bruk, daglig kapasitet, "
        "driftskapasitet, brukskapasitet, arbeidskapasitet, working, daglige plasser",
    ),
    Field(
        "certified_normal_accommodation",
        mark("godkjente plasser"),
        "certified_normal_accommodation, cna, certified_capacity, baseline_cna, godkjente "
        "plasser, godkjent kapasitet, normalkapasitet, sertifisert_kapasitet, "
        "normal_kapasitet, certified, sertifisert",
    ),
    Field(
        "deactivated_reason",
        mark("hvorfor ute av bruk"),
        "deactivated_reason, deactivation_reason, årsak, grunn, stengt fordi, hvorfor ute av "
        "bruk, årsak til stenging, reason, årsak ute av bruk, stengningsårsak",
    ),
    Field(
        "deactivation_reason_description",
        mark("forklaring"),
        "deactivation_reason_description, forklaring, beskrivelse, merknad",
    ),
    Field("archived_reason", mark("hvorfor arkivert"), "archived_reason, hvorfor arkivert"),
    Field(
        "deactivated_date",
        mark("ute av bruk fra"),
        "deactivated_date, ute av bruk fra, stengt fra, stengt dato, ute fra",
    ),
    Field(
        "proposed_reactivation_date",
        mark("tilbake i bruk"),
        "proposed_reactivation_date, reactivation_date, tilbake i bruk, åpner igjen, stengt "
        "til, planlagt åpnet, gjenåpnes, planlagt gjenåpning, forventet tilbake",
    ),
    UNIT,
)
