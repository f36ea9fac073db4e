import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was signed and what happened is never changed by the service: its role may add and read, nothing else. */
export class AppendOnly1795760000000 implements MigrationInterface {
  name = 'AppendOnly1795760000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(forEveryOther('revoke update, delete, truncate, references, trigger on %I from %I'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(forEveryOther('grant update, delete on %I to %I'));
  }
}

/** For each role but the owner that has rights on the two tables. */
const forEveryOther = (statement: string): string => `
  do $$
    declare held record;
    begin
      for held in
        select distinct table_name, grantee from information_schema.role_table_grants
        where table_schema = current_schema() and table_name in ('statement', 'delivery_event')
          and grantee <> current_user and grantee <> 'PUBLIC'
      loop
        execute format('${statement}', held.table_name, held.grantee);
      end loop;
    end $$;`;
