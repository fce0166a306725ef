/**
 * A small workspace with all that hosts can read differently: names with spaces and letters beyond ASCII, line ends,
 * byte order marks, encodings, configuration, a directory named like a roadmap, and files that cannot be read. Every
 * host must give the same answer for it: `test/fixtures/contract.json`.
 */
export const contractFiles: Readonly<Record<string, string | Uint8Array>> = {
  'ROADMAP.md': bytes(
    '\ufeff# Harbour\r\n\r\n**Generated:** 2026-03-02\r\n\r\n## 30-Day Roadmap\r\n\r\n### Week 1-2: Quay\r\n\r\n**Priority:** High\r\n**Effort:** 2-3 days\r\n\r\n' +
      '- [x] HB-1 Build the quay\r\n- [ ] HB-2 Light the quay\r\n  - [ ] Lamps\r\n  - [x] Cables\r\n- [?] HB-3 Paint it\r\n\r\n**Outcomes:**\r\n- 50% fewer accidents\r\n\r\n' +
      '## Success Metrics\r\n\r\n- Response time: < 200ms (p95) ✅\r\n- Zero accidents\r\n\r\n## Risks\r\n\r\n**1. Storm**\r\n- **Mitigation:** Build early\r\n',
  ),
  'docs/Größe & Ziele ROADMAP.md': '# Größe\n\n- [ ] Höher bauen 🚧\n- [x] Breiter bauen\n- [ ] HB-2 Light the quay\n',
  'docs/#1 100% roadmap.md': '# Number one\r\r- [ ] First\r- [x] Second\r',
  '.github/MILESTONES.md': utf16('# Wide\n\n- [x] Tag — alle Töne\n- [ ] Nacht\n'),
  'doc/ROADMAP.md/keep.txt': 'A directory that is named like a roadmap.\n',
  'plans/Ärger/herbst plan.md': '# Herbst\n\n- [x] Laub âœ…\n- [ ] Rechen â†’ Keller\n',
  'plans/broken roadmap.md': Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 1),
  'notes.md': 'Nothing of a plan.\n',
  '.roadmap/config.yaml': [
    'roadmaps:',
    '  - "plans/**/*.md"',
    '  - plans/gone.md',
    '  - plans\\Ärger\\herbst plan.md',
    'idPrefix: HB',
    'aliases:',
    '  quay: HB-1',
    '  lost: HB-99',
    'prefix: HB',
    '',
  ].join('\n'),
};

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16, little endian, with its byte order mark. */
function utf16(text: string): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))];
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}

/** An answer without what depends on the day it is given. */
export function ofAnyDay(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'lateness' ? null : value)) as unknown;
}
