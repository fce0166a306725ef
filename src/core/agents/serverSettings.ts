/** The environment variable that tells a server what is set in the editor which starts it, as JSON. */
export const settingsVariable = 'ROADMAP_LENS_SETTINGS';

/** What a person has set of what a server reads; absent where nothing is. */
export interface ServerSettings {
  /** Paths or globs of roadmaps. */
  readonly files?: readonly string[];
  /** What a TODO begins with. */
  readonly tags?: readonly string[];
  /** Globs of what is not looked at for TODOs. */
  readonly exclude?: readonly string[];
  /** Whether TODOs count in Markdown and plain text, too. */
  readonly inText?: boolean;
  /** How branches are named. */
  readonly branch?: string;
  /** Programs that the person has chosen on this machine, never a repository. */
  readonly git?: string;
  readonly ripgrep?: string;
}
