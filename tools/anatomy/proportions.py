"""The measures the geometry is fitted to, each with where it comes from; lengths in millimetres, angles in degrees.

They describe an average adult spine in easy standing, not a patient. Rounded middle values of the ranges in:
 - Panjabi et al., Human lumbar vertebrae: quantitative three-dimensional anatomy, Spine 1992;17:299-306
   (end plates 41-49 wide and 34-35 deep, bodies 24-27 high, canal 23-27 wide and 17-19 deep, tip to tip 71-92);
 - Panjabi et al., Thoracic human vertebrae, Spine 1991;16:888-901;
 - Roussouly et al., Classification of the normal variation in the sagittal alignment of the human lumbar spine and
   pelvis in the standing position, Spine 2005;30:346-353 (sacral slope about 40, lordosis about 60 +- 10);
 - Zhou et al., Geometrical dimensions of the lower lumbar vertebrae, Eur Spine J 2000;9:242-248 (disc heights 9-12).
"""

from __future__ import annotations

from dataclasses import dataclass

SACRAL_SLOPE = 40.0  # how far the upper end plate of S1 leans forward
S1_DEPTH, S1_WIDTH = 33.0, 48.0


@dataclass(frozen=True)
class Level:
    """The disc below a vertebra (height in its middle, opening to the front) and the stretch of the vertebra."""

    below: str
    height: float
    wedge: float
    stretch: tuple[float, float, float]  # forward, sideways, up: factors on the source mesh
    span: float = 0.0  # transverse processes, tip to tip; 0 leaves them as the source has them


LEVELS: dict[str, Level] = {
    "L5": Level("S1", 10.5, 14.0, (1.14, 1.14, 1.13), 88.0),
    "L4": Level("L5", 11.5, 11.5, (1.14, 1.12, 1.10), 84.0),
    "L3": Level("L4", 11.0, 9.0, (1.14, 1.10, 1.10), 90.0),
    "L2": Level("L3", 10.0, 7.0, (1.13, 1.09, 1.10), 82.0),
    "L1": Level("L2", 8.5, 5.0, (1.12, 1.07, 1.06), 76.0),
    "T12": Level("L1", 7.0, 3.0, (1.10, 1.05, 1.06)),
    "T11": Level("T12", 6.0, 2.5, (1.08, 1.03, 1.02)),
    "T10": Level("T11", 5.5, 2.5, (1.06, 1.02, 1.0)),
    **{f"T{n}": Level(f"T{n + 1}", 5.0, 2.5, (1.06, 1.02, 1.04)) for n in range(9, 0, -1)},
}

# The source's canal is narrow: the arch moves back and the pedicles apart by this much (millimetres).
ARCH_BACK, PEDICLES_APART = 8.0, 5.0
