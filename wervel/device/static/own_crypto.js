// A copy locked with a passphrase: AES-GCM with a key of 256 bits, derived by PBKDF2 with SHA-256. The browser's own
// WebCrypto does it. The file says how it was made, and that description is part of what the lock protects.

/** Rounds of PBKDF2-HMAC-SHA-256: the OWASP Password Storage Cheat Sheet asks for 600,000 or more (looked up 2026-11-27). */
export const ROUNDS = 600_000;
export const FORMAT = "wervel-locked";
export const VERSION = 1;
export const SHORTEST = 12; // characters; an offline guesser has all the time, so longer than for a website

const MOST_ROUNDS = 10_000_000; // more would be a file made to keep the device busy
const BITS = 256;

/** Why a locked copy does not open: `code` is "damaged", "newer", "passphrase" or "insecure". */
export class Locked extends Error {
  constructor(code) {
    super(`the locked copy does not open: ${code}`);
    Object.assign(this, { name: "Locked", code });
  }
}

/** Whether this page may encrypt: browsers allow it on a safe connection only. */
export const canLock = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle);

/** The same passphrase typed on another keyboard gives the same key: Unicode NFKC, spaces around it left out. */
export const tidy = (passphrase) => passphrase.normalize("NFKC").trim();

function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function keyOf(passphrase, salt, rounds) {
  const typed = new TextEncoder().encode(tidy(passphrase));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material, { name: "AES-GCM", length: BITS }, false, ["encrypt", "decrypt"],
  );
}

/** The description of a lock, always with the same fields in the same order: its text is authenticated too. */
const header = (salt, iv, rounds) => ({
  format: FORMAT, version: VERSION,
  kdf: { name: "PBKDF2", hash: "SHA-256", rounds, salt }, cipher: { name: "AES-GCM", bits: BITS, iv },
});

const cipherOf = (head, iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(JSON.stringify(head)), tagLength: 128 });

/** Lock a text; returns the locked file as an object for JSON. Throws Locked("insecure") where browsers forbid it. */
export async function lock(text, passphrase) {
  if (!canLock()) throw new Locked("insecure");
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const head = header(toBase64(salt), toBase64(iv), ROUNDS);
  const key = await keyOf(passphrase, salt, ROUNDS);
  const data = await crypto.subtle.encrypt(cipherOf(head, iv), key, new TextEncoder().encode(text));
  return { ...head, data: toBase64(new Uint8Array(data)) };
}

/** Whether an object read from a file is a locked copy. */
export const isLocked = (object) => object?.format === FORMAT;

/** The parts of a locked copy; throws Locked when they make no sense. */
function parts(file) {
  if (!Number.isInteger(file.version) || file.version < 1) throw new Locked("damaged");
  if (file.version > VERSION) throw new Locked("newer");
  const { kdf, cipher } = file;
  const rounds = kdf?.rounds;
  const known = kdf?.name === "PBKDF2" && kdf.hash === "SHA-256" && cipher?.name === "AES-GCM" && cipher.bits === BITS
    && Number.isInteger(rounds) && rounds >= ROUNDS && rounds <= MOST_ROUNDS;
  if (!known) throw new Locked("damaged");
  try {
    const [salt, iv, data] = [kdf.salt, cipher.iv, file.data].map(fromBase64);
    if (salt.length < 16 || iv.length !== 12 || data.length < 16) throw new Locked("damaged");
    return { salt, iv, data, rounds, head: header(kdf.salt, cipher.iv, rounds) };
  } catch {
    throw new Locked("damaged");
  }
}

/** Throws Locked when the file cannot be a locked copy of this version, before a passphrase is asked for. */
export const checkLocked = (file) => void parts(file);

/** Open a locked copy; returns its text. Throws Locked; a wrong passphrase and changed content look the same. */
export async function unlock(file, passphrase) {
  if (!canLock()) throw new Locked("insecure");
  const { salt, iv, data, rounds, head } = parts(file);
  const key = await keyOf(passphrase, salt, rounds);
  let bytes;
  try { bytes = await crypto.subtle.decrypt(cipherOf(head, iv), key, data); } catch { throw new Locked("passphrase"); }
  return new TextDecoder().decode(bytes);
}
