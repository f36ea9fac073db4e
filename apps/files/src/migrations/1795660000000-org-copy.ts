import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bodies with their names, their days and the basins that they stand under: a basin reaches files too. */
export class OrgCopy1795660000000 implements MigrationInterface {
  name = 'OrgCopy1795660000000';

  async up(db: QueryRunner): Promise<void> {
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table org_copy drop column name, drop column short_name, drop column kind, drop column division_code,
        drop column abolished_on, drop column successor_id, drop column basin_ids`);
  }
}
