import assert from 'node:assert/strict';
import { parseEffort } from '../../../../src/core/values/effort.js';
import { checkPlaces, checkTable } from '../../../support/values.js';

describe('Effort in working days', () => {
  checkTable(
    {
      '2-3 days': '2-3',
      '2–3 days': '2-3',
      '2 to 3 days': '2-3',
      '1-2 weeks': '5-10',
      '~1 month': '21-21',
      '1 quarter': '63-63',
      '1 year': '252-252',
      '4h': '0.5-0.5',
      '3d': '3-3',
      '1.5 days': '1.5-1.5',
      '1,5 days': '1.5-1.5',
      '3+ weeks': '15-15',
      '5 person-days': '5-5',
      '5 person days': '5-5',
      '2 working days': '2-2',
      'half a day': '0.5-0.5',
      '3-2 days': '2-3',
      'M (2 days)': '2-2',
      'part 2 of 3 days': '3-3',
      '2 developers, 3 weeks': '15-15',
      '12-week stretch': '60-60',
      XL: undefined,
      soon: undefined,
      '5 points': undefined,
      '20 minutes': undefined,
      '1,000 hours': undefined,
      '12345 hours': undefined,
      'v2 days': undefined,
      '': undefined,
    },
    (text) => {
      const found = parseEffort(text);
      return found && `${found.minDays}-${found.maxDays}`;
    },
  );

  it('stands where it is written', () => {
    const text = 'M (2-3 days), if all goes well';
    const { start, end } = parseEffort(text)!;
    assert.equal(text.slice(start, end), '2-3 days');
  });

  checkPlaces(['days', 'week', 'h', 'to', 'half a', 'person-'], parseEffort);
});
