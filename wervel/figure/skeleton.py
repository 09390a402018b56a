"""Bones of the figure: lengths, widths and how far each joint goes. All lengths are shares of the body's height.

Lengths of limbs: Drillis and Contini 1966, as printed in Winter, Biomechanics and Motor Control of Human Movement
(hip at 0.530, knee at 0.285, ankle at 0.039, shoulder at 0.818 of the height; upper arm 0.186, forearm 0.146, foot
0.152). The spine has five lumbar, twelve thoracic and seven neck vertebrae; its curves at rest are drawn a little
flatter than the mean of adults, for a calm line.
"""

from __future__ import annotations

from typing import Final

THIGH: Final = 0.245
SHANK: Final = 0.246
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
HAND: Final = 0.075  # a relaxed hand, shorter than the stretched one (0.108)
ANKLE_HEIGHT: Final = 0.039
HEEL: Final = 0.034  # behind the ankle, along the sole
BALL: Final = 0.080  # before the ankle, along the sole; the foot bends here
TOES: Final = 0.034  # from ball to tip
HIP_WIDTH: Final = 0.10  # between the hip joints, seen from the front
SHOULDER_WIDTH: Final = 0.20

LUMBAR: Final = 5
THORACIC: Final = 12
NECK: Final = 7
LINK: Final = {"lumbar": 0.0205, "thoracic": 0.0136, "neck": 0.0070}
SACRUM: Final = (-0.024, 0.058)  # its upper end, seen from the hip: behind and above
SACRAL_SLOPE: Final = 16.0  # degrees that the lowest lumbar vertebra leans forward at rest
REST: Final = {"lumbar": -32.0, "thoracic": 36.0, "neck": -22.0}  # how much each part of the spine bends at rest
SHOULDER_LINK: Final = LUMBAR + THORACIC - 3  # the vertebra that carries the shoulders
SHOULDER: Final = (0.026, -0.004)  # the shoulder joint, seen from that vertebra: before and along it

HEAD: Final = 0.056  # from the top of the neck to the middle of the head
HEAD_FORWARD: Final = 0.022
HEAD_LONG: Final = 0.070  # half the length of the head
HEAD_DEEP: Final = 0.058  # half its depth

#: Half widths at the ends of each limb part, proximal first.
WIDTH: Final = {
    "thigh": (0.052, 0.036),
    "calf": (0.036, 0.034),
    "shin": (0.034, 0.0225),
    "upper_arm": (0.031, 0.0235),
    "forearm": (0.0235, 0.0165),
    "hand": (0.0175, 0.0155),
    "heel": (0.024, 0.019),
    "sole": (0.019, 0.0155),
    "toes": (0.0155, 0.0125),
}
KNEE_PAD: Final = 0.036  # a kneeling knee's joint is this high above the floor
PALM: Final = 0.018  # a leaning hand's wrist is this high above the surface
ELBOW_PAD: Final = 0.0235

#: How far each angle of the data may go, in degrees. Limbs: the mean of women and men of 20 to 44 in the CDC study of
#: joint motion (https://archive.cdc.gov/www_cdc_gov/ncbddd/jointrom/), spine: studies collected on
#: https://www.anatomystandard.com/Columna_Vertebralis/Biomechanics/ROM_of_Spine.html, both checked 2026-11-28. A wrist
#: that carries weight bends to 90 degrees.
RANGE: Final[dict[str, tuple[float, float]]] = {
    "lumbar": (-25, 55),
    "thoracic": (-25, 35),
    "neck": (-60, 60),
    "hip": (-20, 135),
    "knee": (0, 142),
    "ankle": (-57, 25),
    "toes": (0, 70),
    "shoulder": (-55, 178),
    "elbow": (0, 150),
    "wrist": (-75, 92),
}
#: The same seen from the front: positive is away from the middle, for the spine to the person's left.
FRONT_RANGE: Final[dict[str, tuple[float, float]]] = {
    **RANGE,
    "lumbar": (-25, 25),
    "thoracic": (-25, 25),
    "neck": (-45, 45),
    "hip": (-25, 45),
    "shoulder": (-30, 178),
}
#: The pelvis carries the figure: it may point anywhere. `pitch` is how far a heel is lifted (negative: the toes).
ROOT_ANGLES: Final = ("pelvis",)
SPINE_ANGLES: Final = ("lumbar", "thoracic", "neck")
SIDED_ANGLES: Final = ("hip", "knee", "ankle", "pitch", "shoulder", "elbow", "wrist")
SIDES: Final = ("right", "left")
