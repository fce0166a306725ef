// Loaded as one when a person asks what is next, works on a task, or names it in a message, and when an agent does: parts of it share nearly all
// they need.
export { invokeTool, prepareTool } from './agentTools.js';
export { CommitProblems } from './commitProblems.js';
export { finishWork, showActiveTask, stopWork } from './endWork.js';
export { insertReference } from './insertReference.js';
export { startWork } from './startWork.js';
export { explain, showNext } from './planAnswers.js';
