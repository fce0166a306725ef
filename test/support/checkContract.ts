import type { CheckJson } from '../../src/core/views/checkJson.js';

/**
 * A small workspace in which much is wrong. The command line and every host of VS Code must say the same of it, with the same
 * codes and places: `test/fixtures/check.json`.
 */
export const checkFiles: Readonly<Record<string, string>> = {
  'ROADMAP.md': [
    '# Harbour',
    '',
    '**Generated:** 2024-01-15',
    '',
    '## 30-Day Roadmap',
    '',
    '- [x] HB-1 Build the quay',
    '- [ ] HB-2 Light the quay (depends on HB-9)',
    '- [x] HB-3 Paint it (depends on HB-2)',
    '- [ ] HB-4 Sweep it',
    '  - [x] Buy a broom',
    '- [ ] HB-4 Guard it <!-- roadmap-lens-ignore duplicate-id -->',
    '- [%] HB-5 Rent it out',
    '',
    '## Done',
    '',
    '- [ ] HB-6 Open it âœ…',
    '',
    '## Success Metrics',
    '',
    '- ✅ Ships a day: 20+',
    '',
    '## Review',
    '',
    '**Next Review:** 2024-02-XX',
    '',
  ].join('\r\n'),
  'roadmap.yaml':
    'title: Cranes\ntasks:\n  - { title: Buy a crane, id: CR-1, dependsOn: [CR-2] }\n  - { title: Oil it, id: CR-2, dependsOn: [CR-1] }\n',
  'src/quay.ts':
    '// TODO(HB-1): still here\n// TODO(HB-99): nowhere\n/* FIXME(old-light): by alias */\n// TODO: nobody knows\n',
  'src/lamps.py':
    '# roadmap-lens-ignore-next-line unknown-task\n# TODO(HB-98): silenced\n# TODO(light-the-quay): by title\n',
  '.roadmap/config.yaml': 'aliases:\n  old-light: HB-2\n  lost: HB-77\nproblems:\n  unknown-task: error\n',
};

/** What was found in files, without what depends on the day. */
export function foundInFiles({ problems }: CheckJson): unknown {
  return problems
    .filter(({ path }) => path !== null)
    .map((problem) => ({ ...problem, message: problem.message.replace(/\d+ days ago/, 'some days ago') }));
}
