import type { Component, ComponentChildren, FunctionComponent, RenderableProps } from 'preact';

/**
 * A component that is drawn again only where one of its properties is another object: updates keep what did not change. Preact's
 * own stands in a layer for React, which would cost more than all else.
 */
export function memo<P extends object>(draw: FunctionComponent<P>): FunctionComponent<P> {
  function Memo(this: Component<P>, props: RenderableProps<P>): ComponentChildren {
    this.shouldComponentUpdate = (next) => differs(this.props, next);
    return draw(props);
  }
  Memo.displayName = draw.name;
  return Memo as FunctionComponent<P>;
}

function differs(before: object, after: object): boolean {
  const names = Object.keys(after) as (keyof typeof after)[];
  return names.length !== Object.keys(before).length || names.some((name) => before[name] !== after[name]);
}
