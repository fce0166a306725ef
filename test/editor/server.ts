import type { VSCodeVersion } from '../host/provision.js';
import { openWorkbench } from '../host/workbench.js';
import { hostSetting } from './hostNames.js';
import { type Host, suites } from './hosts.js';
import { type HostResult, resultPrefix } from './result.js';

const longestRun = 5 * 60_000;

/** Runs the suites of a host in VS Code's server and a browser. Rejects where they do not come to an end. */
export async function runInServer(version: VSCodeVersion, host: Host, folder: string): Promise<HostResult> {
  const { settings, ...content } = await host.prepare(folder);
  let result: HostResult | undefined;
  const workbench = await openWorkbench({
    extensionTests: suites,
    ...content,
    version,
    settings: { ...settings, [hostSetting]: host.name },
    log: (message) => {
      if (message.startsWith(resultPrefix)) result = JSON.parse(message.slice(resultPrefix.length)) as HostResult;
      else console.log(message);
    },
  });
  try {
    const tooLong = new Promise<never>((_, reject) => {
      const message = `The suites were not over after ${longestRun / 60_000} minutes.`;
      setTimeout(() => reject(new Error(message)), longestRun).unref();
    });
    const code = await Promise.race([workbench.testsExit, tooLong]);
    if (!result) throw new Error(`The suites ended with code ${code}, without a result.`);
    if (code !== 0 && result.failed === 0) throw new Error(`The extension host ended with code ${code}.`);
    return result;
  } finally {
    await workbench.close();
  }
}
