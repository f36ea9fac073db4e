import type { OrgKind, RelationKind } from '@karez/contracts-identity';
import { DomainError } from '@karez/kernel';
import { isCreditCode } from './credit-code.js';
import { isDivisionCode } from './divisions.js';

/** What a body says of itself. */
export interface OrgFacts {
  readonly name: string;
  readonly kind: OrgKind;
  readonly shortName?: string | null;
  readonly nameEn?: string | null;
  readonly divisionCode?: string | null;
  readonly creditCode?: string | null;
}

/** @throws DomainError `identity.org.credit_code_invalid`, `identity.org.division_unknown` */
export function assertOrgFacts({ creditCode, divisionCode }: OrgFacts): void {
  if (creditCode && !isCreditCode(creditCode)) throw new DomainError('identity.org.credit_code_invalid');
  if (divisionCode && !isDivisionCode(divisionCode)) throw new DomainError('identity.org.division_unknown', { code: divisionCode });
}

/** 处室 and 直属单位 are units inside a body; everything else stands under it. */
export const lineKindOf = (kind: OrgKind): RelationKind =>
  kind === 'office' || kind === 'subordinate_unit' ? 'internal' : 'administrative';

/** Both make up the line in which one body stands above another. */
export const lineKinds: readonly RelationKind[] = ['administrative', 'internal'];
