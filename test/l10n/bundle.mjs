// Collects every text that src hands to `l10n.t` in l10n/bundle.l10n.json, from which translations are made.
//   node test/l10n/bundle.mjs           writes the file
//   node test/l10n/bundle.mjs --check   fails where it is not up to date, or a text could not be collected
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';

const file = 'l10n/bundle.l10n.json';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .sort()
  .map((name) => ({ name: `src/${name.replaceAll('\\', '/')}`, extension: name.endsWith('x') ? '.tsx' : '.ts' }))
  .map((source) => ({ ...source, contents: readFileSync(source.name, 'utf8') }));

// The collector passes over what is no literal without a word, and then nobody could translate it.
const lost = sources
  .filter(({ contents }) => contents.includes('l10n.t('))
  .flatMap(({ name, contents }) =>
  [...contents.matchAll(/\bl10n\.t\((?!\s*(?:\{\s*message:\s*)?['"`])|\bcomment(?::(?!\s*['"])|,)/g)].map(
    ({ index }) => `${name}:${contents.slice(0, index).split('\n').length}`,
  ),
);
if (lost.length > 0) {
  console.error(`Write the message and the comment of l10n.t as literals here:\n${lost.join('\n')}`);
  process.exitCode = 1;
}

const found = await getL10nJson(sources);
const keys = Object.keys(found).sort();
const text = `${JSON.stringify(Object.fromEntries(keys.map((key) => [key, found[key]])), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  mkdirSync('l10n', { recursive: true });
  writeFileSync(file, text);
} else if (read(file) !== text) {
  console.error(`${file} is not up to date with src: run \`npm run l10n\` and commit what it changes.`);
  process.exitCode = 1;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
