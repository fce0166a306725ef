import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Group, PlanFacts, Task } from '../../../../../src/core/model/roadmap.js';
import { formatPlannedDate } from '../../../../../src/core/views/words.js';
import { checkRanges, onlyTask, problemsOf, read } from '../../../../support/check.js';

/** The facts of a node in a line: `@ada, due 2026-04-16, #ui`. */
function said({
  owner,
  owners,
  due,
  start,
  labels,
  dependsOn,
  references,
  priority,
  effort,
  window,
}: PlanFacts): string {
  const date = (name: string, value: PlanFacts['due']) =>
    value ? [`${name} ${formatPlannedDate(value) ?? value.text}`] : [];
  return [
    ...(owners ?? (owner ? [owner] : [])).map(({ value }) => `@${value}`),
    ...date('due', due),
    ...date('start', start),
    ...(labels ?? []).map(({ value }) => `#${value}`),
    ...(dependsOn ?? []).map(({ value }) => `after ${value}`),
    ...(references ?? []).map(({ kind, repository, number }) => [kind, repository, number].filter(Boolean).join(' ')),
    ...(priority ? [priority.value] : []),
    ...(effort ? [`${effort.minDays} days`] : []),
    ...(window ? [window.text] : []),
  ].join(', ');
}

/** Checks what a line says beside its title, which is "Search" where none is given. */
function check(forms: Record<string, string>, title = 'Search') {
  for (const [text, expected] of Object.entries(forms)) {
    it(`"${text}" says ${expected || 'nothing'}`, () => {
      const task = onlyTask(`- [ ] ${text}\n`, { idPrefix: 'RL' });
      assert.deepEqual([task.title, said(task)], [title, expected]);
    });
  }
}

describe('Who does a task', () => {
  check(
    {
      'Search @ada': '@ada',
      'Search @ada @ben': '@ada, @ben',
      'Search @ada, @ben': '@ada, @ben',
      'Search (@ada)': '@ada',
      'Search (by @ada and @ben)': '@ada, @ben',
      'Search [@ada](https://github.com/ada)': '@ada',
      'Search — @ada': '@ada',
      'Search - owner: Ada Okafor': '@Ada Okafor',
      'Search (owner: Ada, Ben)': '@Ada, @Ben',
      'Search [owner:: Ada]': '@Ada',
      'Search (assigned to Ada)': '@Ada',
      'Search (Verantwortlich: Ada)': '@Ada',
      'Search (担当: 花子)': '@花子',
      'Search (owner: TBD, due: 2026-04-16)': 'due 2026-04-16',
    },
    'Search',
  );
  for (const title of [
    'Mail ada@example.org',
    'Update @types/node',
    'Read `@Injectable`',
    'Follow @media',
    'Ask @ada',
    'Talk to @ada',
    'Write (Ada)',
    '@ada',
  ]) {
    it(`nobody in "${title}"`, () => {
      const task = onlyTask(`- [ ] ${title}\n`);
      assert.deepEqual([task.title, said(task)], [title.replaceAll('`', ''), '']);
    });
  }

  it('is read from fields in many languages, and nobody from one that is not filled in', () => {
    for (const name of ['Owner', 'Assignee', 'Verantwortlich', 'Responsable', 'Ответственный', '負責人', '담당자']) {
      assert.equal(said(onlyTask(`- [ ] Search\n  ${name}: @ada, Ben Adler\n`)), '@ada, @Ben Adler');
    }
    assert.equal(said(onlyTask('- [ ] Search\n  - Owner: TBD\n')), '');
  });
});

describe('When a task is due', () => {
  check({
    'Search 📅 2026-04-16': 'due 2026-04-16',
    'Search due: 2026-04-16': 'due 2026-04-16',
    'Search due 16 April 2026': 'due 2026-04-16',
    'Search, due April 16, 2026': 'due 2026-04-16',
    'Search (due 16. April 2026)': 'due 2026-04-16',
    'Search (by end of March)': 'due end of March',
    'Search by end of March': 'due end of March',
    'Search by 16 April 2026': 'due 2026-04-16',
    'Search (priority: high, effort: 2 days, owner: Ada, by May 2026)': '@Ada, due 2026-05, high, 2 days',
    'Search (by end of March 2026)': 'due 2026-03',
    'Search (bis Ende März 2026)': 'due 2026-03',
    'Search (avant fin mars 2026)': 'due 2026-03',
    'Search (ETA Q3 2026)': 'due 2026-09',
    'Search (deadline: 2026-W16)': 'due 2026-04-19',
    'Search [due:: 2026-04-16]': 'due 2026-04-16',
    'Search (due:: 2026-04-16)': 'due 2026-04-16',
    'Search @{2026-04-16}': 'due 2026-04-16',
    'Search @due(2026-04-16)': 'due 2026-04-16',
    'Search (starting May 2026, due 1.6.2026)': 'due 2026-06-01, start 2026-05',
    'Search (2026年4月16日まで)': 'due 2026-04-16',
  });
  for (const title of [
    'Search (2026-02-30 due)',
    'Pay what is due',
    'Work done by April',
    'Grow by 2027',
    'Side by side',
    'Search (due when Ada is back)',
    'Stand by (by Ada)',
  ]) {
    it(`nothing in "${title}"`, () => assert.equal(onlyTask(`- [ ] ${title}\n`).title, title));
  }

  it('is read from fields, as text where it is no date', () => {
    const due = (field: string) => said(onlyTask(`- [ ] Search\n  ${field}\n`));
    assert.equal(due('Due: 16 April 2026'), 'due 2026-04-16');
    assert.equal(due('Deadline: end of Q2 2026'), 'due 2026-06');
    assert.equal(due('Target date: 2026-04-16 (tentative)'), 'due 2026-04-16');
    assert.equal(due('Fällig: 16.04.2026'), 'due 2026-04-16');
    assert.equal(due('Due: after the launch'), 'due after the launch');
    assert.equal(due('Start date: 2026-04-01'), 'start 2026-04-01');
    assert.equal(due('Due: TBD'), '');
  });
});

describe('What the Tasks plugin writes behind a title', () => {
  it('leaves it, and is kept as far as there is a place for it', () => {
    const task = onlyTask(
      '- [x] Search ⏫ 🔁 every week when done ➕ 2026-01-01 🛫 2026-02-01 ⏳ 2026-03-01 📅 2026-04-16 ✅ 2026-04-15 #ui ^abc\n',
    );
    assert.deepEqual([task.title, task.status, task.id], ['Search', 'done', 'abc']);
    assert.equal(said(task), 'due 2026-04-16, start 2026-02-01, #ui, high');
  });
  check({
    'Search 🆔 dcf64c ⛔ abcdef,other': 'after abcdef, after other',
    'Search 🔺': 'critical',
    '🔼 Search': 'medium',
    'Search 🔽': 'low',
    'Search 🏁 delete': '',
    'Search ➕ 2026-01-01': '',
  });

  it('says by its dates what is done and what is given up', () => {
    assert.equal(onlyTask('- Search ✅ 2026-04-16\n').status, 'done');
    assert.equal(onlyTask('- Search ❌ 2026-04-16\n').status, 'cancelled');
    assert.deepEqual(problemsOf('- [ ] Search ✅ 2026-04-16\n'), ['status-conflict: ✅ 2026-04-16']);
    assert.deepEqual(problemsOf('- [x] Search ✅ 2026-04-16\n'), []);
  });

  it('is no date where the day does not exist', () => {
    assert.equal(onlyTask('- [ ] Search 📅 2026-02-30\n').title, 'Search 📅 2026-02-30');
  });
});

describe('The labels of a task', () => {
  check({
    'Search #ui': '#ui',
    'Search #ui #team/web': '#ui, #team/web',
    'Search (#ui #web)': '#ui, #web',
    'Search [tags:: ui, web]': '#ui, #web',
    'Search (labels: ui, web)': '#ui, #web',
  });
  for (const title of [
    'Search #1',
    'Support #hashtags',
    'Learn C#',
    'Paint (#fff)',
    'Paint #a1b2c3',
    'Search [P1]',
    'Search [US1]',
    'Search [S]',
  ]) {
    it(`are none in "${title}"`, () => {
      const task = onlyTask(`- [ ] ${title}\n`);
      assert.deepEqual([task.title, task.labels], [title, undefined]);
    });
  }
  it('are read from fields', () => {
    assert.equal(said(onlyTask('- [ ] Search\n  - Labels: `ui`, web\n')), '#ui, #web');
    assert.equal(said(onlyTask('- [ ] Search\n  - Tags: #ui #web\n')), '#ui, #web');
  });
});

describe('What a task depends on', () => {
  check({
    'Search (depends on RL-3)': 'after RL-3',
    'Search (depends on #12, #13)': 'after #12, after #13',
    'Search — depends on the new index': 'after the new index',
    'Search depends on RL-3 and RL-4': 'after RL-3, after RL-4',
    'Search blocked by #12': 'after #12',
    'Search (requires: RL-3)': 'after RL-3',
    'Search (after RL-3)': 'after RL-3',
    'Search after RL-3': 'after RL-3',
    'Search (abhängig von RL-3)': 'after RL-3',
    'Search [dependsOn:: RL-3]': 'after RL-3',
  });
  for (const title of [
    'Search after Q3',
    'Search (after lunch)',
    'It depends on the weather',
    'Search (requires care)',
  ]) {
    it(`is nothing in "${title}"`, () => {
      const task = onlyTask(`- [ ] ${title}\n`);
      assert.deepEqual([task.title, task.dependsOn], [title, undefined]);
    });
  }
  it('blocks it, where it says so by that word', () => {
    assert.equal(onlyTask('- [ ] Search (blocked by #12)\n').status, 'blocked');
    assert.equal(onlyTask('- [ ] Search (depends on #12)\n').status, 'todo');
  });
  it('is read from fields', () => {
    const needed = (field: string) => said(onlyTask(`- [ ] Search\n  - ${field}\n`, { idPrefix: 'RL' }));
    assert.equal(needed('Depends on: RL-3, the index'), 'after RL-3, after the index');
    assert.equal(needed('Blocked by: #12'), 'after #12');
    assert.equal(needed('Abhängigkeiten: RL-3'), 'after RL-3');
    assert.equal(needed('Depends on: RL-3 - the index must be there'), 'after RL-3');
    assert.equal(needed('依赖: 任务 1。应等它完成后再开始'), 'after 任务 1');
    assert.equal(needed('Dependencies: None'), '');
  });
});

describe('The issues a task names', () => {
  check({
    'Search (#12)': '12',
    'Search (see #12, PR #13)': '12, pull 13',
    'Search (a/b#12)': 'a/b 12',
    'Search [#12]': '12',
    'Search ([#12](https://github.com/a/b/issues/12))': 'issue a/b 12',
    'Search ([pull request](https://github.com/a/b/pull/13))': 'pull a/b 13',
    'Search https://gitlab.com/a/b/c/-/merge_requests/14': 'pull a/b/c 14',
    'Search (!14)': 'pull 14',
    'Search (GH-12)': '12',
  });
  it('stay in a title that needs them', () => {
    const names = (title: string) => onlyTask(`- [ ] ${title}\n`);
    for (const title of ['Fix #12', 'Merge a/b#12 into main', 'Close issue #12 first']) {
      assert.deepEqual([names(title).title, names(title).references?.[0]?.number], [title, '12']);
    }
    for (const title of ['Do step #2', 'Paint it #123456a', 'Search at page#12', 'Be first!1']) {
      assert.deepEqual([names(title).title, names(title).references], [title, undefined]);
    }
  });
  it('are read from fields, keys of a tracker too', () => {
    assert.equal(
      said(onlyTask('- [ ] Search\n  - Issue: [#12](https://github.com/a/b/issues/12), #13\n')),
      'issue a/b 12, 13',
    );
    assert.equal(said(onlyTask('- [ ] Search\n  - Ticket: SHOP-12\n')), 'SHOP-12');
    const jira = onlyTask('- [ ] Search\n  - Jira: [the ticket](https://jira.example.org/browse/SHOP-12)\n');
    assert.equal(jira.references?.[0]?.url, 'https://jira.example.org/browse/SHOP-12');
  });
});

describe('The stretch of time of a task', () => {
  check({
    'Search (Q3 2026)': 'Q3 2026',
    'Search — March 2026': 'March 2026',
    'Search (Q3 2026) @ada': '@ada, Q3 2026',
    'Search @ada (Q3 2026)': '@ada, Q3 2026',
    'Search (Week 2)': 'Week 2',
    'Search (2026-04-16)': '2026-04-16',
    'Search (16–30 April 2026)': '16–30 April 2026',
    'Search — 2026-04-16 to 2026-05-02': '2026-04-16 to 2026-05-02',
  });
});

describe('The facts of a group', () => {
  it('leave its title, except the stretch of time', () => {
    const [group] = read('## Search (Q3 2026) @ada #ui\n- [ ] Write\n## Read\n- [ ] x\n').children;
    assert.equal(group?.title, 'Search (Q3 2026)');
    assert.equal(said(group), '@ada, #ui, Q3 2026');
  });
});

describe('The dates of a group', () => {
  const windowOf = (heading: string) => {
    const [group] = read(`## ${heading}\n- [ ] Write\n## Read\n- [ ] x\n`).children;
    const { title, window } = group as Group;
    assert.equal(title, heading);
    return window && `${window.unit} ${window.from}-${window.to} of ${window.year} ${window.basis}: ${window.text}`;
  };
  it('are its window, in days of the year', () => {
    assert.equal(windowOf('Search (2026-04-16)'), 'day 106-106 of 2026 calendar: 2026-04-16');
    assert.equal(windowOf('2026-04-16 – 2026-04-30: Search'), 'day 106-120 of 2026 calendar: 2026-04-16 – 2026-04-30');
    assert.equal(windowOf('Search (16 April - 3 May 2026)'), 'day 106-123 of 2026 calendar: 16 April - 3 May 2026');
    assert.equal(windowOf('2026-03'), 'month 3-3 of 2026 calendar: 2026-03');
    assert.equal(windowOf('Search (2026-04-31)'), undefined);
  });
});

describe('Columns of a table', () => {
  it('hold the facts of the rows', () => {
    const [task] = read(
      '| Task | Owner | Due | Depends on | Labels | Issue | Quarter |\n|---|---|---|---|---|---|---|\n| Search | @ada, Ben | 16 April 2026 | RL-3 | ui | #12 | Q2 2026 |\n',
    ).children as Task[];
    assert.equal(said(task!), '@ada, @Ben, due 2026-04-16, #ui, after RL-3, 12, Q2 2026');
  });
});

describe('Two statuses without a check box', () => {
  it('are a problem where they contradict each other', () => {
    assert.deepEqual(problemsOf('- ✅ Search (in progress)\n'), ['status-conflict: (in progress)']);
    assert.deepEqual(problemsOf('- [x] Search\n  - Status: in progress\n'), ['status-conflict: in progress']);
    assert.deepEqual(problemsOf('- ✅ Search (done)\n- 🚧 Read (in progress)\n- 🚧 Sign — blocked\n'), []);
  });
});

describe('The places of facts', () => {
  const texts: Record<string, string> = {
    owners: '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Search⟧ ⟦o:@ada⟧ ⟦o:@ben⟧\n⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Read⟧ (owner: ⟦o:Ada⟧)\n',
    dates:
      '⟦m:-⟧ ⟦s:[ ]⟧ **⟦t:Search⟧** 🛫 ⟦b:2026-04-01⟧ 📅 ⟦d:2026-04-16⟧\n⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Read⟧ (by ⟦d:end of March⟧)\n',
    'labels and issues': '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Search⟧ ([⟦r:#12⟧](https://github.com/a/b/issues/12)) ⟦l:#ui⟧\n',
    dependencies: '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Search⟧ (depends on ⟦n:RL-3⟧, `⟦n:RL-4⟧`)\n',
    fields:
      '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Search⟧\n  - Owner: ⟦o:@ada⟧ and **⟦o:Ben⟧**\n  - Depends on: ⟦n:RL-3⟧, ⟦n:the index⟧\n  - Due: ⟦d:16 April 2026⟧\n  - Labels: `⟦l:ui⟧`, ⟦l:web⟧\n',
    windows: '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Search⟧ (⟦w:Q3 2026⟧)\n',
  };
  for (const [name, text] of Object.entries(texts)) it(`are exact for ${name}`, () => checkRanges(text));
});

describe('Any title', () => {
  const word = fc.constantFrom(
    'Search',
    'ports',
    'and',
    'read',
    'écrire',
    '検索',
    '(soon)',
    'C#',
    'a@b.c',
    'v1.2',
    '12',
  );
  const notation = fc.constantFrom(
    '@ada',
    '(@ada, @ben)',
    '— owner: Ada',
    '📅 2026-04-16',
    '⏫',
    '🔁 every week',
    '#ui',
    '(#12)',
    '(depends on #12)',
    '(by end of March)',
    '[due:: 2026-04-16]',
    '(Q3 2026)',
    '🛫 2026-04-01',
  );
  it('loses exactly the notation behind it', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(notation, { maxLength: 4 }),
        (words, notes) => {
          const title = words.join(' ');
          // What stands in the middle of a sentence stays there.
          fc.pre(/[\p{L}\d)]$/u.test(title) && !/(?:^|\s)(?:and|\(soon\))$/.test(title));
          const source = [title, ...notes].join(' ');
          const task = onlyTask(`- [ ] ${source}\n`);
          assert.equal(task.title, title);
          assert.equal(source.slice(0, task.titleSpan.end - 6), title);
        },
      ),
      { numRuns: 500 },
    );
  });
});
