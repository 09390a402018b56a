"""Colours of the drawings: flat tones from dark to light, with a soft outline that holds on light and dark pages."""

from __future__ import annotations

from tools.anatomy.trace import Paint

STEPS = (0.42, 0.58, 0.73, 0.88)
PAINTS = {
    "bones": Paint(("#B09B78", "#CDB994", "#DDCDB0", "#EADFCB", "#F5EEE1"), STEPS, "#8C7A5E", "#9C8866"),
    "discs": Paint(("#4C8C95", "#659FA8", "#7FB7BE", "#9BC9CE"), STEPS[:3], "#3A727B", "#3F7982"),
    # Insides of a disc, cut open: rings in two shades and a pale core.
    "ring_a": Paint(("#4C8C95", "#659FA8", "#7FB7BE", "#8CC0C6"), STEPS[:3], "#3A727B", "#3F7982"),
    "ring_b": Paint(("#5F9BA4", "#7BB1B9", "#9BC9CE", "#A9D2D6"), STEPS[:3], "#3A727B", "#3F7982"),
    "core": Paint(("#8FC3C8", "#AFD6D9", "#CDE7E8", "#E2F2F1"), STEPS[:3], "#3A727B", "#3F7982"),
    # The sac around the nerves is paler than the nerves in it.
    "sac": Paint(("#C9A45E", "#DDBD7E", "#EBD3A2", "#F5E6C6"), STEPS[:3], "#94620E", "#9F6B12"),
    "nerves": Paint(("#B67A17", "#CF9029", "#E2A53B", "#EEC06C"), STEPS[:3], "#94620E", "#9F6B12"),
    "muscles": Paint(("#99493B", "#B45D4D", "#C96F5E", "#D98B7B"), STEPS[:3], "#7E382C", "#873F32"),
    # Muscles at work and a nerve that is touched: the same colours, one tone stronger.
    "muscles_active": Paint(("#7E3527", "#9A4536", "#B35544", "#C4695A"), STEPS[:3], "#652A1F", "#6E2D21"),
    "nerve_touched": Paint(("#9A5B00", "#BD7200", "#D98A0B", "#EBA126"), STEPS[:3], "#704200", "#7A4900"),
    "ligaments": Paint(("#A9B4AC", "#C3CDC4", "#D9E0D8", "#ECF0EA"), STEPS[:3], "#7F8C83", "#919E95"),
}
