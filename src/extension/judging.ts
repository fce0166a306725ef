/** What judges where the plan stands: metrics, forecasts, problems. One part to be loaded, when the roadmaps are read. */
export { Checking } from './checking.js';
export { Measuring } from './measuring.js';
