/** A sentence for the person: the command ends with it, and nothing has been written. */
export class Refused extends Error {}
