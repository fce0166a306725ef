/** Text from files in a label that VS Code looks through for icons: `$(name)` stays what the person wrote. */
export function escapeIcons(text: string): string {
  return text.replaceAll(/\\?\$\(/g, (found) => (found.startsWith('\\') ? found : `\\${found}`));
}
