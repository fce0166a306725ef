/** What finds TODOs and history: one part to be loaded, when the roadmaps are read. */
export { LanguageMarks } from '../hosts/vscode/languageMarks.js';
export { HistoryIndexer } from '../workspace/historyIndexer.js';
export { TodoIndexer } from '../workspace/todoIndexer.js';
export { todoSettingsOf } from './todoSettings.js';
