import { spoken } from '../../../../src/core/views/spoken.js';
import { checkTable } from '../../../support/values.js';

describe('A value as it is heard', () =>
  checkTable(
    {
      '2–3 days': '2 to 3 days',
      'Week 1–2': 'Week 1 to 2',
      'Q2–Q3': 'Q2 to Q3',
      '~1 quarter': 'about 1 quarter',
      '≥ 98 % · claimed met': 'at least 98 %, claimed met',
      '≤ 80 ms (p50)': 'at most 80 ms (p50)',
      '< 90 min (< 60 at night)': 'less than 90 min (less than 60 at night)',
      '>= 3 or <=4': 'at least 3 or at most 4',
      '= 0': 'exactly 0',
      'one region → two regions': 'one region to two regions',
      // Not between numbers, or not before one: as it is written.
      '2026-09-07': '2026-09-07',
      'a->b, x=3, <tag>': 'a->b, x=3, <tag>',
      'Rotation – runbooks': 'Rotation – runbooks',
    },
    spoken,
  ));
