// What draws a dashboard outside of a page. Loaded with the first such export: it is large, and nothing else needs it.
export { renderPage } from '../../dashboard/export/renderPage.js';
export { renderPicture } from '../../dashboard/export/renderPicture.js';
