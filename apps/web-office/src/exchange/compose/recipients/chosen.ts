import { type RecipientPreview, type RecipientRole, recipientRoles, type SendDispatch } from '@karez/contracts-exchange';

/** A body, or a group of the directory, among the recipients. */
export interface ChosenBody {
  /** As the exchange wants it: the body's id, or `group:<id>`. */
  readonly id: string;
  readonly name: string;
  /** Of a group: how many bodies it stands for now. */
  readonly members?: number;
}
export type Chosen = Readonly<Record<RecipientRole, readonly ChosenBody[]>>;

export const nobody: Chosen = { primary: [], cc: [], report: [] };

/** A body has one role: chosen anew, it leaves the former one. */
export const choose = (chosen: Chosen, role: RecipientRole, body: ChosenBody): Chosen => {
  const without = drop(chosen, body.id);
  // who stands in the role already keeps the place
  if (chosen[role].some(({ id }) => id === body.id)) return chosen;
  return { ...without, [role]: [...without[role], body] };
};

export const drop = (chosen: Chosen, id: string): Chosen => each((role) => chosen[role].filter((body) => body.id !== id));

export const roleIn = (chosen: Chosen, id: string): RecipientRole | undefined =>
  recipientRoles.find((role) => chosen[role].some((body) => body.id === id));

/** Bodies behind the choice, groups by their members; who is in two groups is counted twice here and once by the preview. */
export const membersOf = (chosen: Chosen): number =>
  recipientRoles.flatMap((role) => chosen[role]).reduce((sum, { members = 1 }) => sum + members, 0);

/** Empty lists are left out: cc and report are optional. */
export function idsOf(chosen: Chosen): Pick<SendDispatch, 'primary' | 'cc' | 'report'> {
  const ids = (role: RecipientRole) => chosen[role].map(({ id }) => id);
  return {
    primary: ids('primary'),
    ...(chosen.cc.length > 0 && { cc: ids('cc') }),
    ...(chosen.report.length > 0 && { report: ids('report') }),
  };
}

/**
 * Takes one body out, also when it is there by a group: the groups of its role are then written out body by body,
 * as the preview has resolved them.
 */
export function without(chosen: Chosen, previews: readonly RecipientPreview[], orgId: string): Chosen {
  if (roleIn(chosen, orgId)) return drop(chosen, orgId);
  const role = previews.find((preview) => preview.orgId === orgId)?.role;
  if (!role) return chosen;
  const rest = previews.filter((preview) => preview.role === role && preview.orgId !== orgId);
  return { ...chosen, [role]: rest.map(({ orgId: id, name }) => ({ id, name })) };
}

const each = (of: (role: RecipientRole) => readonly ChosenBody[]): Chosen => ({
  primary: of('primary'),
  cc: of('cc'),
  report: of('report'),
});
