// What VS Code says in this host although nothing is wrong. Whatever is not known here is passed on.

/** Native modules that are not compiled here, and network services that are not reached. */
const shared: readonly RegExp[] = [
  /Could not locate the bindings file|native-watchdog|Release\/watchdog|\bvsda\b/,
  /extensionquery|extensionsGallery|control manifest|latest version for the extension|\/latest\b|ENOTFOUND/,
  /AgentHost|reconnection-grace-time/,
];

/** Steps of starting and connecting, and the lines of what a missing module prints: places looked at, and a stack trace. */
const ofServer: readonly RegExp[] = [
  ...shared,
  /^\s*(→|at )|^(\[[\d:]+\])?\s*(tries: \[|'.*\.node',?|\]|\}|)$/,
  /^Server bound to |^Extension host agent listening|^Web UI available at|Extension host agent started/,
  /(Management|ExtensionHost)Connection\]|default profile extensions|Loading development extension/,
];

/** The steps of connecting, features that look for what is not installed, and what the end of the tests interrupts. */
const ofWorkbench: readonly RegExp[] = [
  ...shared,
  /connection token|Creating a socket|builtin extensions cache|AccountPolicyGate/,
  /ServiceWorker|ChatSessionStore|No default agent contributed|^Canceled\b/,
  // Of a folder whose file system is not there, or not yet, the workbench itself asks for much in vain.
  /^CodeExpectedError\b|ENOPRO/,
];

/** Whether a line that the server prints is known to mean nothing. */
export function isServerNoise(line: string): boolean {
  return ofServer.some((pattern) => pattern.test(line));
}

/** Whether a message in the workbench's log is known to mean nothing. Messages of extensions are in that log, too. */
export function isWorkbenchNoise(message: string): boolean {
  return ofWorkbench.some((pattern) => pattern.test(message));
}
