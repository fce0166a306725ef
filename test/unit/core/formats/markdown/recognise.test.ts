import assert from 'node:assert/strict';
import { recogniseMarkdown } from '../../../../../src/core/formats/markdown/recognise.js';
import { fixture } from '../../../../support/golden.js';

const boxes = '- [ ] a\n- [x] b\n- [ ] c\n';

describe('A text that looks like a roadmap', () => {
  const plans: Record<string, string> = {
    'names its horizons and has check boxes': `# Project plan\n## Now\n${boxes}## Next\n${boxes}`,
    'is titled so and names phases': '# Ledger Roadmap\n## Phase 1\n- a\n## Phase 2\n- b\n',
    'has Windows line ends': `# Project plan\n## Now\n${boxes}## Next\n${boxes}`.replaceAll('\n', '\r\n'),
    'has every element': fixture('ledger.md').replace('Technical Plan', 'Roadmap'),
  };
  for (const [name, text] of Object.entries(plans)) it(name, () => assert.ok(recogniseMarkdown(text) >= 0.6));
});

describe('A text that is something else', () => {
  const others: Record<string, string> = {
    'is empty': '',
    'is a readme': '# Ledger\n## Install\n1. run it\n## Usage\ntext\n',
    'is notes with check boxes': `# Notes\n## Monday\n${boxes}## Tuesday\n${boxes}`,
    'is a change log': '# Changelog\n## 1.2.0\n- a\n## 1.1.0\n- b\n## 1.0.0\n- c\n',
    'is a letter about a roadmap': '# Letter\nThe roadmap says that in week 1 we meet.\n',
  };
  for (const [name, text] of Object.entries(others)) it(name, () => assert.ok(recogniseMarkdown(text) < 0.6));
});
