import type { Feature } from '../feature.js';
import { codeActions } from './codeActions.js';
import { structureEdits } from './structureEdits.js';
import { problems } from './problems.js';
import { statusBar } from './statusBar.js';
import { roadmapCommands } from './roadmapCommands.js';
import { taskCommands } from './taskCommands.js';
import { taskEdits } from './taskEdits.js';
import { tree } from './tree.js';
import { wrongSettings } from './wrongSettings.js';

/** Every feature, in the order in which they start. */
export const features: readonly Feature[] = [
  tree,
  statusBar,
  problems,
  taskCommands,
  taskEdits,
  structureEdits,
  codeActions,
  roadmapCommands,
  wrongSettings,
];
