/** What a tool answers: for programs, and the same in few words for models that read nothing else. */
export interface Answer<T extends object = object> {
  readonly structured: T;
  readonly text: string;
  /** What would change as a whole, for who shows it to a person; agents may be told a part. */
  readonly diff?: string;
}
