import assert from 'node:assert/strict';
import { parseWindow } from '../../../../src/core/values/window.js';
import { checkPlaces, checkTable } from '../../../support/values.js';

describe('The window a title names', () => {
  checkTable(
    {
      '30-Day Roadmap': '30-Day: day 1-30, a length',
      'The first 90 days': '90 days: day 1-90, a length',
      '1-Year Roadmap (Scaling)': '1-Year: year 1-1, a length',
      'Week 1-2: Search': 'Week 1-2: week 1-2',
      'Weeks 3–4': 'Weeks 3–4: week 3-4',
      'Week 1 to 3': 'Week 1 to 3: week 1-3',
      'Week 1 - Week 3': 'Week 1 - Week 3: week 1-3',
      'Phase 2 (Weeks 3-4)': 'Weeks 3-4: week 3-4',
      'Phase 2 Week 3': 'Week 3: week 3-3',
      'MONTH 2: Tests': 'MONTH 2: month 2-2',
      'Days 1-30': 'Days 1-30: day 1-30',
      'Q1: Regions': 'Q1: quarter 1-1',
      'Q2-Q3: Self-service': 'Q2-Q3: quarter 2-3',
      'Q1 2026': 'Q1 2026: quarter 1-1 of 2026',
      '2026 Q1': '2026 Q1: quarter 1-1 of 2026',
      '2026-Q3/Q4': '2026-Q3/Q4: quarter 3-4 of 2026',
      'H2 2026': 'H2 2026: half 2-2 of 2026',
      '2026-W07': '2026-W07: week 7-7 of 2026',
      'March 2026': 'March 2026: month 3-3 of 2026',
      'Jan-Mar, 2026': 'Jan-Mar, 2026: month 1-3 of 2026',
      'Plans for 2026': '2026: year 1-1 of 2026',
      '(2026) Plans': '2026: year 1-1 of 2026',
      Search: undefined,
      'Q5 goals': undefined,
      'Week 0': undefined,
      'Week 3-1': undefined,
      'Build 2026a': undefined,
      FAQ1: undefined,
      'Weekly report': undefined,
      'Phase 2': undefined,
    },
    (text) => {
      const found = parseWindow(text);
      if (!found) return undefined;
      const { unit, from, to, year, length, start, end } = found;
      return `${text.slice(start, end)}: ${unit} ${from}-${to}${year ? ` of ${year}` : ''}${length ? ', a length' : ''}`;
    },
  );

  it('is the first unit that is counted, not any number', () => {
    assert.equal(parseWindow('Top 10 ports'), undefined);
  });

  checkPlaces(['Week ', 'Q', '30', 'Day', '2026', 'to', 'March ', '2026-W'], parseWindow);
});
