// What the device keeps: IndexedDB "wervel". Store "diary" (key path id) holds entries, "keep" holds one value per name.
// Every function resolves only when its transaction has completed, so that "kept" is true when we say so.

const NAME = "wervel";
const VERSION = 1;

let opened = null;

function open() {
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
  return opened;
}

async function transact(mode, work) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction("keep", mode, { durability: "strict" });
    const request = work(transaction.objectStore("keep"));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** The value kept under `name`, or undefined. */
export const get = (name) => transact("readonly", (store) => store.get(name));

/** Keep `value` under `name`. */
export const put = (name, value) => transact("readwrite", (store) => store.put(value, name));

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
export const putAll = (values) => transact("readwrite", (store) => {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) store.delete(name); else store.put(value, name);
  }
});

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
