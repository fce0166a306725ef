import assert from 'node:assert/strict';
import { buildDashboard, type DashboardOptions } from '../../../../src/core/views/dashboard/buildDashboard.js';
import { SideBarView } from '../../../../src/dashboard/components/sideBarView.js';
import { SharedDashboards } from '../../../../src/extension/dashboard/shared.js';
import { slimDashboard } from '../../../../src/extension/dashboard/slim.js';
import { drawn } from '../../../support/drawnDashboard.js';
import { fullDashboard } from '../../../support/fullDashboard.js';
import { roadmap, workspace } from '../../../support/links.js';

const first = roadmap('ROADMAP.md', '# First\n\n- [ ] Begin\n');
const second = roadmap('docs/ROADMAP.md', '# Second\n\n- [ ] Go on\n');

describe('Dashboards that several pages show', () => {
  it('are made once of what is known, and anew of anything else', () => {
    let snapshot = workspace([first, second]);
    let options: DashboardOptions = { today: 0 };
    let made = 0;
    const shared = new SharedDashboards(
      () => snapshot,
      () => options,
      (...args) => {
        made++;
        return buildDashboard(...args);
      },
    );
    const both = [shared.of(first), shared.of(second)];
    assert.deepEqual(
      both.map((dashboard) => dashboard?.header.title),
      ['First', 'Second'],
    );
    assert.deepEqual([shared.of(first) === both[0], shared.slim(first) === shared.slim(first), made], [true, true, 2]);
    options = { today: 1 };
    assert.equal(shared.of(first)?.today, 1);
    options = { today: 1, problems: [] };
    assert.equal(shared.slim(first)?.problems.state, 'ready');
    snapshot = workspace([first]);
    shared.of(first);
    assert.equal(made, 5);
  });

  it('are none of a roadmap that cannot be read', () => {
    const file = { ...first, roadmap: undefined as never };
    const shared = new SharedDashboards(
      () => workspace([file]),
      () => ({ today: 0 }),
    );
    assert.deepEqual([shared.of(file), shared.slim(file)], [undefined, undefined]);
  });
});

describe('The slim dashboard of the side bar', () => {
  it('is drawn as the whole one would be, and holds little else', () => {
    const whole = fullDashboard;
    const slim = slimDashboard(whole);
    assert.equal(drawn(<SideBarView dashboard={slim} />), drawn(<SideBarView dashboard={whole} />));
    assert.ok(JSON.stringify(slim).length * 2 < JSON.stringify(whole).length);
  });
});
