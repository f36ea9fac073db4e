import type { OrgKind, RelationKind } from '@karez/contracts-identity';

export const orgKindWord: Record<OrgKind, string> = {
  ministry: '水利部',
  department: '水利厅',
  prefecture_bureau: '地州市局',
  county_bureau: '县市局',
  basin_body: '流域机构',
  office: '内设处室',
  subordinate_unit: '直属单位',
};
export const relationWord: Record<RelationKind, string> = {
  administrative: '行政隶属',
  guidance: '业务指导',
  basin: '流域',
  internal: '内设',
};
