/** What the server said of one field: `errors[]` of a problem-details answer. */
export interface FieldProblem {
  /** Name of the field, `address.street` for nested ones. */
  readonly field: string;
  /** In the office's words. */
  readonly detail: string;
}

/** Sorts a refusal into what belongs beside a field of this form and what belongs above its button. */
export function sortProblems(
  problems: readonly FieldProblem[],
  fields: readonly string[],
): { beside: Map<string, string>; above: string[] } {
  const beside = new Map<string, string>();
  const above: string[] = [];
  for (const { field, detail } of problems) {
    if (!fields.includes(field)) above.push(detail);
    else beside.set(field, beside.has(field) ? `${beside.get(field)}；${detail}` : detail);
  }
  return { beside, above };
}
