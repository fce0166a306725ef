import { checkJson } from '../../src/core/views/checkJson.js';
import { commit } from './links.js';
import { ignored, problemsIn, workspaceOf } from './problems.js';
import type { Said } from './pseudoShown.js';

/** Everything that may be wrong where plan, code and history meet, each in the singular and in the plural. */
const workspaces: readonly Readonly<Record<string, string>>[] = [
  {
    'ROADMAP.md': `# А

- [x] HB-1 Б
- [x] HB-2 В (depends on HB-9, hb3, HB-4)
- [ ] HB-3 Г (depends on HB-4)
- [ ] HB-4 Ґ (depends on HB-3)
- [ ] HB-5 Д (depends on HB-5)
- [ ] HB-6 Е (depends on Однаково)
- ❌ HB-7 Є
- [x] Ж
  - [ ] З
- [x] И
  - [ ] І
  - [ ] Ї
- [ ] Й
  - [x] К
- [ ] Однаково
- [ ] Однаково <!-- roadmap-lens-ignore overdo -->
- [ ] HB-3 Л <!-- roadmap-lens-ignore qqqqqq -->
- [%] М
- âœ… Н

## Done

- [ ] О

## Completed

- [ ] П
- [ ] Р

## Ґ (2026-05-14)

- [ ] С

## 2026-01

- [ ] Т

## У

- [ ] Ф 📅 2026-01-01

## Х

- [ ] Ц 📅 2026-01-01
- [ ] Ч 📅 2026-01-01

## Success Metrics

- ✅ Ш: 1

### Щ

- ✅ Ю: 2
- ✅ Я: 3

## Review

**Next Review:** 2026-01-01
**Last Updated:** 2026-01-01
`,
    'а.ts': `// TODO(HB-1): б
// TODO(HB-2): в
// TODO(HB-2): г
// TODO(HB-7): ґ
// TODO(HB-99): д
// TODO(HB06): е
// TODO(стара): є
`,
    '.roadmap/config.yaml': 'aliases:\n  стара: HB-6\n',
  },
  {
    'ROADMAP.md': '# А\n\n- [ ] HB-1 Зробити це\n- [ ] HB-2 Б\n\n## Success Metrics\n\n- ✅ Ш: 1\n- ✅ Щ: 2\n',
    'roadmap.yaml': `groups:
  - { title: А, tasks: [Я, { title: Ю, dependsOn: [Я] }] }
  - { title: Б, tasks: [Я] }
metrics:
  - { title: Щ, target: < 1 s, claimed: met }
  - { title: Ш, target: < 1 s, claimed: met }
`,
    'docs/ROADMAP.md': '# Б\n\n- [ ] HB-1 В\n- [ ] HB-3 Г\n',
    'б.ts': '// TODO(HB-1): а\n// TODO(зробити-це): б\n// TODO(робити-інше): в\n',
  },
];

/** What is said of all that, with the ways out. */
export function saidOfChecks(): Said {
  const story = {
    kind: 'retitled',
    id: 'HB-2',
    from: 'Робити інше',
    hash: '',
    author: '',
    title: '',
    time: 1,
  } as const;
  const [uri, none] = ['file:///work/ROADMAP.md', { points: [], stories: new Map(), problems: [] }];
  const histories = [{ uri, state: 'ready', changes: [story], versions: 1, unreadable: 0, ...none } as const];
  const found = workspaces.flatMap((files, index) => {
    const options = index === 0 ? { commits: [commit('a', 'Fixes HB-3')] } : { planHistories: histories };
    return checkJson(problemsIn(workspaceOf(files, options), options), (path) => path).problems;
  });
  return {
    shown: [
      ...found.flatMap(({ message, related, fixes }) => [
        message,
        ...related.map((place) => place.message),
        ...fixes.map(({ title }) => title),
      ]),
      ignored('а.ts', '// TODO: а\n//   б\n', 1, 'x'),
    ],
    sources: [
      ...workspaces.flatMap((files) => Object.values(files)),
      'Fixes a000000 docs/problems.md 30 overdue .roadmap/config.yaml metrics',
    ],
    codes: found.map(({ code }) => code),
  };
}
