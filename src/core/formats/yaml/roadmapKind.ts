import * as l10n from '@vscode/l10n';
import type { YamlKind } from '../../yaml/document.js';

/** What roadmaps in YAML are told apart by. */
export const roadmapKind: YamlKind = {
  syntax: 'roadmap-syntax',
  longest: 2_000_000,
  tooLong: () =>
    l10n.t(
      'This file has more than the 2,000,000 characters that are read of YAML: split the roadmap into several files.',
    ),
};
