import type { Feature } from '../feature.js';
import { activityCommands } from './activityCommands.js';
import { codeActions } from './codeActions.js';
import { codeLenses } from './codeLenses.js';
import { dashboard } from './dashboard.js';
import { fixCommands } from './fixCommands.js';
import { hovers } from './hovers.js';
import { language } from './language.js';
import { structureEdits } from './structureEdits.js';
import { metricCommands } from './metricCommands.js';
import { planCommands } from './planCommands.js';
import { problems } from './problems.js';
import { statusBar } from './statusBar.js';
import { roadmapCommands } from './roadmapCommands.js';
import { taskCommands } from './taskCommands.js';
import { taskEdits } from './taskEdits.js';
import { todoCommands } from './todoCommands.js';
import { todoTree } from './todoTree.js';
import { tree } from './tree.js';
import { commitCheck } from './commitCheck.js';
import { workCommands } from './workCommands.js';
import { agents } from './agents.js';
import { wrongSettings } from './wrongSettings.js';

/** Every feature, in the order in which they start. */
export const features: readonly Feature[] = [
  tree,
  todoTree,
  statusBar,
  dashboard,
  problems,
  taskCommands,
  taskEdits,
  structureEdits,
  codeActions,
  fixCommands,
  codeLenses,
  hovers,
  language,
  todoCommands,
  activityCommands,
  metricCommands,
  planCommands,
  workCommands,
  commitCheck,
  roadmapCommands,
  agents,
  wrongSettings,
];
