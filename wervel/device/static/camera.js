// The eye that looks at the spine: turning, framing, and what lies under a finger. The eye is ours rather than Plotly's,
// so that a finger that moves up or down still scrolls the page, and so that we always know where it stands.

const SLOPE = Math.tan(Math.PI / 8); // Plotly's field of view is 45 degrees from bottom to top
export const SCALE = 200; // mm per unit of Plotly's scene
export const MIDDLE = [0, 0, 60]; // mm: the middle of Plotly's scene
export const REACH = 500; // mm from there to each side; what lies outside is cut off

const radians = (degrees) => (degrees * Math.PI) / 180;

/** The shorter way around from one azimuth to another, -180..180 degrees. */
export const turnBetween = (from, to) => ((((to - from + 180) % 360) + 360) % 360) - 180;

/** Directions of the eye at azimuth and elevation (degrees): towards it, to the right and up on the screen. */
function frame({ azimuth, elevation }) {
  const [a, e] = [radians(azimuth), radians(elevation)];
  return {
    out: [Math.cos(e) * Math.cos(a), Math.cos(e) * Math.sin(a), Math.sin(e)],
    right: [-Math.sin(a), Math.cos(a), 0],
    up: [-Math.sin(e) * Math.cos(a), -Math.sin(e) * Math.sin(a), Math.cos(e)],
  };
}

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Middle of the box around points given as [x, y, z] columns. */
export function middleOf(clouds) {
  const box = [[Infinity, -Infinity], [Infinity, -Infinity], [Infinity, -Infinity]];
  for (const cloud of clouds) {
    cloud.forEach((column, axis) => {
      for (let at = 0; at < column.length; at += 7) {
        box[axis] = [Math.min(box[axis][0], column[at]), Math.max(box[axis][1], column[at])];
      }
    });
  }
  return box.map(([low, high]) => (low + high) / 2);
}

/** How far away the eye must stand to see all points; the same all around, so that turning does not zoom. */
export function distanceTo(clouds, middle, elevation, aspect, margin = 1.04) {
  let distance = 0;
  for (let azimuth = 0; azimuth < 360; azimuth += 30) {
    const { out, right, up } = frame({ azimuth, elevation });
    for (const [x, y, z] of clouds) {
      for (let at = 0; at < x.length; at += 29) {
        const point = [x[at] - middle[0], y[at] - middle[1], z[at] - middle[2]];
        const [wide, high] = [Math.abs(dot(point, right)) / aspect, Math.abs(dot(point, up))];
        distance = Math.max(distance, dot(point, out) + (Math.max(wide, high) * margin) / SLOPE);
      }
    }
  }
  return distance;
}

/** Plotly's camera for an eye {azimuth, elevation, distance, middle}. */
export function camera(eye) {
  const { out } = frame(eye);
  const named = (point) => Object.fromEntries(["x", "y", "z"].map((axis, at) => [axis, (point[at] - MIDDLE[at]) / SCALE]));
  return {
    center: named(eye.middle),
    eye: named(eye.middle.map((value, at) => value + out[at] * eye.distance)),
    up: { x: 0, y: 0, z: 1 },
  };
}

/** The ray through a place on the screen, given as -1..1 to the right and up. */
export function ray(eye, [toRight, toTop], aspect) {
  const { out, right, up } = frame(eye);
  return {
    from: eye.middle.map((value, at) => value + out[at] * eye.distance),
    along: out.map((value, at) => -value + SLOPE * (toTop * up[at] + toRight * aspect * right[at])),
  };
}

/** The nearest triangle that a ray hits: {at: place along the ray, point: its nearest corner}, or null. */
export function hit({ from, along }, [x, y, z], triangles) {
  let found = null;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t], triangles[t + 1], triangles[t + 2]];
    const [ux, uy, uz] = [x[b] - x[a], y[b] - y[a], z[b] - z[a]];
    const [vx, vy, vz] = [x[c] - x[a], y[c] - y[a], z[c] - z[a]];
    const [px, py, pz] = [along[1] * vz - along[2] * vy, along[2] * vx - along[0] * vz, along[0] * vy - along[1] * vx];
    const size = ux * px + uy * py + uz * pz;
    if (Math.abs(size) < 1e-9) continue;
    const [sx, sy, sz] = [from[0] - x[a], from[1] - y[a], from[2] - z[a]];
    const u = (sx * px + sy * py + sz * pz) / size;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
    const v = (along[0] * qx + along[1] * qy + along[2] * qz) / size;
    if (v < 0 || u + v > 1) continue;
    const at = (vx * qx + vy * qy + vz * qz) / size;
    if (at > 0 && (!found || at < found.at)) found = { at, point: u > 0.5 ? b : v > 0.5 ? c : a };
  }
  return found;
}
