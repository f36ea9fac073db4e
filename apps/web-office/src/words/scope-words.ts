import type { DataScope } from '@karez/contracts-kernel';

/** How far a permission reaches, from the body of the post it is granted to. */
export const scopeWord: Record<DataScope, string> = {
  self: '仅本人',
  unit: '本单位',
  unit_and_below: '本单位及下级',
  listed: '指定单位',
  basin: '指定流域',
  all: '全部单位',
};
export const scopeHelp: Record<DataScope, string> = {
  self: '只能看到和办理自己的事',
  unit: '岗位所在的单位，不含下级',
  unit_and_below: '岗位所在的单位和它的全部下级',
  listed: '逐个指定的单位，不含其下级',
  basin: '指定流域机构所辖的单位',
  all: '全平台的单位，只给省级管理岗位',
};
export const scopeText = (scope: string, orgNames: readonly string[] = []): string =>
  (scopeWord[scope as DataScope] ?? scope) + (orgNames.length > 0 ? `：${orgNames.join('、')}` : '');
