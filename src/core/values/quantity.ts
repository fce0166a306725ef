import type { Target } from '../model/roadmap.js';

/** `≥ 70 %`, `< 200 ms (p95)`: a target without its name. */
export function formatTarget({ comparison, value: amount, unit, qualifier }: Target): string {
  const sign = comparison === '<=' ? '≤' : comparison === '>=' ? '≥' : comparison;
  const tail = qualifier ? (qualifier.startsWith('of ') ? ` ${qualifier}` : ` (${qualifier})`) : '';
  // As it was written: a target of 99.99999 % is not 100 %.
  return `${sign} ${formatQuantity(amount, unit, 15)}${tail}`;
}

/** `82.4 %`, `7 min`, `3x`, `2/month`, `100K`: a value with its unit. What was computed is shown in six digits. */
export function formatQuantity(value: number, unit: string | undefined, digits = 6): string {
  const amount = formatAmount(value, digits);
  return `${amount}${unit === undefined ? '' : unit === 'x' || unit.startsWith('/') ? unit : ` ${unit}`}`;
}

/**
 * A reading in its target's unit: four digits, or as many as it takes for it to stand on the same side of the target as it
 * does: 84.996 % is not 85 %.
 */
export function formatReading(value: number, { value: goal, unit }: Pick<Target, 'value' | 'unit'>): string {
  const side = (amount: number) => Math.sign(amount - goal);
  const digits = [4, 6, 9].find((count) => side(Number(value.toPrecision(count))) === side(value)) ?? 15;
  return formatQuantity(value, unit, digits);
}

function formatAmount(amount: number, digits: number): string {
  if (amount >= 1e9 && amount % 1e8 === 0) return `${amount / 1e9}B`;
  if (amount >= 1e6 && amount % 1e5 === 0) return `${amount / 1e6}M`;
  if (amount >= 1e4 && amount % 100 === 0) return `${amount / 1e3}K`;
  if (Number.isInteger(amount) || !Number.isFinite(amount)) return String(amount);
  return String(Number(Math.abs(amount) >= 10 ** digits ? amount.toFixed(0) : amount.toPrecision(digits)));
}
