import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TickProvider } from '../dashboard/components/age.js';

/** Milliseconds: ages are said in minutes. */
const minute = 60_000;

/** Says ages anew every minute, as long as the page is there. */
export function Clock({ children }: { readonly children: ComponentChildren }): VNode {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), minute);
    return () => clearInterval(timer);
  }, []);
  return <TickProvider value={tick}>{children}</TickProvider>;
}
