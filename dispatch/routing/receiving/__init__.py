"""Which hospital could receive a patient, why not the others, and what if one closes."""
