// Tells Python what the prevention page has kept, once per change and never in the way of a tap. The server computes
// with it and forgets it.

import * as keep from "./prevention_keep.js";
import { quiet } from "./quiet.js";

const RECENT = 92; // days of ticks and rulers that charts show
const LONG = 400; // days of movement: the walking plan looks back to its beginning
const GONE = 1000; // ms without the page: the person has left it
const REST = 400; // ms: taps that follow each other are told together

let component = null;
let told = "";
let obeyed = null;
let waiting = false;

/** What Python needs of it: old days are left out, and so are ticks that were undone. */
function share(value) {
  if (value?.version !== keep.VERSION || typeof value.records !== "object" || !value.records) return value ?? null;
  const [recent, long] = [keep.day(RECENT), keep.day(LONG)];
  const wanted = ([, record]) => {
    if (record?.kind === "tick") return record.done && record.date >= recent;
    if (record?.kind === "ruler") return record.date >= recent;
    return !(record?.kind === "move" || record?.kind === "strength") || record.date >= long;
  };
  return { version: value.version, records: Object.fromEntries(Object.entries(value.records).filter(wanted)) };
}

function standing() {
  const { status, kept } = keep.standing();
  const stamps = Object.values(kept?.records ?? {}).map((record) => record?.changed_at ?? "");
  const newest = stamps.reduce((latest, each) => (each > latest ? each : latest), "");
  return { status, kept, mark: [status, keep.day(), stamps.length, newest].join(" ") };
}

async function tell() {
  if (waiting || !component || keep.standing().status === "unread") return;
  const session = component.data.session;
  if (standing().mark === component.data.seen || `${session} ${standing().mark}` === told) return;
  waiting = true;
  await new Promise((resolve) => { setTimeout(resolve, component.data.seen ? REST : 0); });
  await quiet(); // what is told must not take the place of a tap
  waiting = false;
  const { status, kept, mark } = standing();
  if (!component || mark === component.data.seen) return;
  told = `${component.data.session} ${mark}`;
  component.setStateValue("told", { session: component.data.session, status, today: keep.day(), mark, data: share(kept) });
  const mine = told;
  setTimeout(() => { if (component && told === mine && component.data.seen !== mark) { told = ""; tell(); } }, 3000);
}

keep.watch(tell);

export default function mount(given) {
  component = given;
  const { command } = given.data;
  if (command && command.id !== obeyed) { obeyed = command.id; keep.obey(command); }
  keep.read(given.data.keep).then(tell);
}

export function unmount() {
  component = null; // Streamlit may mount it anew within the page
  setTimeout(() => { if (!component) keep.forget(); }, GONE);
}
