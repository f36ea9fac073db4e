/** A request without fields, an answer without content. */
export class Empty {}
