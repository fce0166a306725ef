import assert from 'node:assert/strict';
import { formatDate, parseDate } from '../../../../src/core/values/date.js';
import { checkPlaces, checkTable } from '../../../support/values.js';

describe('A date, as far as it is known', () => {
  checkTable(
    {
      '2024-01-15': '2024-01-15',
      '2024/01/15': '2024-01-15',
      '2024-01-15T10:00:00Z': '2024-01-15',
      '2024-01-XX': '2024-01',
      '2024-XX-XX': '2024',
      '2024-??': '2024',
      '2024-01': '2024-01',
      '2024': '2024',
      '2024-13-40': '2024',
      '2024-02-77': '2024-02',
      'January 2024': '2024-01',
      'Jan 15, 2024': '2024-01-15',
      'September 3rd, 2026': '2026-09-03',
      '3 March 2026': '2026-03-03',
      'Sept. 2026': '2026-09',
      'since 2024-05-06, revised': '2024-05-06',
      Monthly: undefined,
      'Marketing 2024 plan': '2024',
      '12345': undefined,
      '1/2/24': undefined,
      '': undefined,
    },
    (text) => {
      const found = parseDate(text);
      return found && formatDate(found);
    },
  );

  it('stands where it is written', () => {
    const text = 'Updated: 2024-01-XX (draft)';
    const { start, end } = parseDate(text)!;
    assert.equal(text.slice(start, end), '2024-01-XX');
  });

  checkPlaces(['2024', '-01', '-XX', 'March ', '/', '3rd', 'T'], parseDate);
});
