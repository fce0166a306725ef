import assert from 'node:assert/strict';
import { dayFormat } from '../../../../src/extension/dashboard/dayFormat.js';
import { untilTomorrow } from '../../../../src/extension/today.js';

describe('Days of a dashboard', () => {
  it('are said in the language of VS Code', () => {
    assert.equal(dayFormat('en')(19_782), 'Feb 29, 2024');
    assert.equal(dayFormat('de')(19_782), '29.02.2024');
  });

  it('are those of ISO 8601 in what is no language, and beyond all calendars', () => {
    for (const language of ['', 'en_US', 'qps-ploc-', 'x y']) assert.equal(dayFormat(language)(19_782), '2024-02-29');
    const days = [Number.MAX_SAFE_INTEGER, -1e9, Number.NaN].map((day) => dayFormat('en')(day));
    assert.deepEqual(days, ['9999-12-31', '0000-01-01', '1970-01-01']);
  });

  it('end at midnight, also where clocks are changed', () => {
    assert.equal(untilTomorrow(new Date(2024, 1, 29, 23, 59, 59, 999)), 1);
    assert.equal(new Date(Date.now() + untilTomorrow()).getHours(), 0);
    for (const month of [2, 9]) {
      const last = new Date(2024, month, 31, 0, 0, 0);
      assert.equal(new Date(last.getTime() + untilTomorrow(last)).getDate(), 1);
    }
  });
});
