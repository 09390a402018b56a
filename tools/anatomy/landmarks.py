"""Where things attach: points measured on each placed vertebra, in the common frame."""

from __future__ import annotations

import numpy as np

from tools.anatomy.assemble import Vertebra
from tools.anatomy.mesh import Floats, turned
from tools.anatomy.proportions import SACRAL_SLOPE


class Landmarks:
    """A vertebra's own level frame (origin in its body's middle) and the points found in it."""

    def __init__(self, vertebra: Vertebra) -> None:
        self.name = vertebra.name
        self.centre: Floats = (vertebra.upper.centre + vertebra.lower.centre) / 2
        self.lean = (vertebra.upper.lean + vertebra.lower.lean) / 2
        self.height = float(np.linalg.norm(vertebra.upper.centre - vertebra.lower.centre))
        local = turned(vertebra.mesh.vertices - self.centre, -self.lean)
        self.local = local
        rim = turned(vertebra.upper.rim - self.centre, -self.lean)
        self.back = float(rim[:, 0].min())
        self.front = float(rim[:, 0].max())
        self.half_width = float(rim[:, 1].max())

    def point(self, x: float, y: float, z: float) -> Floats:
        """A point of the level frame in the common frame."""
        return np.asarray(turned(np.array([[x, y, z]]), self.lean)[0] + self.centre, dtype=np.float64)

    def canal(self, z: float = 0.0) -> Floats:
        """The middle of the spinal canal."""
        return self.point(self.back - self.canal_depth() / 2 - 0.5, 0.0, z)

    def canal_depth(self) -> float:
        """From the back of the body to the front of the arch, in the midline, half way up the arch (millimetres)."""
        arch = self.local[(np.abs(self.local[:, 1]) < 2.5) & (self.local[:, 0] < self.back - 5.0)]
        upper = arch[arch[:, 2] > np.percentile(arch[:, 2], 35)]
        # In the chest the arch slants and hides its front from this measure; the canal is never narrower than this.
        return max(float(self.back - upper[:, 0].max()), 13.0)

    def spinous(self) -> Floats:
        """The tip of the spinous process."""
        middle = self.local[np.abs(self.local[:, 1]) < 6.0]
        tip = middle[middle[:, 0].argsort()[:6]].mean(axis=0)
        return self.point(float(tip[0]), 0.0, float(tip[2]))

    def transverse(self) -> Floats:
        """The tip of the left transverse process."""
        tip = self.local[self.local[:, 1].argsort()[-4:]].mean(axis=0)
        return self.point(*(float(value) for value in tip))


def sacral_point(x: float, y: float, z: float) -> Floats:
    """A point of the sacrum's own frame (S1 end plate level) in the common frame."""
    return np.asarray(turned(np.array([[x, y, z]]), SACRAL_SLOPE)[0], dtype=np.float64)
