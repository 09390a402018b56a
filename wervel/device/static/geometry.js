// The geometry of content/spine/geometry.json: reading it and bending it. Its format is told in content/spine/README.md.

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Whole numbers that were stored as differences from the row before; the array type wraps as the format asks. */
function summed(values, columns) {
  for (let at = columns; at < values.length; at += 1) values[at] += values[at - columns];
  return values;
}

const columns = (text) => summed(new Uint16Array(bytes(text).buffer), 3);

function own(part, data) {
  const points = Float32Array.from(new Int16Array(columns(part.vertices).buffer), (value) => value * data.step);
  const level = new Float32Array(points.length / 3);
  if (part.levels) summed(bytes(part.levels), 1).forEach((value, at) => { level[at] = value / data.bend.steps; });
  else level.fill(part.level);
  return { points, triangles: columns(part.triangles), level };
}

function mirrored({ points, triangles, level }) {
  return {
    points: points.map((value, at) => (at % 3 === 1 ? -value : value)),
    triangles: triangles.map((corner, at) => (at % 3 ? triangles[at - (at % 3) + 3 - (at % 3)] : corner)),
    level,
  };
}

/** The parts by id: {id, layer, points: x y z x y z .. in mm, triangles, level}; and `joints` and `measures`. */
export function read(data) {
  const parts = new Map();
  for (const part of data.parts) {
    const mesh = part.mirror ? mirrored(parts.get(part.mirror)) : own(part, data);
    parts.set(part.id, { id: part.id, layer: part.layer, ...mesh });
  }
  return { parts, joints: data.bend.joints, measures: data.measures };
}

/** Bend points by `amount`, -1 (all the way back) .. 1 (all the way forward), into the columns x and z; y stays. */
export function bend(points, level, joints, amount, x, z) {
  const turns = joints.map(({ pivot, forward, back }) => {
    const angle = (amount * (amount < 0 ? back : forward) * Math.PI) / 180;
    return { px: pivot[0], pz: pivot[2], angle, cos: Math.cos(angle), sin: Math.sin(angle) };
  });
  for (let at = 0; at < level.length; at += 1) {
    let [atX, atZ] = [points[3 * at], points[3 * at + 2]];
    for (let joint = Math.min(turns.length, Math.ceil(level[at])) - 1; joint >= 0; joint -= 1) {
      const { px, pz, angle, ...whole } = turns[joint];
      const share = Math.min(1, level[at] - joint);
      const cos = share === 1 ? whole.cos : Math.cos(angle * share);
      const sin = share === 1 ? whole.sin : Math.sin(angle * share);
      const [dx, dz] = [atX - px, atZ - pz];
      atX = px + cos * dx + sin * dz;
      atZ = pz - sin * dx + cos * dz;
    }
    x[at] = atX;
    z[at] = atZ;
  }
}
