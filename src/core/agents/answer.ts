/** What a tool answers: for programs, and the same in few words for models that read nothing else. */
export interface Answer<T extends object = object> {
  readonly structured: T;
  readonly text: string;
}
