// What a person asks for now and then, loaded as one with the first of it: what is next, work on a task, its name in a message,
// the dashboard and what exports it, the tools of agents. Parts of these share nearly all they need.
export { invokeTool, prepareTool } from './agentTools.js';
export { CommitProblems } from './commitProblems.js';
export { Dashboards } from './dashboard/dashboards.js';
export { finishWork, showActiveTask, stopWork } from './endWork.js';
export { insertReference } from './insertReference.js';
export { startWork } from './startWork.js';
export { explain, showNext } from './planAnswers.js';
