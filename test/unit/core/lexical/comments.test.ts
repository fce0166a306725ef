import assert from 'node:assert/strict';
import { findComments } from '../../../../src/core/lexical/comments.js';
import { syntaxOf, syntaxOfLanguageId } from '../../../../src/core/lexical/languages.js';
import { languages } from '../../../../src/core/lexical/table/index.js';
import { checkGrowth } from '../../../support/growth.js';
import { commentsOf, said } from './said.js';
import { samples } from './samples.js';

describe('A comment', () => {
  it('has the text of each line, without marks and decoration', () => {
    assert.deepEqual(said('a.ts', '/**\n * a\n *\n   b\n * - c\n **/'), ['\na\n\nb\n- c\n']);
    assert.deepEqual(said('a.ts', '/*! a */ /* **b** */ /**/ /***/ /* * */'), ['a', '**b**', '', '', '*']);
    assert.deepEqual(said('a.ts', '/// a\n//! b\n//'), ['a', 'b', '']);
    assert.deepEqual(said('a.sh', '## a\n#\tb\t\n#'), ['a', 'b\n']);
    assert.deepEqual(said('a.xml', '<!-- a\n     b -->\n<!--- c --->'), ['a\nb', 'c']);
  });

  it('covers its marks', () => {
    const text = 'a /* b */ // c \n';
    const [block, line] = commentsOf('a.ts', text);
    assert.equal(text.slice(block!.start, block!.end), '/* b */');
    assert.equal(text.slice(line!.start, line!.end), '// c ');
  });

  it('goes on below at the same column with the same mark', () => {
    assert.deepEqual(said('a.ts', '  // a\n  // b\n //c\n//d\n\n//e'), ['a\nb', 'c', 'd', 'e']);
    assert.deepEqual(said('a.ts', 'x; // a\n   // b\n// c'), ['a\nb', 'c']);
    assert.deepEqual(said('a.ts', '// a\nx // b\n// c\ny; // d\nz; // e'), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(said('a.ts', '// a\n/// b\n/* c */\n// d'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(said('a.ts', '/* a */ // b\n        // c'), ['a', 'b\nc']);
  });

  it('ends with its line in any line ends', () => {
    assert.deepEqual(said('a.ts', '// a\r\n// b\r// c\n// d'), ['a\nb\nc\nd']);
    assert.deepEqual(said('a.ts', '// a\r\r// b\n\r\n// c'), ['a', 'b', 'c']);
    assert.deepEqual(said('a.ts', '/* a\r\n * b\r * c\n */'), ['a\nb\nc\n']);
  });

  it('may be cut off by the end of the text', () => {
    assert.deepEqual(said('a.ts', 'a /* b\n'), ['b\n']);
    assert.deepEqual(said('a.rs', '/* a /* b */'), ['a /* b */']);
    assert.deepEqual(said('a.ts', '//'), ['']);
    assert.deepEqual(said('a.html', '<script>// a'), ['a']);
  });

  it('is no first line that names an interpreter', () => {
    assert.deepEqual(said('a.js', '#!/usr/bin/env node // no\n// a'), ['a']);
    assert.deepEqual(said('a.sh', '#!/bin/sh\n# a'), ['a']);
    assert.deepEqual(said('a.rs', '#![allow(x)] // a'), ['a']);
  });
});

describe('A string', () => {
  it('that its line does not close ends with it', () => {
    assert.deepEqual(said('a.ts', 'a = "// no\nb // a'), ['a']);
    assert.deepEqual(said('a.ts', 'a = "// no\\\n// no" // a'), ['a']);
    assert.deepEqual(said('a.c', "#error don't /* no\n/* a */"), ['a']);
  });

  it('over several lines that nothing closes costs its line', () => {
    assert.deepEqual(said('a.sh', "echo don't # no\n# a"), ['a']);
    assert.deepEqual(said('a.rs', 'a = " // no\n// a'), ['a']);
  });

  it('may hold code that holds strings', () => {
    assert.deepEqual(said('a.ts', '`a ${b ? `${{ c: "}" }}` : 1 /* a */} // no` // b'), ['a', 'b']);
    assert.deepEqual(said('a.sh', 'echo "$(f "${x:-"}"}" $(g "# no") # a\n) # no" # b'), ['a', 'b']);
    assert.deepEqual(said('a.ts', '`${`'.repeat(5_000)), []);
  });
});

describe('A regular expression', () => {
  it('is told from a division', () => {
    const found = (code: string) => said('a.js', `${code} // a`);
    for (const code of [
      'a / b',
      'a[0] / b',
      '(a) / b',
      '1 / 2',
      'a /* / */ / b /* */',
      'a.return / "b"',
      'i++ / 2',
      '"" / 1',
    ]) {
      assert.equal(found(code).at(-1), 'a', code);
    }
    for (const code of [
      'x = /["]/',
      'f(/"/)',
      'return /"/',
      'a = b || /[/"]/g',
      '[/\\/"/]',
      '() => /"/',
      '!/"/',
      '{ a: /"/ }',
    ]) {
      assert.deepEqual(found(code), ['a'], code);
    }
  });

  it('ends on its line', () => assert.deepEqual(said('a.js', 'a = / "no\n// a'), ['a']));
});

/** What texts are full of that were made to take long: openers, each never closed, and what is read back over. */
const hostile = [
  ...new Set(
    '" \' ` """ \'\'\' /* // /*/**/ /+ (* {- #| #= #[ <!-- <script> <script <style> <?php <? ?> {{!-- {# {% <% ${ `${ "${ "$( "#{ "\\( $( R"a( r#" @" $@"{ [==[ --[==[ #[[ %q( q{ s{ s{s{ ~s( <<A <<A; <<~"A" <<<A $a$ as$a$ =[/ (/ /[ \\ \\" \\\' ( { [ } ) =begin =pod --- a:| |- - \\begin{comment} \\verb1 \\url{ ||| ?" $" 0\' % # ; -- ! & REM :: @ *> 1\' <![CDATA['
      .split(' ')
      .flatMap((mark) => [mark, `${mark} `, ` ${mark}`, `${mark}\n`, ` ${mark}x`, `\n${mark}`]),
  ),
];

describe('Any text', () => {
  it('has comments in order and inside it, whatever the language', () => {
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const pieces = [
      ...hostile,
      ...samples.map(([, text]) => text),
      'a',
      ' ',
      '\r\n',
      '\r',
      '/',
      '*/',
      '-->',
      '😀',
      '\ud800',
      '\0',
    ];
    const paths = samples.map(([path]) => path);
    for (let round = 0; round < 4_000; round++) {
      let text = '';
      for (let i = random(12); i >= 0; i--) {
        const piece = pieces[random(pieces.length)]!;
        text += random(3) === 0 ? piece.slice(random(piece.length)) : piece;
      }
      commentsOf(paths[random(paths.length)]!, text);
    }
  });

  it('is read in linear time, whatever it is full of', function () {
    this.timeout(120_000);
    for (const language of languages) {
      const syntax = syntaxOfLanguageId(language.ids[0]!)!;
      for (const mark of hostile) {
        const text = mark.repeat(12_000 / mark.length);
        const start = performance.now();
        findComments(text, syntax);
        const took = performance.now() - start;
        // What takes long at once is looked at closely.
        if (took > 15)
          checkGrowth(
            (size) => mark.repeat(size),
            12_000 / mark.length,
            (text) => findComments(text, syntax),
          );
      }
    }
  });

  it('of one long line or string is read', () => {
    for (const [path] of samples) {
      for (const text of [' '.repeat(60_000), '"'.padEnd(60_000, 'a '), '/'.repeat(60_000), '`'.padEnd(60_000, '\\')]) {
        findComments(text, syntaxOf(path)!);
      }
    }
  });
});
