"""Makes the anatomical geometry and drawings of Wervel.

`python -m tools.anatomy` reads the bone meshes of the development-only package `musclemimic-models`, fits them to
published proportions, adds what they lack (sacrum, discs, canal, nerves, muscles, ligaments) and writes
`content/spine/geometry.json` and the drawings in `content/illustrations/`. The app itself needs only those files.

Everything is in millimetres in one right-handed frame: x forward (anterior), y to the person's left, z up; the origin
is the centre of the upper end plate of the sacrum (S1) in easy standing.
"""
