/** Where the suites run: see `hosts.ts`. */
export type HostName =
  | 'remote'
  | 'installed'
  | 'web'
  | 'restricted'
  | 'virtual'
  | 'webVirtual'
  | 'folders'
  | 'noFolder'
  | 'unavailable'
  | 'desktop';

/** The user setting that tells the suites which host they are in: environment variables do not reach a browser. */
export const hostSetting = 'roadmapLensTest.host';

/** Hosts with one folder, empty at first, in which everything works. */
export const oneFolder: readonly HostName[] = [
  'remote',
  'installed',
  'web',
  'restricted',
  'virtual',
  'webVirtual',
  'desktop',
];
