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
      '1Q26 launch': '1Q26: quarter 1-1 of 2026',
      '3T 2026': '3T 2026: quarter 3-3 of 2026',
      'T3 2025': 'T3 2025: quarter 3-3 of 2025',
      'T1-T2 2026': 'T1-T2 2026: quarter 1-2 of 2026',
      "Q3 '26": "Q3 '26: quarter 3-3 of 2026",
      '3º trimestre de 2026': '3º trimestre de 2026: quarter 3-3 of 2026',
      '2e trimestre 2026': '2e trimestre 2026: quarter 2-2 of 2026',
      '3. Quartal 2026': '3. Quartal 2026: quarter 3-3 of 2026',
      '2 кв. 2025': '2 кв. 2025: quarter 2-2 of 2025',
      'Q4 2026 – Q1 2027': 'Q4 2026 – Q1 2027: quarter 4-1 of 2026 to 2027',
      'Recherche (T4 2026 - T1 2027)': 'T4 2026 - T1 2027: quarter 4-1 of 2026 to 2027',
      '1H26': '1H26: half 1-1 of 2026',
      'H1-H2 2026': 'H1-H2 2026: half 1-2 of 2026',
      'S1 2026': 'S1 2026: half 1-1 of 2026',
      '2. Halbjahr 2026': '2. Halbjahr 2026: half 2-2 of 2026',
      'März 2026': 'März 2026: month 3-3 of 2026',
      'mai–juin 2026': 'mai–juin 2026: month 5-6 of 2026',
      'Lançar em abril de 2026': 'abril de 2026: month 4-4 of 2026',
      'Март 2026': 'Март 2026: month 3-3 of 2026',
      'Dec 2026 - Feb 2027': 'Dec 2026 - Feb 2027: month 12-2 of 2026 to 2027',
      '2026年3月': '2026年3月: month 3-3 of 2026',
      '2026年3-5月': '2026年3-5月: month 3-5 of 2026',
      '2026年第3季度': '2026年第3季度: quarter 3-3 of 2026',
      '2026年上半年': '2026年上半年: half 1-1 of 2026',
      'March: Ports': 'March: month 3-3',
      'Mayo – Junio': 'Mayo – Junio: month 5-6',
      'KW 14': 'KW 14: week 14-14',
      'KW 14-16/2026': 'KW 14-16/2026: week 14-16 of 2026',
      'W14 2026': 'W14 2026: week 14-14 of 2026',
      '2026-W14 – 2026-W16': '2026-W14 – 2026-W16: week 14-16 of 2026',
      'Woche 3': 'Woche 3: week 3-3',
      'Semana 1-2: Buscar': 'Semana 1-2: week 1-2',
      'Неделя 2': 'Неделя 2: week 2-2',
      '第1-2周': '第1-2周: week 1-2',
      '1주차': '1주차: week 1-1',
      'May be late': undefined,
      'March of ports': undefined,
      'Run for 1h 30 min': undefined,
      'KW 99': undefined,
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
      const { unit, from, to, year, length, start, end, toYear } = found;
      return `${text.slice(start, end)}: ${unit} ${from}-${to}${year ? ` of ${year}` : ''}${toYear ? ` to ${toYear}` : ''}${length ? ', a length' : ''}`;
    },
  );

  it('is the first unit that is counted, not any number', () => {
    assert.equal(parseWindow('Top 10 ports'), undefined);
  });

  checkPlaces(['Week ', 'Q', '30', 'Day', '2026', 'to', 'March ', '2026-W'], parseWindow);
});
