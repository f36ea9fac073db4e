import { ApprovalUnderTest } from './approval-under-test.js';
import { Centre } from './centre.js';

let approval: ApprovalUnderTest;
beforeAll(async () => {
  approval = await ApprovalUnderTest.start();
  await (await Centre.open(approval)).accepted();
}, 60_000);
afterAll(() => approval.stop());

describe.each([
  ['case_event', `text = 'nothing'`],
  ['workflow_event', `kind = 'started'`],
  ['item_version', `digest = 'none'`],
])('%s', (table, change) => {
  it.each([`update ${table} set ${change}`, `delete from ${table}`, `truncate ${table}`])(
    'is not changed by the service: %s is refused by the database',
    async (sql) => {
      const before = await approval.database.query<unknown[]>(`select * from ${table}`);
      expect(before).not.toEqual([]);
      await expect(approval.database.query(sql)).rejects.toMatchObject({ code: '42501' });
      expect(await approval.database.query(`select * from ${table}`)).toEqual(before);
    },
  );
});
