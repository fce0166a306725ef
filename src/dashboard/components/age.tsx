import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { sayAge } from '../../core/views/ages.js';
import { formatTime, isoTime } from '../format.js';
import { useView } from './view.js';

const Tick = createContext(0);
/** Ages below it are said anew whenever its value is another. */
export const TickProvider = Tick.Provider;

/** How long ago something was, in seconds since 1970. A page without script is read at any time, so it says when it was. */
export function Age({ time }: { readonly time: number }): VNode {
  const { locale, standalone, now } = useView();
  useContext(Tick);
  const said = formatTime(locale, time);
  return (
    <time dateTime={isoTime(time)} title={standalone ? undefined : said}>
      {standalone ? said : sayAge(time, now())}
    </time>
  );
}
