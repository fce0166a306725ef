import assert from 'node:assert/strict';
import { findComments } from '../../../../src/core/lexical/comments.js';
import {
  approximateSyntax,
  languageNames,
  mayHaveShebang,
  syntaxOf,
  syntaxOfLanguageId,
} from '../../../../src/core/lexical/languages.js';
import { languages } from '../../../../src/core/lexical/table/index.js';
import { said } from './said.js';
import { samples } from './samples.js';

describe('Comments of each language', () => {
  for (const [path, text, comments] of samples) {
    it(`${path}: ${JSON.stringify(text).slice(0, 60)}`, () => assert.deepEqual(said(path, text), comments));
  }

  it('are tested in all of them', () => {
    const tested = new Set(samples.map(([path]) => syntaxOf(path)));
    assert.ok(languageNames.length >= 90);
    assert.equal(new Set(languageNames).size, languageNames.length);
    assert.deepEqual(
      languages.filter(({ ids }) => !ids.some((id) => tested.has(syntaxOfLanguageId(id)))).map(({ name }) => name),
      [],
    );
  });

  it('belong to one language for each id, ending and name', () => {
    for (const names of ['ids', 'endings', 'files'] as const) {
      const all = languages.flatMap((language) => language[names] ?? []);
      assert.deepEqual(
        all.filter((name, index) => all.indexOf(name) !== index || name !== name.toLowerCase()),
        [],
      );
    }
  });

  it('are found with the same text in other line ends', () => {
    for (const [path, text, comments] of samples) {
      for (const end of ['\r\n', '\r']) assert.deepEqual(said(path, text.replaceAll('\n', end)), comments, path);
    }
  });
});

describe('The language of a file', () => {
  const same = (path: string, as: string, firstLine?: string) =>
    assert.equal(syntaxOf(path, firstLine), syntaxOf(as), `${path} as ${as}`);

  it('is told by its name', () => {
    same('/a/b/Dockerfile', 'x.dockerfile');
    same('Dockerfile.dev', 'x.dockerfile');
    same('C:\\a\\CMakeLists.txt', 'x.cmake');
    same('.bashrc', 'x.sh');
    same('Rakefile', 'x.rb');
    same('A.PY', 'x.py');
    same('a.test.ts', 'x.ts');
    same('a.blade.php', 'x.cshtml');
    same('.eslintrc.json', 'x.json');
  });

  it('is told by the first line where the name has no ending', () => {
    same('run', 'x.sh', '#!/bin/sh -e');
    same('run', 'x.py', '#!/usr/bin/env python3.11');
    same('run', 'x.js', '#! /usr/bin/env -S node --no-warnings');
    same('run', 'x.pl', '\ufeff#!/usr/local/bin/perl5.30 -w');
    assert.equal(syntaxOf('run', 'no script'), undefined);
    assert.equal(syntaxOf('run'), undefined);
    assert.equal(syntaxOf('a.unknown', '#!/bin/sh'), undefined);
  });

  it('is told by the first line where two share an ending', () => {
    same('a.m', 'x.matlab', '% octave');
    same('a.m', 'x.mm', '#import <Foundation/Foundation.h>');
    same('a.pl', 'x.prolog', ':- module(a, []).');
  });

  it('may be told by a first line only where the name says nothing', () => {
    for (const path of ['bin/run', '.hook', 'a/b/gradlew2']) assert.ok(mayHaveShebang(path), path);
    for (const path of ['a.ts', 'Makefile', 'LICENSE', 'a/.bashrc', 'a.unknown', ''])
      assert.ok(!mayHaveShebang(path), path);
  });

  it('is unknown for prose', () => {
    for (const path of ['README.md', 'a.txt', 'LICENSE', 'a.rst', 'a.adoc', 'a.png', 'a', '', '.']) {
      assert.equal(syntaxOf(path), undefined, path);
    }
    for (const id of ['markdown', 'plaintext', 'unknown']) assert.equal(syntaxOfLanguageId(id), undefined, id);
  });

  it('is told by the ids of VS Code', () => {
    for (const [id, path] of Object.entries({
      typescriptreact: 'x.tsx',
      shellscript: 'x.sh',
      'objective-c': 'x.mm',
      bat: 'x.cmd',
      vb: 'x.vb',
      jsonc: 'x.json',
      dockercompose: 'x.yml',
    })) {
      assert.equal(syntaxOfLanguageId(id), syntaxOf(path), id);
    }
  });
});

describe('Comment marks alone', () => {
  const words = (text: string, marks: Parameters<typeof approximateSyntax>[0]) =>
    findComments(text, approximateSyntax(marks)).map(({ lines }) =>
      lines.map(({ start, end }) => text.slice(start, end)),
    );

  it('find comments, and no marks in strings that close on their line', () => {
    assert.deepEqual(words('a "-- no" -- it\'s\n--[[ b ]]', { line: '--', block: ['--[[', ']]'] }), [["it's"], ['b']]);
    assert.deepEqual(words("it's # a", { line: '#' }), [['a']]);
    assert.deepEqual(words('a#no # a', { line: '#' }), [['a']]);
    assert.deepEqual(words("' a", { line: "'" }), [['a']]);
    assert.deepEqual(words('remark REM a', { line: 'REM' }), [['a']]);
  });

  it('may be missing', () => assert.deepEqual(words('# no', {}), []));
});
