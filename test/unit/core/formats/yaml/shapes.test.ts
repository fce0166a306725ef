import assert from 'node:assert/strict';
import { readShape } from '../../../../../src/core/formats/yaml/shapes/readShape.js';
import type { Group, Task } from '../../../../../src/core/model/roadmap.js';
import { outline } from '../../../../support/annotated.js';
import { dedent, checkRanges, problemsOf } from '../../../../support/check.js';

/** Checks what is read of somebody else's shape, and the problems it has. */
function check(text: string, expected: string, problems: readonly string[] = []): void {
  const source = dedent(text);
  assert.equal(outline(readShape(source).value), dedent(expected).trimEnd());
  assert.deepEqual(problemsOf(source, {}, readShape), problems);
}

describe('Somebody else’s roadmap is read by its shape', () => {
  it('where it lists items with a status each', () => {
    check(
      `
        version: 3
        items:
          - id: CR-1
            title: Weigh the crates
            status: shipped
            depends_on: [CR-9]
          - key: CR-2
            summary: Label the crates
            state: IN_PROGRESS
          - slug: stack
            name: Stack them
            done: false
          - title: Ship them
            completed_at: 2026-02-03
          - title: Count them
            progress: 40%
      `,
      `
        [x] Weigh the crates #CR-1
        [/] Label the crates #CR-2
        [ ] Stack them #stack
        [x] Ship them
        [/] Count them
      `,
    );
  });

  it('where features stand below a key of that name, with notes of all sorts', () => {
    check(
      `
        title: Lighthouse
        features:
          - feature_id: lamp-oil
            title: "Burn less oil"
            files_to_touch: [src/lamp.c, README.md]
            acceptance_criteria:
              - Half a barrel a month
            notes: |
              - ask the keeper
              - status: done
          - feature_id: fog-horn
            title: Sound the horn in fog
            status: ✅ COMPLETE (both tones, see #12)
      `,
      `
        section: Features
          ( ) Burn less oil #lamp-oil
          [x] Sound the horn in fog #fog-horn
      `,
    );
  });

  it('where phases hold their items, which inherit what the phase says', () => {
    check(
      `
        phases:
          -
            id: phase-0
            name: Foundations
            status: complete
            goals: [Nothing falls over]
            items:
              - Dig the trench
              -
                title: Pour the concrete
                done: false
          - phase: 2
            deliverables:
              - Raise the walls
              - docs/walls.md
      `,
      `
        phase: Foundations
          (x) Dig the trench
          [ ] Pour the concrete
        phase: Phase 2
          ( ) Raise the walls
      `,
    );
  });

  it('where a phase or milestone without work below it is the work', () => {
    check(
      `
        milestones:
          - title: First light
            date: 2026-05-01
          - name: All lamps lit
            status: blocked
          - name: Night shift
            deliverables:
              - title: Rota
                state: DOING
      `,
      `
        milestone: Milestones
          ( ) First light
          [!] All lamps lit
          milestone: Night shift
            [/] Rota
      `,
    );
  });

  it('but not where tasks elsewhere say that they belong to it', () => {
    check(
      `
        milestones:
          - id: m1
            title: First light
          - id: m2
            title: All lamps lit
        tasks:
          - title: Fill the lamps
            milestone: m1
            status: done
          - title: Trim the wicks
            milestone: All lamps lit
      `,
      `
        [x] Fill the lamps
        ( ) Trim the wicks
      `,
    );
  });

  it('where keys say when: now, next, later, quarters, versions', () => {
    check(
      `
        now:
          - id: sails
            title: Mend the sails
            status: in-progress
        next: [Paint the hull, Oil the winch]
        later:
          - Buy a second boat
        Q3 2026:
          - Sail to the island
        v2.0:
          description: The big one
          tasks:
            - Sail around it
        done:
          - Learn to swim
      `,
      `
        horizon: Now
          [/] Mend the sails #sails
        horizon: Next
          ( ) Paint the hull
          ( ) Oil the winch
        horizon: Later
          ( ) Buy a second boat
        phase: Q3 2026
          ( ) Sail to the island
        version: v2.0
          ( ) Sail around it
        status: Done
          (x) Learn to swim
      `,
    );
  });

  it('where it is a bare list of versions with tasks, of tasks, or of texts with marks', () => {
    check(
      `
        - version: "0.4.0"
          tasks:
            - title: Read maps
              status: Done
        - phase: Drawing
          tasks:
            - title: Draw maps
      `,
      `
        version: 0.4.0
          [x] Read maps
        phase: Drawing
          ( ) Draw maps
      `,
    );
    check(
      '- title: Read maps\n  status: todo\n  subtasks: [Find one, Unfold it]\n',
      '[ ] Read maps\n  ( ) Find one\n  ( ) Unfold it',
    );
    check(
      '- ✅ Read maps\n- "[ ] Draw maps"\n- ~~Sell maps~~\n- Fold maps (done)\n',
      '[x] Read maps\n[ ] Draw maps\n[-] Sell maps\n[x] Fold maps',
    );
  });

  it('where maps name their entries', () => {
    check(
      `
        roadmap:
          phase_1:
            name: Kitchen
            status: done
            tasks: { stove: { title: Clean the stove }, sink: { status: wip } }
          pantry:
            - Sort the jars
            - shelves: planned
        features:
          search: done
          F2: Print the list
          share: {}
      `,
      `
        phase: Kitchen
          (x) Clean the stove #stove
          [/] Sink
        section: Pantry
          ( ) Sort the jars
          [ ] shelves
        section: Features
          [x] Search
          ( ) Print the list
          ( ) Share
      `,
    );
  });

  it('where tracks, categories and areas sort the work, and epics and sprints hold tickets and stories', () => {
    check(
      `
        tracks:
          - name: Water
            items: [Dam the brook]
          - name: An empty one
        categories: [wood, stone]
        epics:
          - epic: Bridge
            stories:
              - story: Cross on foot
                status: done
        sprints:
          - sprint: 1
            tickets: [{ id: TK-1, title: Saw planks }, { id: TK-1, title: Nail planks }]
      `,
      `
        section: Water
          ( ) Dam the brook
        section: Bridge
          [x] Cross on foot
        phase: Sprint 1
          ( ) Saw planks #TK-1
          ( ) Nail planks #TK-1-2
      `,
      ['duplicate-id: TK-1'],
    );
  });

  it('where a key of several words ends with such a name, and begins with a state', () => {
    check(
      `
        completed_features: [Log in]
        upcomingPhases:
          - id: nets
            name: Cast the nets
            depends_on_phases: [boats]
      `,
      `
        section: Completed features
          (x) Log in
        section: Upcoming Phases
          ( ) Cast the nets #nets
      `,
    );
  });

  it('where a key names a part that says when it is, and an id says where its tasks stand', () => {
    check(
      `
        short_term:
          timeframe: next 2 weeks
          tasks: [Mow the lawn]
        sections:
          - id: completed
            label: Fertig
            items: [Cut the hedge]
        areas:
          tests:
            tasks: [Dig a test hole]
          house:
            roof: [Mend the tiles]
            cellar:
        checks:
          - { name: Furnace, status: humming }
      `,
      `
        horizon: Short term
          ( ) Mow the lawn
        status: Fertig
          (x) Cut the hedge
        section: Tests
          ( ) Dig a test hole
        section: House
          section: Roof
            ( ) Mend the tiles
      `,
    );
  });

  it('where states are said in other ways', () => {
    const states = {
      done: ['done_2026-02-03', 'Completed - see #4', '100%', 'x', '[x]', 'deployed'],
      doing: ['mostly done', '60 %', '2/5', 'in_review', 'in progress (Anna)', 'experimental'],
      todo: ['Postponed', 'ready', '0%', 'not started yet', 'idea'],
      cancelled: ['SKIP', 'n/a', 'superseded_by X-2', 'not_applicable'],
    };
    for (const [status, texts] of Object.entries(states)) {
      for (const text of texts) {
        const { value, problems } = readShape(`items: [{ title: Row out, status: "${text}" }]\n`);
        const [task] = value.children as Task[];
        assert.deepEqual([text, task!.status, problems], [text, status, []]);
      }
    }
  });

  it('without what only points to something', () => {
    check(
      `
        tasks:
          - title: Build the pier
            issues: [12, "#13", https://example.org/14]
            deliverables: [docs/pier.md, piles.yaml, Forty piles]
      `,
      `
        ( ) Build the pier
          ( ) Forty piles
      `,
    );
  });

  it('where the plan lies below other keys, with settings beside it', () => {
    check(
      `
        board_config:
          name: Garden
          custom_fields:
            - { name: Size, type: select, options: [S, M] }
          issues:
            - title: Sow beans
              priority: High
              labels: [spring]
          views:
            - { name: By size, type: board }
        automation:
          - { name: Close it, trigger: done, action: close }
      `,
      `
        section: Garden
          section: Issues
            ( ) Sow beans
      `,
    );
  });

  it('in JSON, in which numbers that begin again are no ids', () => {
    check(
      '{"phases":[{"name":"A","tasks":[{"id":1,"title":"Buy rope"}]},{"name":"B","tasks":[{"id":1,"title":"Tie rope","completed":true}]}]}',
      'phase: A\n  ( ) Buy rope\nphase: B\n  [x] Tie rope',
    );
  });

  it('in every document of the file; a list of notes behind the plan is none', () => {
    check(
      `
        now: [Row out]
        ---
        tasks:
          - title: Row back
        ---
        # Notes
        - the oars creak
        - weather: "TODO: look at it"
      `,
      `
        horizon: Now
          ( ) Row out
        ( ) Row back
      `,
    );
  });

  it('with what the model has a place for', () => {
    const source = 'items:\n- title: Row\n  prio: P1\n  estimate: 2-3 days\n  assignee: ["@ida", bo]\n';
    const [task] = readShape(source).value.children as Task[];
    assert.deepEqual(
      [task!.priority?.value, task!.effort?.minDays, task!.effort?.maxDays, task!.owner?.value],
      ['high', 2, 3, 'ida'],
    );
    const [group] = readShape('phases:\n- name: Row\n  timeframe: Q2 2026\n  tasks: [a b]\n').value.children as Group[];
    assert.deepEqual([group!.window?.text, group!.window?.year], ['Q2 2026', 2026]);
    assert.equal(readShape('project: { name: Harbour }\ntasks: [Row out]\n').value.title, 'Harbour');
  });

  it('with its garbled characters as what was meant', () => {
    const { value, problems } = readShape('tasks:\n- title: Dev â†’ Prod\n');
    assert.deepEqual([outline(value), problems.map(({ code }) => code)], ['( ) Dev → Prod', ['mojibake']]);
  });

  it('with one warning for each state that nobody knows', () => {
    check('items:\n- { title: Row, status: zzz }\n- { title: Sail, status: zzz }\n', '[ ] Row\n[ ] Sail', [
      'unknown-mark: zzz',
    ]);
  });
});

describe('A broken file in another shape is read as far as it goes', () => {
  it('where texts hold colons, quotes do not end, and keys stand too far in or out', () => {
    const source = dedent(`
      title: Harbour: the plan
      phases:
        - name: Phase 1: Quay
          status: done
          tasks:
            - title: Mend: the ropes
              status: todo
            - title: "Count the rings
              status: doing
            - Sweep: twice a day
            - id: Q-3
               title: Wash
              notes: >
                - not a task
        - name: Phase 2
          tasks:
          - title: Paint the crane
           - Oil the crane
          Tar the boats
    `);
    const { value, problems } = readShape(source);
    assert.equal(
      outline(value),
      dedent(`
        section: Phases
          phase: Phase 1: Quay
            [ ] Mend: the ropes
            [/] Count the rings
            (x) Sweep: twice a day
            (x) Wash #Q-3
          phase: Phase 2
            ( ) Paint the crane
            ( ) Oil the crane
          ( ) Tar the boats
      `).trimEnd(),
    );
    assert.equal(value.title, 'Harbour: the plan');
    assert.ok(problems.length > 0 && problems.every(({ code, span }) => code === 'roadmap-syntax' && span));
  });

  it('in its broken document alone', () => {
    const { value } = readShape(
      'tasks: &a\n- title: Row\n  status: done\n---\nnext:\n- title: Sail: far\n  status: wip\n',
    );
    assert.equal(outline(value), '[x] Row\nhorizon: Next\n  [/] Sail: far');
  });

  it('where it never was YAML: numbered lines with a box behind each', () => {
    check(
      `
        1. Caulk the seams [x]
        2. Rig the mast    []
            a) stays       [x]
            b) halyard
                - buy rope
        3. Launch it
      `,
      `
        [x] Caulk the seams
        [ ] Rig the mast
          [x] stays
          ( ) halyard
            ( ) buy rope
        ( ) Launch it
      `,
    );
  });

  it('in JSON too', () => {
    assert.equal(
      outline(readShape('{"tasks": [{"title": "Row", "status": "done"}, {"title": "Sail"}').value),
      '[x] Row\n( ) Sail',
    );
  });
});

describe('What only is called a roadmap is none', () => {
  const others: Record<string, string> = {
    'a workflow':
      'name: Roadmap\non: push\njobs:\n  sync:\n    steps:\n      - name: Check out\n        uses: actions/checkout@v4\n',
    'a job without a workflow': 'stages:\n- name: Build it all\n  script: [make]\n',
    'a resource of a cluster':
      'apiVersion: v1\nkind: Roadmap\nspec:\n  items:\n  - name: First thing\n    status: todo\n',
    'a form':
      'name: Roadmap item\nbody:\n- type: textarea\n  id: what\n  attributes: { label: What is it }\nlabels: [roadmap]\n',
    'a schema': 'type: object\nproperties:\n  status: { type: string }\n  items: { type: array, title: All items }\n',
    'a schema below a key':
      'roadmap:\n  type: object\n  properties:\n    tasks: { title: All tasks, status: required }\n',
    'texts of a page':
      '{"title":"Our roadmap","subtitle":"See what comes","items":{"a":"First of all","b":"And then"}}',
    settings: 'repo: a/b\nsync: true\nlabels: [one thing, two things]\ncolors: { done: green, todo: red }\n',
    links: 'title: Roadmap\nlinks:\n- title: Read this first\n  url: https://example.org\n',
    'a registry of databases':
      'project: { name: Harbour }\nprojects:\n- { name: First one, host: a, port: 1, status: planned }\n',
    'settings of a board': 'default_status: To Do\nmilestones: [First one, Second one]\n',
    'Markdown under another name': '# Plan\n\n---\n\n## Why so\n\n- **Short**: it is: short\n- **Long**: it is long\n',
    notes: 'jan 02\nsetup is done\nmore to come\n',
    nothing: '',
    'a comment': '# later\n',
    'a number': '42\n',
  };
  for (const [name, text] of Object.entries(others)) {
    it(name, () => {
      const { value, problems } = readShape(text);
      assert.deepEqual([outline(value), problems.map(({ code }) => code)], ['', ['unknown-shape']]);
    });
  }
});

describe('The ranges of a node in another shape', () => {
  const texts: Record<string, string> = {
    'entries with keys':
      'items:\n  ⟦m:-⟧ id: ⟦i:RM-1⟧\n    title: ⟦t:Write⟧\n    status: ⟦s:done⟧\n    owner: "⟦o:@ida⟧"\n    effort: ⟦e:2-3 days⟧ # or so\n    priority: ⟦p:high⟧\n    deadline: ⟦d:2026-04-16⟧\n    tags: [⟦l:ui⟧, ⟦l:web⟧]\n    depends_on: [⟦n:RM-2⟧]\n    issue: ⟦r:12⟧\n    quarter: Q2 2026\n  ⟦m:-⟧ ⟦t:Read⟧ (due ⟦d:2026-05-01⟧) ⟦o:@jon⟧\n',
    'a dash on a line of its own':
      'phases:\n⟦m:-⟧\n  name: ⟦t:Search⟧\n  items:\n  ⟦m:-⟧\n    title: ⟦t:Write⟧\n    done: ⟦s:true⟧\n',
    'texts with marks':
      'tasks:\n⟦m:-⟧ ⟦s:✅⟧ ⟦t:Write it⟧\n⟦m:-⟧ "⟦s:[x]⟧ ⟦t:Read it⟧"\n⟦m:-⟧ ⟦t:Sign it⟧ ⟦s:(done)⟧\n',
    'named entries': '⟦m:⟦t:now⟧⟧:\n  ⟦m:⟦t:search⟧⟧: { status: ⟦s:done⟧ }\n  ⟦m:⟦i:R-2⟧⟧: { title: ⟦t:Write⟧ }\n',
    JSON: '{"tasks":[\n  ⟦m:⟧{"title":"⟦t:Write⟧","id":"⟦i:w⟧"},\n  "⟦m:⟧⟦t:Read⟧"\n]}\n'.replace(
      '"⟦m:⟧⟦t:R',
      '⟦m:⟧"⟦t:R',
    ),
    'broken lines, with Windows line ends':
      'tasks:\r\n⟦m:-⟧ title: ⟦t:Write: docs⟧\r\n   status: ⟦s:done⟧\r\n⟦m:-⟧ title: "⟦t:Read⟧"\r\n  notes: |\r\n    - a: b: c\r\n⟦m:-⟧ ⟦t:Sign\r\n    them⟧\r\n',
  };
  for (const [name, text] of Object.entries(texts)) it(`are exact for ${name}`, () => checkRanges(text, {}, readShape));
});
