"""Beyond what two values of one picture are asked about together. All proposed."""

from dispatch.assessment.criterion import Criterion

DOUBTED_TOGETHER: tuple[Criterion, ...] = (
    Criterion(
        "air_pao2_upto_mmhg",
        130,
        "mmHg",
        "proposed; alveolar gas at sea level, 150 - PaCO2 / 0.8, with a PaCO2 of 16",
        is_proposed=True,
        meaning="Highest PaO2 that nobody asks about in who breathes air",
    ),
    Criterion(
        "mean_pressure_differs_above_mmhg",
        15,
        "mmHg",
        "proposed; a cuff measures the mean and works the other two out in its own way",
        is_proposed=True,
        meaning="Mean pressure told beside the two others: asked about beyond this",
    ),
    Criterion(
        "fixed_pupils_gcs_from_points",
        13,
        "points",
        "proposed; who is nearly awake seldom has both pupils fixed",
        is_proposed=True,
        meaning="Glasgow scale from which two fixed pupils are asked about",
    ),
)
