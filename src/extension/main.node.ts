/** The extension in desktop and remote hosts. */
export { activate } from './activate.js';
