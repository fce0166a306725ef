import assert from 'node:assert/strict';
import { updateOf } from '../../../../src/core/views/dashboard/dashboardUpdate.js';
import { buildDashboard } from '../../../../src/core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../../../../src/core/views/dashboard/dashboard.js';
import { hasOnlyShifted } from '../../../../src/extension/dashboard/shifted.js';
import { roadmap, workspace } from '../../../support/links.js';

const plan =
  '# Plan\n\nPurpose: Ship it\n\n## Now\n\n- [ ] [RM-1] Begin (due 2024-02-01)\n- [ ] [RM-2] Go on\n\n## Risks\n\n- Rain\n';

function dashboard(text: string, today = 19_000): Dashboard {
  const file = roadmap('ROADMAP.md', text);
  return buildDashboard(workspace([file]), file, { today })!;
}

/** What is new when a text becomes another one: nothing, places alone, or more. */
function news(text: string, today?: number): string {
  const before = dashboard(plan);
  const update = updateOf(before, dashboard(text, today));
  return !update ? 'nothing' : hasOnlyShifted(before, update) ? 'shifted' : 'news';
}

describe('What is new of a dashboard', () => {
  it('has only shifted where the same is said on other lines', () => {
    assert.equal(news(plan), 'nothing');
    assert.equal(news(plan.replace('## Now', '\n\n\n## Now')), 'shifted');
  });

  it('is more where anything is said otherwise', () => {
    const others = [
      plan.replace('Begin', 'Start'),
      plan.replace('[ ] [RM-1]', '[x] [RM-1]'),
      plan.replace('- [ ] [RM-2] Go on\n', ''),
      plan.replace('Rain', 'Snow'),
      `${plan}- Hail\n`,
    ];
    for (const text of others) assert.equal(news(text), 'news', text);
    assert.equal(news(plan, 19_001), 'news');
  });
});
