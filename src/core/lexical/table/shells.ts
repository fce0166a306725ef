import {
  afterBlank,
  atLineStart,
  atWordStart,
  block,
  leveledComment,
  line,
  lineLike,
  skip,
  skipLike,
  skipLine,
  skipTo,
} from '../rules.js';
import { Syntax, type Rule } from '../syntax.js';
import {
  bracketed,
  closed,
  doubled,
  escaped,
  hereDocument,
  holes,
  multiline,
  paired,
  quoted,
  verbatim,
} from '../strings.js';
import { pattern } from '../patterns.js';
import type { Language } from './language.js';

const anyEscape = skip('\\', '\\\\[^]');

/** What `${…}` holds: no comments, but strings and others like it. */
const parameter: Syntax = new Syntax([
  anyEscape,
  quoted('"', { ...multiline, holes: [{ open: '${', close: '}' }] }),
  bracketed('${', () => parameter),
]);

const shellHoles = [
  { open: '${', close: '}', syntax: parameter },
  { open: '$(', close: ')' },
] as const;

const shell = [
  anyEscape,
  line('#', { behind: atWordStart }),
  quoted("'", multiline, '(?<=\\$)'),
  quoted("'", verbatim),
  quoted('"', { ...multiline, holes: shellHoles }),
  bracketed('${', () => parameter),
  hereDocument('<', `(?<!<)<<-?[ \\t]*(?:\\\\?[A-Za-z_][\\w.]{0,80}|"[^"\\n\\r]{1,80}"|'[^'\\n\\r]{1,80}')`, (open) =>
    open.startsWith('<<-'),
  ),
];

/** A string that ends on its line; a mark that nothing closes is an apostrophe. */
const closedQuotes = [closed('"'), closed("'")];

const hash = lineLike('#', `${atLineStart}#(?=\\s)`);

/** `#` begins comments in scripts that say so at their start. */
const vim9Comment: Rule = {
  ...hash,
  read: (scan, start, end) => (scan.text.lastIndexOf('vim9script', 500) >= 0 ? hash.read(scan, start, end) : undefined),
};

/** Shells, and the languages of builds and their settings. */
export const shellLanguages: readonly Language[] = [
  {
    name: 'Shell script',
    ids: ['shellscript', 'bash', 'zsh', 'sh', 'shell'],
    endings: [
      'sh',
      'bash',
      'zsh',
      'ksh',
      'dash',
      'ash',
      'bats',
      'command',
      'ebuild',
      'eclass',
      'envrc',
      'install',
      'zsh-theme',
    ],
    files:
      '.bashrc .bash_profile .bash_aliases .bash_login .bash_logout .profile .zshrc .zshenv .zprofile .zlogin .zlogout .kshrc .envrc .xinitrc .xprofile pkgbuild apkbuild gradlew'.split(
        ' ',
      ),
    interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash', 'mksh', 'busybox', 'bats', 'openrc-run'],
    rules: shell,
  },
  {
    name: 'Fish',
    ids: ['fish'],
    endings: ['fish'],
    interpreters: ['fish'],
    rules: [anyEscape, line('#', { behind: atWordStart }), quoted('"', multiline), quoted("'", multiline)],
  },
  {
    name: 'Nushell and Elvish',
    ids: ['nushell', 'elvish'],
    endings: ['nu', 'elv'],
    interpreters: ['nu', 'elvish'],
    rules: [line('#', { behind: atWordStart }), quoted('"', multiline), quoted("'", verbatim), quoted('`', verbatim)],
  },
  {
    name: 'PowerShell',
    ids: ['powershell'],
    endings: ['ps1', 'psm1', 'psd1'],
    interpreters: ['pwsh', 'powershell'],
    rules: [
      skip('`', '`[^]'),
      block('<#', '#>'),
      line('#', { behind: '(?<![^\\s;&|(){},])' }),
      skipLike('@', '@"(?=[ \\t]*$)', '^"@'),
      skipLike('@', "@'(?=[ \\t]*$)", "^'@"),
      quoted('"', { escape: '`', doubled: true, lines: true, ...holes('$(') }),
      quoted("'", { doubled: true, lines: true }),
    ],
  },
  {
    name: 'Batch',
    ids: ['bat'],
    endings: ['bat', 'cmd'],
    rules: [
      lineLike('Rr@', '(?<=^[ \\t]*|[&(][ \\t]*)@?[Rr][Ee][Mm](?!\\S)'),
      line('::', { behind: atLineStart }),
      quoted('"', {}),
    ],
  },
  {
    name: 'Makefile',
    ids: ['makefile', 'just'],
    endings: ['mk', 'mak', 'make', 'just'],
    files: ['makefile', 'gnumakefile', 'bsdmakefile', 'makefile.am', 'makefile.in', 'kbuild', 'justfile', '.justfile'],
    interpreters: ['make', 'just'],
    rules: [anyEscape, line('#', { behind: atWordStart }), ...closedQuotes],
  },
  {
    name: 'Dockerfile',
    ids: ['dockerfile'],
    endings: ['dockerfile', 'containerfile'],
    files: ['dockerfile', 'containerfile'],
    rules: [line('#', { behind: atLineStart })],
  },
  {
    name: 'CMake',
    ids: ['cmake'],
    endings: ['cmake'],
    files: ['cmakelists.txt'],
    rules: [
      leveledComment('#'),
      line('#'),
      anyEscape,
      quoted('"', multiline),
      paired('[', '\\[=*\\[', (open) => open.replaceAll('[', ']')),
    ],
  },
  {
    name: 'Terraform',
    ids: ['terraform', 'hcl', 'terraform-vars', 'opentofu', 'packer', 'nomad'],
    endings: ['tf', 'tfvars', 'hcl', 'tofu', 'nomad', 'tfbackend'],
    rules: [
      line('#'),
      line('//'),
      block('/*', '*/'),
      quoted('"', { ...escaped, ...holes('${', '%{') }),
      hereDocument('<', '<<-?[A-Za-z_][\\w-]{0,80}', () => true),
    ],
  },
  {
    name: 'Nix',
    ids: ['nix'],
    endings: ['nix'],
    rules: [
      line('#'),
      block('/*', '*/'),
      quoted('"', { ...multiline, ...holes('${') }),
      {
        first: "'",
        open: "(?<!\\w)''",
        // `'''`, `''$` and `''\\` stand for characters of the string.
        read: (scan, _start, from) =>
          scan.search((text) => {
            const close = /''(?![$'\\])|''\\[^]|'''|''\$/g;
            close.lastIndex = from;
            for (let found; (found = close.exec(text));) if (found[0] === "''") return close.lastIndex;
            return -1;
          }),
      },
    ],
  },
  {
    name: 'Jsonnet',
    ids: ['jsonnet', 'libsonnet'],
    endings: ['jsonnet', 'libsonnet'],
    rules: [
      line('//'),
      line('#'),
      block('/*', '*/'),
      skipTo('|', '\\|\\|\\|(?=-?[ \\t]*$)', '|||'),
      quoted('"', { lines: true, doubled: true }, '(?<=@)'),
      quoted("'", { lines: true, doubled: true }, '(?<=@)'),
      quoted('"', multiline),
      quoted("'", multiline),
    ],
  },
  {
    name: 'TOML',
    ids: ['toml'],
    endings: ['toml'],
    files: ['cargo.lock', 'poetry.lock', 'pipfile', 'uv.lock'],
    rules: [line('#'), quoted('"""', multiline), quoted("'''", verbatim), quoted('"'), quoted("'", {})],
  },
  {
    name: 'INI',
    ids: ['ini', 'dotenv', 'editorconfig', 'systemd-unit-file', 'gitconfig', 'desktop'],
    endings:
      'ini cfg conf cnf inf reg editorconfig desktop service timer socket target mount network npmrc gitconfig env prefs'.split(
        ' ',
      ),
    files: [
      '.editorconfig',
      '.npmrc',
      '.gitconfig',
      '.gitmodules',
      '.env',
      '.flake8',
      '.pylintrc',
      '.coveragerc',
      '.hgrc',
      '.yarnrc',
    ],
    rules: [lineLike(';#', `${atLineStart}[;#]`), lineLike(';#', `(?<=[ \\t])[;#](?=[ \\t])`), ...closedQuotes],
  },
  {
    name: 'Properties',
    ids: ['properties', 'java-properties'],
    endings: ['properties'],
    rules: [lineLike('!#', `${atLineStart}[!#]`)],
  },
  {
    name: 'Ignore files and lists of rules',
    ids: [
      'ignore',
      'gitignore',
      'gitattributes',
      'codeowners',
      'pip-requirements',
      'feature',
      'cucumber',
      'git-rebase',
      'nginx',
    ],
    endings: ['gitignore', 'gitattributes', 'dockerignore', 'npmignore', 'feature', 'nginx', 'robots'],
    files:
      '.gitignore .gitattributes .dockerignore .npmignore .eslintignore .prettierignore .stylelintignore .vscodeignore .helmignore .hgignore .git-blame-ignore-revs .mailmap codeowners requirements.txt constraints.txt robots.txt nginx.conf .htaccess procfile'.split(
        ' ',
      ),
    rules: [line('#', { behind: afterBlank }), ...closedQuotes],
  },
  {
    name: 'Vim script',
    ids: ['viml', 'vim', 'vimscript'],
    endings: ['vim', 'vimrc'],
    files: ['.vimrc', '_vimrc', '.gvimrc', '.ideavimrc', '.exrc', 'vimrc'],
    interpreters: ['vim'],
    rules: [
      line('"', { behind: atLineStart }),
      closed('"', escaped),
      line('"', { behind: '(?<=\\s)' }),
      vim9Comment,
      closed("'"),
    ],
  },
  {
    name: 'Tcl',
    ids: ['tcl'],
    endings: ['tcl', 'tm', 'tk', 'xdc', 'sdc'],
    interpreters: ['tclsh', 'wish', 'expect'],
    rules: [anyEscape, lineLike('#', '(?<=(?:^|;)[ \\t]*)#|(?<=\\{[ \\t]*)#(?=\\s)'), quoted('"')],
  },
  {
    name: 'Awk',
    ids: ['awk'],
    endings: ['awk', 'gawk'],
    interpreters: ['awk', 'gawk', 'mawk', 'nawk'],
    rules: [line('#'), quoted('"'), pattern({ words: ['return', 'in', 'case'], atLineStart: true })],
  },
  {
    name: 'AutoHotkey and AutoIt',
    ids: ['ahk', 'ahk2', 'autohotkey', 'autoit'],
    endings: ['ahk', 'au3'],
    rules: [
      line(';', { behind: afterBlank }),
      block('/*', '*/', { behind: atLineStart }),
      block('#cs', '#ce', { behind: atLineStart }),
      skipLine('#', '#[A-Za-z]'),
      quoted('"', doubled),
      quoted("'", doubled),
    ],
  },
];
