import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import * as z from 'zod/mini';
import { ViewProvider, type View } from '../dashboard/components/view.js';
import type { PanelStart } from '../dashboard/messages.js';
import { App } from './app.js';
import { Clock } from './clock.js';
import { keepFocus } from './keepFocus.js';
import { PanelModel, type PanelState } from './panelModel.js';
import { keepScroll } from './keepScroll.js';
import type { VsCodeApi } from './vscodeApi.js';

declare function acquireVsCodeApi(): VsCodeApi;

// The page's security policy forbids `eval`, which zod would try first.
z.config({ jitless: true });

const root = document.getElementById('dashboard');
const start = readStart();
if (start.texts) l10n.config({ contents: { ...start.texts } });
document.documentElement.lang = start.locale;
document.body.classList.add(`layout-${start.layout}`);

if (root) {
  const model = new PanelModel(acquireVsCodeApi(), draw);
  const view: View = {
    locale: start.locale,
    standalone: false,
    now: () => Date.now() / 1000,
    dispatch: (message) => model.send(message),
    kept: () => model.memory,
    keep: (change) => model.keep(change),
  };
  const scroll = keepScroll(model);
  function draw(state: PanelState): void {
    render(
      <ViewProvider value={view}>
        <Clock>
          <App model={model} state={state} layout={start.layout} />
        </Clock>
      </ViewProvider>,
      root!,
    );
    if (state.dashboard) scroll.restore(state.dashboard.uri);
  }
  draw(model.state);
  keepFocus(root);
  window.addEventListener('message', ({ data }) => model.receive(data));
  model.ask();
}

/** What the extension has written into the page. Without it the page is a panel in English. */
function readStart(): PanelStart {
  try {
    return JSON.parse(document.getElementById('start')?.textContent ?? '') as PanelStart;
  } catch {
    return { layout: 'panel', locale: 'en' };
  }
}
