import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Target } from '../../../../src/core/views/dashboard/dashboard.js';
import { placeOf } from '../../../../src/extension/dashboard/targets.js';
import { commit, roadmap, todoFile, workspace } from '../../../support/links.js';

const plan = roadmap('docs/ROADMAP.md', '# Plan\n\n## Now\n\n- [ ] [RM-1] Begin\n  - [ ] Think\n');
const other = {
  ...roadmap('ROADMAP.md', '# Other\n'),
  uri: 'file:///other/ROADMAP.md',
  folder: { uri: 'file:///other', name: 'other' },
};
const snapshot = workspace([plan, other], {
  todos: [todoFile('src/a.ts', 'RM-1')],
  commits: [commit('abc', 'RM-1: begin')],
});

/** Where a target leads to, in short. */
function placed(target: Target): string | undefined {
  const place = placeOf(snapshot, plan, target);
  if (place?.kind === 'commit') return `${place.commit.folder} ${place.commit.hash.slice(0, 3)}`;
  return place && `${place.uri}:${place.position.line}:${place.position.character}`;
}

describe('The targets of a dashboard', () => {
  it('are tasks and groups, where they stand now', () => {
    assert.equal(placed({ kind: 'task', id: 'RM-1' }), 'file:///work/docs/ROADMAP.md:4:13');
    assert.equal(placed({ kind: 'group', id: 'now' }), 'file:///work/docs/ROADMAP.md:2:3');
    assert.equal(placed({ kind: 'group', id: 'RM-1' }), undefined);
    assert.equal(placed({ kind: 'task', id: 'constructor' }), undefined);
  });

  it('are lines of files of the own folder that are known', () => {
    assert.equal(placed({ kind: 'line', path: 'src/a.ts', line: 3 }), 'file:///work/src/a.ts:3:0');
    // One of this name in another folder is another file.
    for (const path of ['ROADMAP.md', 'src/b.ts', '../docs/ROADMAP.md', '/etc/passwd', 'docs\\ROADMAP.md', ''])
      assert.equal(placed({ kind: 'line', path, line: 0 }), undefined, path);
  });

  it('are commits that are known', () => {
    assert.equal(placed({ kind: 'commit', hash: 'abc'.padEnd(40, '0') }), 'file:///work abc');
    assert.equal(placed({ kind: 'commit', hash: 'abcd'.padEnd(40, '0') }), undefined);
    assert.equal(placed({ kind: 'commit', hash: 'abc0000' }), undefined);
  });

  it('never lead out of what is known', () => {
    const known = new Set([plan.uri, other.uri, 'file:///work/src/a.ts']);
    const target: fc.Arbitrary<Target> = fc.oneof(
      fc.record({ kind: fc.constantFrom('task', 'group'), id: fc.string() }),
      fc.record({ kind: fc.constant('line' as const), path: fc.string(), line: fc.nat() }),
      fc.record({ kind: fc.constant('commit' as const), hash: fc.string() }),
    );
    fc.assert(
      fc.property(target, (each) => {
        const place = placeOf(snapshot, plan, each);
        assert.ok(place === undefined || (place.kind === 'file' && known.has(place.uri)));
      }),
    );
  });
});
