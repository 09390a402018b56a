// What the device keeps: IndexedDB "wervel". Store "diary" (key path id) holds entries, "keep" holds one value per name.
// Every function resolves only when its transaction has completed, so that "kept" is true when we say so.

import * as demo from "./demo.js";

const NAME = "wervel";
const VERSION = 1;

let opened = null;
let closed = false; // see `shut`

function open() {
  if (demo.on) return Promise.reject(new Error("the demonstration reads and keeps nothing"));
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const base = request.result;
      if (!base.objectStoreNames.contains("diary")) base.createObjectStore("diary", { keyPath: "id" });
      if (!base.objectStoreNames.contains("keep")) base.createObjectStore("keep");
    };
    request.onsuccess = () => {
      // Another tab may bring a newer version or erase everything: let it.
      request.result.onversionchange = () => { request.result.close(); opened = null; };
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => { opened = null; reject(request.error); };
    request.onblocked = () => { opened = null; reject(new Error("blocked by another tab")); };
  });
  opened.catch(() => { opened = null; }); // also where a browser has no indexedDB at all: the next call tries again
  return opened;
}

/** Begin a transaction; a connection that the browser has closed behind our back is opened anew, once. */
async function begin(names, mode) {
  if (closed && mode === "readwrite") throw new Error("everything was erased, and this page is about to go");
  const options = [names, mode, { durability: "strict" }];
  const base = await open();
  try {
    return base.transaction(...options);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
    opened = null;
    return (await open()).transaction(...options);
  }
}

/**
 * Do `work` in one transaction: all of it is kept, or nothing. It gets the stores asked for, in their order, and the
 * transaction, and must ask for all it wants at once or in the answers to what it asked. Resolves with the result of
 * the request that `work` returns (or else with what it returns) once the transaction has completed.
 */
export async function transact(names, mode, work) {
  const transaction = await begin(names, mode);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(given instanceof IDBRequest ? given.result : given);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("the transaction was given up"));
    let given;
    try {
      given = work(...names.map((name) => transaction.objectStore(name)), transaction);
    } catch (error) {
      transaction.onerror = transaction.onabort = null;
      transaction.abort();
      reject(error);
    }
  });
}

/** The value kept under `name`, or undefined. */
export const get = async (name) =>
  (demo.on ? demo.kept(name) : transact(["keep"], "readonly", (store) => store.get(name)));

/** Keep `value` under `name`. */
export const put = (name, value) => transact(["keep"], "readwrite", (store) => store.put(value, name));

/** Change the value kept under `name` in one transaction, so that two tabs never lose each other's: `change` gets what
    is kept (or undefined) and returns what is to be kept, or undefined to leave it. Resolves to what is kept then. */
export async function change(name, changed) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction("keep", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("keep");
    const asked = store.get(name);
    let value;
    asked.onsuccess = () => {
      try {
        const next = changed(asked.result);
        value = next ?? asked.result;
        if (next !== undefined) store.put(next, name);
      } catch { transaction.abort(); }
    };
    transaction.oncomplete = () => resolve(value);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** Keep several values, all or none; a value of undefined is removed. */
export const putAll = (values) => transact(["keep"], "readwrite", (store) => {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) store.delete(name); else store.put(value, name);
  }
});

/** All entries of the diary, as they are kept. */
export const diaryAll = async () =>
  (demo.on ? demo.entries() : transact(["diary"], "readonly", (store) => store.getAll()));

/** Erase everything that the app keeps on this device. */
export async function eraseAll() {
  const base = await open();
  const names = [...base.objectStoreNames];
  await new Promise((resolve, reject) => {
    const transaction = base.transaction(names, "readwrite", { durability: "strict" });
    for (const name of names) transaction.objectStore(name).clear();
    transaction.oncomplete = resolve;
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** Write nothing more in this page: everything was erased in this tab or another, and the page is about to load anew. */
export const shut = () => { closed = true; };
