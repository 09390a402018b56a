// Which meshes and drawn shapes a part of the list stands for. A part can be a region of a mesh, because the geometry
// has no mesh of its own for it: a process of a vertebra, the coccyx, the joint between sacrum and pelvis.

const MESHES = {
  vertebra: /^[LT]\d+$/, spinous_process: /^L\d$/, transverse_process: /^L\d$/, facet_joint: /^facet_/,
  disc: /^disc_/, disc_ring: /^ring_/, disc_core: /^core(_|$)/,
  canal: /^canal$/, cord: /^cord$/, cauda_equina: /^cauda_equina$/, nerve_root: /^nerve_[LS]\d/,
  sciatic_nerve: /^nerve_sciatic/,
  sacrum: /^sacrum$/, coccyx: /^sacrum$/, pelvis: /^pelvis$/, si_joint: /^(sacrum|pelvis)$/,
  thigh_bone: /^femur_/, lower_leg: /^(tibia|fibula)_/, foot: /^foot_/,
  multifidus: /^muscle_multifidus/, erector_spinae: /^muscle_erector/, psoas: /^muscle_psoas/,
  quadratus_lumborum: /^muscle_quadratus/, gluteus: /^muscle_gluteus/, hamstrings: /^muscle_hamstrings/,
  quadriceps: /^muscle_quadriceps/, adductors: /^muscle_adductor/, calf: /^muscle_(gastrocnemius|soleus|achilles)/,
  ligament_front: /^ligament_anterior/, ligament_back: /^ligament_posterior/, ligament_tips: /^ligament_supraspinous/,
};

const LAYERS = [
  ["bones", /^([LT]\d+|sacrum|pelvis|(femur|tibia|fibula|foot)_(left|right))$/], ["discs", /^(disc_|ring_|core)/], ["nerves", /^(canal|cord|cauda_equina|nerve_)/],
  ["muscles", /^muscle_/], ["ligaments", /^(ligament_|facet_)/],
];

/** Tell whether a mesh or drawn shape belongs to a part. */
export const holds = (part, mesh) => MESHES[part]?.test(mesh) ?? false;

/** The layer of a mesh or drawn shape. */
export const layerOf = (mesh) => LAYERS.find(([, ids]) => ids.test(mesh))?.[0];

// --- regions: how much each point of a mesh belongs to a part, 0..1, with a soft edge ------------------------------------

const soft = (value, from, to) => Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Weigh a point of a lumbar vertebra in the vertebra's own frame: `behind` the middle of the canal, `aside` the midline. */
function weighVertebra(points, { canal, canal_depth: depth, lean, width }, weigh) {
  const [cos, sin] = [Math.cos((lean * Math.PI) / 180), Math.sin((lean * Math.PI) / 180)];
  return Float32Array.from({ length: points.length / 3 }, (_, at) => {
    const behind = -(cos * (points[3 * at] - canal[0]) - sin * (points[3 * at + 2] - canal[2]));
    return weigh(behind / depth, Math.abs(points[3 * at + 1]) / width);
  });
}

const spinous = (behind, aside) => soft(behind, 0.95, 1.25) * (1 - soft(aside, 0.2, 0.27));
const transverse = (behind, aside) => soft(aside, 0.44, 0.5) * soft(behind, -0.55, -0.35);

const COCCYX = 34; // mm from the tip up

function weighCoccyx(points) {
  let tip = Infinity;
  for (let at = 2; at < points.length; at += 3) tip = Math.min(tip, points[at]);
  return Float32Array.from({ length: points.length / 3 }, (_, at) => 1 - soft(points[3 * at + 2] - tip, COCCYX - 3, COCCYX + 3));
}

const JOINT = 9; // mm: nearer than this to the other bone counts as the joint

function weighJoint(points, others) {
  return Float32Array.from({ length: points.length / 3 }, (_, at) => {
    let nearest = Infinity;
    for (let other = 0; other < others.length; other += 3) {
      const [dx, dy, dz] = [points[3 * at] - others[other], points[3 * at + 1] - others[other + 1], points[3 * at + 2] - others[other + 2]];
      nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
    }
    // Low down the bones part again, though ligaments come near: that is not the joint.
    return 1 - soft(Math.sqrt(nearest), JOINT - 3, JOINT);
  });
}

const kept = new Map();

/** How much each point of a mesh belongs to a part: an array of 0..1, 1 for all of it, or 0. */
export function weights(part, mesh, geometry) {
  if (!holds(part, mesh)) return 0;
  const key = `${part} ${mesh}`;
  if (!kept.has(key)) kept.set(key, weigh(part, mesh, geometry));
  return kept.get(key);
}

function weigh(part, mesh, { parts, measures }) {
  const { points } = parts.get(mesh);
  if (part === "spinous_process") return weighVertebra(points, measures.vertebrae[mesh], spinous);
  if (part === "transverse_process") return weighVertebra(points, measures.vertebrae[mesh], transverse);
  if (part === "coccyx") return weighCoccyx(points);
  if (part === "si_joint") return weighJoint(points, parts.get(mesh === "sacrum" ? "pelvis" : "sacrum").points);
  return 1;
}

const REGIONS = ["spinous_process", "transverse_process", "coccyx", "si_joint"];

/** The part that a touched point of a mesh belongs to, among those on offer: a region before the whole mesh. */
export function partAt(mesh, point, offered, geometry) {
  const region = REGIONS.find((part) => offered.has(part) && (weights(part, mesh, geometry)[point] ?? 0) > 0.5);
  return region ?? Object.keys(MESHES).find((part) => offered.has(part) && !REGIONS.includes(part) && holds(part, mesh));
}
