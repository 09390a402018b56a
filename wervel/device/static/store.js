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
