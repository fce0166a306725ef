/**
 * Where a VS Code may hold its own ripgrep, the newest layout first. `appRoot` is VS Code's, `platform` and `arch` are
 * those of Node.
 */
export function ripgrepPlaces(appRoot: string, platform: string, arch: string): readonly string[] {
  const windows = platform === 'win32';
  const separator = windows ? '\\' : '/';
  const name = windows ? 'rg.exe' : 'rg';
  const target = `${platform}-${arch}`;
  const packages = [
    ['@vscode', 'ripgrep-universal', 'bin', target],
    ['@vscode', `ripgrep-${target}`, 'bin'],
    ['@vscode', 'ripgrep', 'bin'],
    ['vscode-ripgrep', 'bin'],
  ];
  // What is packed into one file cannot be started, so programs lie beside it.
  return ['node_modules.asar.unpacked', 'node_modules'].flatMap((modules) =>
    packages.map((place) => [appRoot, modules, ...place, name].join(separator)),
  );
}
