/** A body as the exchange knows it, from the copy that identity's events keep. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string;
  readonly divisionCode: string | null;
  readonly parentId: string | null;
  /** `YYYY-MM-DD`: the first day on which it is no more. */
  readonly abolishedOn: string | null;
  readonly successorId: string | null;
  /** The node that serves it; null when it is this one. */
  readonly nodeId: string | null;
}

/** Offices inside a body (内设机构) have no box of their own in the exchange: their body has. */
export const exchanges = ({ kind }: Pick<Body, 'kind'>): boolean => kind !== 'office';

/** In the order of the directory: by rank, then by division code, then by name. */
export const ranks = ['ministry', 'department', 'prefecture_bureau', 'county_bureau', 'basin_body', 'subordinate_unit'];
export const directoryOrder = (one: Body, other: Body): number =>
  ranks.indexOf(one.kind) - ranks.indexOf(other.kind) ||
  (one.divisionCode ?? '').localeCompare(other.divisionCode ?? '') ||
  one.name.localeCompare(other.name, 'zh-Hans-CN');
