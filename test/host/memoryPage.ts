// This function runs in a page of the workbench's origin: it is sent there as text, and can use nothing from outside itself.

/**
 * Replaces what windows have kept under a key of their workspace storage, in every such storage that has the key; whether
 * there was one. The workbench of the browser keeps it in IndexedDB, a database for each workspace.
 */
export async function changeMemory({ key, value }: { key: string; value: string }): Promise<boolean> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(`The storage failed: ${request.error?.message}`)));
    });
  let changed = false;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await result(indexedDB.open(name));
    const items = database.transaction('ItemTable', 'readwrite').objectStore('ItemTable');
    if ((await result(items.get(key))) !== undefined) {
      await result(items.put(value, key));
      changed = true;
    }
    database.close();
  }
  return changed;
}
