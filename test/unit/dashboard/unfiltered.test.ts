import assert from 'node:assert/strict';
import { noFilter } from '../../../src/core/views/dashboard/filterDashboard.js';
import { sayUnfiltered } from '../../../src/dashboard/components/unfiltered.js';
import { everything } from '../../support/everything.js';

describe('Beside a filter', () => {
  const { dashboard } = everything();

  it('is said what it does not apply to, of what is shown', () => {
    assert.equal(sayUnfiltered(dashboard, noFilter), '');
    assert.match(sayUnfiltered(dashboard, { ...noFilter, statuses: ['done'] }), /^Not filtered: Metrics, .*Risks/);
    const { review: _, ...withoutReview } = dashboard;
    assert.match(sayUnfiltered(dashboard, { ...noFilter, text: 'pier' }), /Review/);
    assert.doesNotMatch(sayUnfiltered({ ...withoutReview, risks: [] }, { ...noFilter, text: 'pier' }), /Review|Risks/);
  });
});
