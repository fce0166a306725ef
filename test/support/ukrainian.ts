import { dedent } from './check.js';

/**
 * A plan with everything that is shown of one. What is written by a person is Ukrainian; the names that are read are in
 * a case in which the product itself never writes them, so that a word of ours cannot pass for one of the file's.
 */
export const plan = dedent(`
  # Бібліотека

  **gENERATED:** 2026-01-02
  **pURPOSE:** Знати, де ми
  **cURRENT sTATE:** Початок
  **gOAL:** Кінець
  **Мова:** українська

  ## eXECUTIVE sUMMARY

  Усе добре.

  - Майже все

  ## 30-dAY кроки (перші)

  ### wEEK 1: Пошук

  **pRIORITY:** hIGH
  **eFFORT:** 2-3 dAYS
  **oWNER:** Іда

  - [x] Покажчик
  - [/] Порядок (RM-1)
    - oWNER: @Леся
    - dEADLINE: наприкінці
    - sTART dATE: 2026-01-02
    - lABELS: мітка
    - dEPENDS oN: покажчик
    - iSSUE: #12
    - eFFORT: 1 dAY
    - pRIORITY: cRITICAL
  - [ ] Підказки
    - [x] Імена @іда @леся (Q1 2027)
    - [ ] Місця
  - [ ] Дрібниця
    - [ ] Одна

  **oUTCOMES:**
  - Швидше

  ### wEEK 2: Позики

  **pRIORITY:** lOW

  - ⛔ Поновити
  - ❌ Факс
  - Скло

  ## Q1 2027: Потім

  **pRIORITY:** mEDIUM

  **oUTCOMES:**
  - Ще швидше

  ## Зроблене ✅

  - Двері
  - Вікна

  ## sUCCESS mETRICS

  ### Перші

  - ✅ Пошук: < 200ms (p95)
  - ❌ Читачі: > 100
  - 🚧 Задоволення читачів

  ### Другі

  - Відмови: 0

  ## rISKS

  ### Технічні rISKS

  **Забагато роботи**
  - mITIGATION: менше роботи

  ### Людські rISKS

  - Замало людей

  ## dEPENDENCIES

  - Папір

  ## cROSS-cUTTING

  **Якість**
  - Перевірки

  ## rEVIEW

  **fREQUENCY:** Щомісяця
  **lAST uPDATED:** 2026-01-02
  **nEXT rEVIEW:** 2026-02

  **Умови:**
  - Запізнення

  **pROCESS:**
  - Читати

  ## nEXT sTEPS

  - Почати

  ## cONCLUSION

  Буде.
`);

/**
 * Files in which everything is wrong that can be, and a configuration of the same kind. They are called by names whose
 * form as a title is not English either.
 */
export const faults: Readonly<Record<string, string | Uint8Array>> = {
  '/p/ROADMAP.md': dedent(`
    # Хиби
    - [?] Незнане (RM-1)
    - [x] Спірне ⛔ (RM-1)
    - ✅ Двоїсте ⛔
    ${'> '.repeat(150)}глибоко
    - âœ… Скалічене
  `),
  '/p/порожній.md': '',
  '/p/діалект.md': '---\nroadmap-dialect: інший\n---\n- [ ] А\n',
  '/p/без завдань.md': 'âœ… і ðŸ”´\n',
  '/p/двійковий.md': new Uint8Array([0, 1, 2]),
  '/p/зламаний.md': Buffer.concat([Buffer.from('- [ ] Є'), new Uint8Array([0xff])]),
  '/p/зовсім зламаний.md': Buffer.concat([Buffer.from('- [ ] Є'), new Uint8Array([0xff, 0x20, 0xfe])]),
  '/p/.roadmap/config.yaml': dedent(`
    roadmaps: ['*.md', нема.md, перелік.txt, дані.yaml, .roadmap/config.yaml, ../поза.md, 3, "", '*.ніде.md']
    idPrefix: R M
    status: {done: Х, doing: [" "], інше: [і]}
    aliases: {а-9: а-99, а-8: 5, а-7: ""}
    ключ: 1
  `),
  '/p/перелік.txt': 'а\n',
  '/p/дані.yaml': 'а: б\n',
};

/** Configurations that can only be wrong in one way at a time. */
export const wrongConfigs: readonly string[] = [
  'roadmaps: [1\n',
  'а: 1\n---\nб: 2\n',
  '[а, б]\n',
  'roadmaps: а.md\nidPrefix: 1\nstatus: а\naliases: а\n',
  `а: ${'['.repeat(100)}\n`,
  `а: ${'б'.repeat(100_001)}\n`,
  `roadmaps: &а [б, б]\nстатус: &в [${Array(60).fill('*а').join(', ')}]\nstatus: [${Array(60).fill('*в').join(', ')}]\n`,
];

/** Roadmaps in YAML, each wrong in ways that do not hide each other. */
export const wrongRoadmaps: readonly string[] = [
  '',
  '- а\n',
  'title: а\n',
  `title: ${'б'.repeat(2_000_001)}\n`,
  `tasks: ${'['.repeat(100)}\n`,
  dedent(`
    назва: а
    titel: а
    facts: а
    review: а
    summary: { points: [а] }
    conclusion: [а]
    nextSteps:
      - Перше: відпочити
    metrics:
      - title: Швидкість
        target: швидко
    tasks:
      - true
      - ""
      - [а]
      - *а
      - ✅ Готове
      - status: невідомо
      - title: а
        effort: багато
        due: колись
        references: [щось]
        id: два слова
        priority: а
        tasks: а
    groups:
      - title: а
        window: колись
  `),
  `tasks:\n${'- ""\n'.repeat(120)}`,
  'tasks: [а]\ntasks: [б]\n---\nв: г\n',
  'tasks:\n- title: а\n  owner: @а\n- б: в: г\n',
  'tasks: [а]\nmetrics:\n- title: а\n  target: >= 5\n',
  'tasks:\n\t- а\n',
  'tasks: [а]\nбез\nдвокрапки: а\n',
  'tasks: ["а',
  `tasks:\n${'- @а\n'.repeat(60)}`,
];
