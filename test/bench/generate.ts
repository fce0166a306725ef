/** Roadmaps of any size with the traits of real ones: horizons, phases, fields, nested tasks, markup, some mojibake. */

/** A small seeded generator (mulberry32), so that every run measures the same text. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const verbs = ['Add', 'Improve', 'Remove', 'Document', 'Measure', 'Rewrite', 'Test', 'Cache'];
const things = [
  'search index',
  'loan reminders',
  '`import` job',
  '**shelf** labels',
  'member cards',
  '[audit log](https://example.org/a)',
  'backup jobs',
];

/** A roadmap of about `size` characters. */
export function generateRoadmap(size: number, seed = 1): string {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const title = () => `${pick(verbs)} ${pick(things)} ${Math.floor(random() * 10_000)}`;
  const parts = ['# Generated Roadmap\n\n**Generated:** 2026-01-05  \n**Purpose:** To be measured\n\n---\n'];
  let length = 0;
  for (let horizon = 1; length < size; horizon++) {
    parts.push(`\n## ${horizon * 30}-Day Roadmap (Stage ${horizon})\n`);
    for (let phase = 1; phase <= 6 && length < size; phase++) {
      const lines = [
        `\n### Week ${phase}-${phase + 1}: ${title()}\n`,
        `**Priority:** ${pick(['ðŸ”´ High', '🟡 Medium', '🟢 Low'])}  `,
        `**Effort:** ${1 + phase}-${3 + phase} days\n`,
        '**Tasks:**',
      ];
      const boxes = random() < 0.5;
      for (let task = 1; task <= 8; task++) {
        const done = random() < 0.3;
        lines.push(boxes ? `- [${done ? 'x' : ' '}] ${title()}` : `${task}. ${done ? '✅ ' : ''}${title()}`);
        if (random() < 0.4)
          for (let sub = 0; sub < 3; sub++) lines.push(boxes ? `  - [ ] ${title()}` : `   - ${title()}`);
      }
      lines.push('\n**Outcomes:**', `- ${title()}`, `- 50%+ reduction in ${pick(things)}`, '\n---');
      const text = `${lines.join('\n')}\n`;
      parts.push(text);
      length += text.length;
    }
  }
  return parts.join('');
}
