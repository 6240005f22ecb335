"""The questions of each version of the checklist, with their wording.

Source: Yébenes 2020, Fig. 5, whose caption asks for 4 of 4 affirmative answers. The drawing's
own words are not in the text of the paper; the topics are those the two doctors share (focus of
infection, systemic repercussion, lack of limitation of life support, right resuscitation). The
wording is therefore PROVISIONAL until SEM confirms it, and every screen says so.
"""

from msgspec import Struct

from dispatch.kernel.failures import Refused


class Question(Struct, frozen=True):
    """One question, to be answered yes or no. ``wording`` and ``evidence`` by language.

    ``supporting`` names the values of the clinical picture shown under it; without any, what
    the referring doctor stated is all there is.
    """

    question_id: str
    wording: dict[str, str]
    evidence: dict[str, str]
    supporting: tuple[str, ...] = ()


class Checklist(Struct, frozen=True):
    """One version. Published versions are never edited: answers point at them for ever."""

    version: str
    is_provisional: bool
    source: str
    questions: tuple[Question, ...]


_FIRST = Checklist(
    version="2026-1",
    is_provisional=True,
    source="Yébenes 2020, Fig. 5 (caption) and stage 3; wording proposed",
    questions=(
        Question(
            "infection",
            {
                "ca": "Hi ha un focus infecciós documentat o sospitat?",
                "es": "¿Hay un foco infeccioso documentado o sospechado?",
                "en": "Is there a documented or suspected focus of infection?",
            },
            {
                "ca": "Focus, cultius",
                "es": "Foco, cultivos",
                "en": "Focus, cultures",
            },
            ("focus",),
        ),
        Question(
            "organ_dysfunction",
            {
                "ca": "Hi ha repercussió sistèmica o disfunció d’òrgan?",
                "es": "¿Hay repercusión sistémica o disfunción de órgano?",
                "en": "Is there systemic repercussion or organ dysfunction?",
            },
            {
                "ca": "Lactat, pressió, consciència, diüresi",
                "es": "Lactato, presión, consciencia, diuresis",
                "en": "Lactate, pressure, consciousness, urine",
            },
            (
                "lactate_mmol_l",
                "map_mmhg",
                "heart_rate_bpm",
                "respiratory_rate_rpm",
                "spo2_pct",
                "gcs",
            ),
        ),
        Question(
            "no_treatment_limits",
            {
                "ca": "El pacient NO té limitació del tractament de suport vital?",
                "es": "¿El paciente NO tiene limitación del tratamiento de soporte vital?",
                "en": "Is the patient WITHOUT limitation of life-sustaining treatment?",
            },
            {
                "ca": "Voluntats anticipades, decisions anotades",
                "es": "Voluntades anticipadas, decisiones anotadas",
                "en": "Advance decisions, notes on treatment limits",
            },
        ),
        Question(
            "adequate_resuscitation",
            {
                "ca": "S’ha fet una ressuscitació inicial correcta?",
                "es": "¿Se ha hecho una reanimación inicial correcta?",
                "en": "Has the initial resuscitation been correct?",
            },
            {
                "ca": "Antibiòtic, volum, control del focus",
                "es": "Antibiótico, volumen, control del foco",
                "en": "Antibiotic, fluids, control of the focus",
            },
            ("antibiotic_at", "fluids_ml", "noradrenaline_mcg_kg_min"),
        ),
    ),
)

_RETURN = Checklist(
    version="return-2026-1",
    is_provisional=True,
    source="Yébenes 2020, stage 4: return by therapeutic need; questions and wording proposed",
    questions=(
        Question(
            "no_higher_level",
            {
                "ca": "El pacient ja NO necessita el nivell de l’hospital on és?",
                "es": "¿El paciente ya NO necesita el nivel del hospital donde está?",
                "en": "Does the patient NO longer need the level of the present hospital?",
            },
            {
                "ca": "Focus controlat, sense suport que aquí no es pugui donar",
                "es": "Foco controlado, sin soporte que aquí no se pueda dar",
                "en": "Focus controlled, no support that can't be given here",
            },
        ),
        Question(
            "stable_for_return",
            {
                "ca": "Està prou estable per fer el viatge?",
                "es": "¿Está bastante estable para el viaje?",
                "en": "Is the patient stable enough for the journey?",
            },
            {
                "ca": "Pressió, oxigen, consciència",
                "es": "Presión, oxígeno, consciencia",
                "en": "Pressure, oxygen, consciousness",
            },
        ),
        Question(
            "place_ready",
            {
                "ca": "Tenim llit i equip per rebre’l?",
                "es": "¿Tenemos cama y equipo para recibirlo?",
                "en": "Do we have a bed and a team to receive the patient?",
            },
            {
                "ca": "Planta o UCI, aïllament si cal",
                "es": "Planta o UCI, aislamiento si hace falta",
                "en": "Ward or ICU, isolation where needed",
            },
        ),
        Question(
            "plan_shared",
            {
                "ca": "S’ha compartit el pla de tractament?",
                "es": "¿Se ha compartido el plan de tratamiento?",
                "en": "Has the plan of treatment been shared?",
            },
            {
                "ca": "Informe, antibiòtic i dies, controls",
                "es": "Informe, antibiótico y días, controles",
                "en": "Report, antibiotic and days, controls",
            },
        ),
    ),
)

VERSIONS: dict[str, Checklist] = {_FIRST.version: _FIRST, _RETURN.version: _RETURN}
CURRENT = _FIRST
OF_RETURNS = _RETURN


def checklist(version: str) -> Checklist:
    """The checklist of that version. Raises ``Refused("checklist_version_unknown")``."""
    if version not in VERSIONS:
        raise Refused(
            "checklist_version_unknown",
            field="checklist_version",
            value=version,
            allowed=", ".join(VERSIONS),
        )
    return VERSIONS[version]
