import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import type { DataSource } from 'typeorm';

/** Bodies of a small invented region. */
export interface Region {
  readonly ministry: string;
  readonly department: string;
  readonly office: string;
  /** Two prefectures with two counties each. */
  readonly prefectures: readonly [string, string];
  readonly counties: readonly [string, string, string, string];
  readonly basin: string;
}

export const someRegion = (): Region => ({
  ...{ ministry: newId(), department: newId(), office: newId(), basin: newId() },
  prefectures: [newId(), newId()],
  counties: [newId(), newId(), newId(), newId()],
});

/** Tells a service of the bodies as identity's events do. */
export async function plant(database: DataSource, region: Region): Promise<void> {
  const { ministry, department, office, basin, prefectures, counties } = region;
  const bodies: readonly (readonly [id: string, name: string, kind: string, parentId: string | null, basinIds?: readonly string[]])[] = [
    [ministry, '水利部', 'ministry', null],
    [department, '试水省水利厅', 'department', ministry],
    [office, '办公室', 'office', department],
    [basin, '清河流域管理局', 'basin_body', department],
    [prefectures[0], '东原地区水利局', 'prefecture_bureau', department, [basin]],
    [prefectures[1], '西泽市水利局', 'prefecture_bureau', department],
    [counties[0], '甲泉县水利局', 'county_bureau', prefectures[0]],
    [counties[1], '乙溪县水利局', 'county_bureau', prefectures[0]],
    [counties[2], '丙渠县水利局', 'county_bureau', prefectures[1]],
    [counties[3], '丁湖县水利局', 'county_bureau', prefectures[1]],
  ];
  await database.transaction(async (manager) => {
    for (const [orgId, name, kind, parentId, basinIds = []] of bodies) {
      const data = { orgId, name, kind, parentId, basinIds, divisionCode: null, abolishedOn: null, shortName: null, successorId: null };
      await new OrgCopy().keep({ data } as Parameters<OrgCopy['keep']>[0], { manager });
    }
  });
}
