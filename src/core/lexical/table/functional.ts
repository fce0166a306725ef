import { afterBlank, block, line, lineLike, nested, oneCharacter, skip, skipTo } from '../rules.js';
import { doubled, escaped, holes, multiline, paired, quoted, verbatim } from '../strings.js';
import type { Language } from './language.js';

/** A literal of one character where names may end with `'`. */
const character = skip("'", `(?<![\\w'])'${oneCharacter}'`);

const symbols = '!#$%&*+./<=>?@\\\\^|~:';
const haskell = [
  // An operator may begin or end like a comment: `-->`, `|--`.
  lineLike('-', `(?<![${symbols}-])--+(?![${symbols}-])`),
  nested('{-', '-}', { ahead: '(?!#)' }),
  quoted('"""', multiline),
  quoted('"'),
  character,
];

const lisp = [line(';'), nested('#|', '|#'), quoted('"', multiline)];
/** Inside comments of ML, strings are strings. */
const ml = nested('(*', '*)', { ahead: '(?!\\))', skip: '"[^"\\\\\\n]*"' });

/** Functional and logical languages. */
export const functionalLanguages: readonly Language[] = [
  {
    name: 'Haskell',
    ids: ['haskell', 'literate haskell', 'idris', 'agda', 'cabal', 'purescript', 'dhall', 'unison'],
    endings: ['hs', 'hsc', 'hs-boot', 'idr', 'agda', 'cabal', 'purs', 'dhall', 'u'],
    files: ['cabal.project'],
    interpreters: ['runhaskell', 'runghc', 'stack'],
    rules: haskell,
  },
  { name: 'Elm', ids: ['elm'], endings: ['elm'], rules: haskell },
  {
    name: 'Lean',
    ids: ['lean', 'lean4'],
    endings: ['lean'],
    rules: [line('--'), nested('/-', '-/'), quoted('"', multiline), character],
  },
  {
    name: 'OCaml',
    ids: ['ocaml', 'ocaml.interface', 'reason', 'sml', 'coq', 'rocq', 'fstar'],
    endings: ['ml', 'mli', 'mll', 'mly', 'mlt', 'sml', 'sig', 'fun', 'coq', 'fst', 'fsti'],
    interpreters: ['ocaml', 'ocamlrun'],
    rules: [
      ml,
      quoted('"', multiline),
      paired('{', '\\{[a-z_]{0,40}\\|', (open) => `|${open.slice(1, -1)}}`),
      character,
    ],
  },
  {
    name: 'F#',
    ids: ['fsharp'],
    endings: ['fs', 'fsi', 'fsx', 'fsscript'],
    interpreters: ['dotnet', 'fsharpi'],
    rules: [
      line('//'),
      ml,
      quoted('"""', verbatim),
      quoted('"', { lines: true, doubled: true }, '(?<=@)'),
      quoted('"', multiline),
      character,
    ],
  },
  {
    name: 'Clojure',
    ids: ['clojure', 'fennel', 'janet'],
    endings: ['clj', 'cljs', 'cljc', 'edn', 'fnl', 'hy'],
    interpreters: ['clojure', 'bb', 'lumo'],
    rules: [skip('\\', '\\\\[^]'), line(';'), quoted('"', multiline)],
  },
  {
    name: 'Scheme and Racket',
    ids: ['scheme', 'racket', 'guile'],
    endings: ['scm', 'ss', 'sld', 'rkt', 'rktd', 'rktl', 'sps'],
    interpreters: ['guile', 'racket', 'scheme', 'csi', 'gosh', 'chicken-scheme'],
    rules: [skip('#', '#\\\\[^]'), ...lisp],
  },
  {
    name: 'Common Lisp',
    ids: ['lisp', 'commonlisp', 'autolisp'],
    endings: ['lisp', 'lsp', 'asd', 'ny', 'sexp'],
    interpreters: ['sbcl', 'clisp', 'ecl'],
    rules: [skip('#', '#\\\\[^]'), skip('\\', '\\\\[^]'), ...lisp],
  },
  {
    name: 'Emacs Lisp',
    ids: ['elisp', 'emacs-lisp', 'lisp-emacs'],
    endings: ['el', 'eld'],
    files: ['.emacs', '.spacemacs'],
    interpreters: ['emacs'],
    rules: [skip('?', '(?<![\\w-])\\?(?:\\\\[^]|[";\'#|])'), skip('\\', '\\\\[^]'), line(';'), quoted('"', multiline)],
  },
  {
    name: 'Prolog',
    ids: ['prolog'],
    endings: ['pro', 'prolog', 'plg', 'lgt'],
    interpreters: ['swipl', 'gprolog', 'yap', 'scryer-prolog'],
    rules: [
      skip('0', "(?<!\\w)0'(?:\\\\[^]|''|[^\\\\])"),
      line('%'),
      block('/*', '*/'),
      quoted('"', { ...multiline, doubled: true }),
      quoted("'", { ...multiline, doubled: true }),
      quoted('`', multiline),
    ],
  },
  {
    name: 'Wolfram Language',
    ids: ['wolfram', 'mathematica'],
    endings: ['wl', 'wls', 'nb', 'wlt'],
    interpreters: ['wolframscript'],
    rules: [nested('(*', '*)'), quoted('"', multiline)],
  },
  {
    name: 'WebAssembly text',
    ids: ['wat', 'wasm'],
    endings: ['wat', 'wast'],
    rules: [line(';;'), nested('(;', ';)'), quoted('"')],
  },
  {
    name: 'Assembly',
    ids: ['asm', 'nasm', 'masm', 'asm-intel-x86-generic', 'arm', 'gas', 'mips', 'riscv', 'llvm', 'asm-collection'],
    endings: ['s', 'asm', 'nasm', 'inc', 'a51', 'll', 'z80', 'masm'],
    rules: [
      line(';'),
      line('//'),
      block('/*', '*/'),
      line('#', { behind: '(?<=^[ \\t]*)', ahead: '(?=[\\s#])' }),
      line('#', { behind: afterBlank, ahead: '(?=\\s)' }),
      line('@', { behind: afterBlank, ahead: '(?=\\s)' }),
      quoted('"'),
      skip("'", "'(?:\\\\[^\\n\\r]|[^\\\\\\n\\r])'"),
    ],
  },
  {
    name: 'Ballerina, Carbon, Chapel, Flix, Grain and Koka',
    ids: ['ballerina', 'grain', 'koka', 'flix', 'carbon', 'chapel'],
    endings: ['bal', 'gr', 'kk', 'flix', 'carbon', 'chpl'],
    rules: [line('//'), nested('/*', '*/'), quoted('"""', multiline), quoted('"', { ...escaped, ...holes('${') })],
  },
  {
    name: 'VHDL',
    ids: ['vhdl'],
    endings: ['vhd', 'vhdl', 'vho'],
    rules: [line('--'), block('/*', '*/'), quoted('"', doubled), skip("'", "(?<!\\w)'[^\\n\\r]'")],
  },
  {
    name: 'Ada',
    ids: ['ada'],
    endings: ['adb', 'ads', 'ada', 'gpr'],
    rules: [line('--'), quoted('"', doubled), skip("'", "(?<![\\w)])'[^\\n\\r]'")],
  },
  {
    name: 'Pascal',
    ids: ['pascal', 'objectpascal', 'delphi'],
    endings: ['pas', 'dpr', 'dpk', 'lpr', 'lfm', 'iss'],
    interpreters: ['instantfpc'],
    rules: [
      line('//'),
      block('{', '}', { ahead: '(?!\\$)' }),
      block('(*', '*)', { ahead: '(?!\\$)' }),
      quoted("'", doubled),
    ],
  },
  {
    name: 'Modula, Oberon and AppleScript',
    ids: ['modula2', 'oberon', 'applescript'],
    endings: ['mod2', 'def', 'ob2', 'applescript'],
    interpreters: ['osascript'],
    rules: [nested('(*', '*)'), line('--'), quoted('"'), skipTo("'", "(?<!\\w)'(?=[^'\\n\\r]{0,200}')", "'")],
  },
  {
    name: 'Eiffel and Sather',
    ids: ['eiffel'],
    endings: ['e', 'ecf'],
    rules: [line('--'), quoted('"', { escape: '%' })],
  },
  {
    name: 'Visual Basic',
    ids: ['vb', 'vbs', 'vba', 'freebasic', 'brightscript'],
    endings: ['vb', 'vbs', 'bas', 'frm', 'ctl', 'vba', 'bi', 'brs', 'wsf'],
    rules: [line("'"), lineLike('Rr', '(?<=(?:^|:)[ \\t]*)[Rr][Ee][Mm](?!\\S)'), quoted('"', doubled)],
  },
  {
    name: 'Fortran',
    ids: ['fortran', 'fortran-modern', 'fortranfreeform'],
    endings: ['f90', 'f95', 'f03', 'f08', 'f18', 'fpp'],
    rules: [line('!'), quoted('"', doubled), quoted("'", doubled)],
  },
  {
    name: 'Fortran in fixed form',
    ids: ['fortran_fixed-form', 'fortranfixedform'],
    endings: ['f', 'for', 'f77', 'ftn'],
    rules: [lineLike('Cc*', '^[Cc*]'), line('!'), quoted('"', doubled), quoted("'", doubled)],
  },
  {
    name: 'COBOL',
    ids: ['cobol', 'cobolit', 'acucobol'],
    endings: ['cob', 'cbl', 'cpy', 'cobol', 'ccp'],
    rules: [lineLike('*/', '(?<=^.{6})[*/]'), line('*>'), quoted('"', doubled), quoted("'", doubled)],
  },
];
