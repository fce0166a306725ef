import assert from 'node:assert/strict';
import { planForecast } from '../../../../src/core/views/planForecast.js';
import { fileOf } from '../../../support/check.js';
import { historyOf, today } from '../../../support/measured.js';
import { snapshotOf } from '../../../support/views.js';

describe('The forecast of a roadmap', () => {
  const text = (done: number, title = 'Task') =>
    `## Now\n${Array.from({ length: 12 }, (_, at) => `- [${at < done ? 'x' : ' '}] ${title} ${at}\n`).join('')}`;
  const file = fileOf(text(8));
  const history = historyOf(
    file,
    [9, 8, 7, 6, 5, 4, 3, 2, 1].map((weeks) => [weeks * 7, text(9 - weeks)] as const),
  );
  const forecast = (typed: string, planHistory = history) => {
    const read = { ...fileOf(typed), uri: file.uri };
    return planForecast({ ...snapshotOf([read]), planHistories: [planHistory] }, read, today);
  };

  it('is not made again while one types what does not count', () => {
    const first = forecast(text(8));
    assert.equal(first!.whole.state, 'ready');
    assert.equal(forecast(text(8, 'Another title')), first);
    assert.equal(forecast(text(8), { ...history, stories: new Map() }), first);
  });

  it('is made for what is left, by which history there is, and kept for what is taken back', () => {
    const first = forecast(text(8));
    const other = forecast(text(7));
    assert.notEqual(other, first);
    assert.equal(forecast(text(8)), first);
    assert.notEqual(forecast(text(8), { ...history, points: [...history.points] }), first);
  });
});
