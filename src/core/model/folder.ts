/** A folder that is open, by its URI. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
}
