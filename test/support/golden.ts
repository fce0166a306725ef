import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fixtures stand in the project, which is where the tests are started. */
const fixtures = join(process.cwd(), 'test', 'fixtures', 'roadmaps');

export function fixture(name: string): string {
  return readFileSync(join(fixtures, name), 'utf8');
}

/** Compares with the golden file of a name; `UPDATE_GOLDEN=1` writes it anew, for a person to look at the difference. */
export function checkGolden(name: string, actual: string): void {
  const path = join(fixtures, name);
  if (process.env['UPDATE_GOLDEN'] || !existsSync(path)) {
    assert.ok(process.env['UPDATE_GOLDEN'], `${name} is missing: write it with UPDATE_GOLDEN=1`);
    writeFileSync(path, actual);
  }
  assert.equal(actual, readFileSync(path, 'utf8'));
}
