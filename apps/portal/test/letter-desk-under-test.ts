import type { Permission } from '@karez/contracts-kernel';
import { letterApi, type LetterView, type Receipt, type SendLetter } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { Desk } from './desk-under-test.js';
import type { Caller, PortalUnderTest } from './portal-under-test.js';

/** Makes a body known, as identity tells of it. */
export async function tellOrg({ database }: PortalUnderTest, name: string, id = newId()): Promise<string> {
  await database.query(`insert into org_copy (id, name, kind) values ($1, $2, 'department') on conflict (id) do update set name = $2`, [
    id,
    name,
  ]);
  await database.query(`insert into org_closure values ('line', $1, $1) on conflict do nothing`, [id]);
  return id;
}

/** A site's own body with its opener and approver, and a unit that answers. */
export class LetterDeskUnderTest {
  private constructor(
    readonly portal: PortalUnderTest,
    readonly desk: Desk,
    readonly unitId: string,
    readonly opener: Caller,
    readonly clerk: Caller,
    readonly head: Caller,
  ) {}

  static async open(portal: PortalUnderTest): Promise<LetterDeskUnderTest> {
    const desk = await Desk.open(portal);
    await tellOrg(portal, '试用厅办公室', desk.orgId);
    const unitId = await tellOrg(portal, '试用灌区处');
    const person = (permissions: Permission[], orgId: string) =>
      portal.caller({ permissions: ['portal.letter.read', ...permissions] }, orgId);
    const opener = await person(['portal.letter.approve'], desk.orgId);
    const clerk = await person(['portal.letter.handle'], unitId);
    const head = await person(['portal.letter.handle', 'portal.letter.approve'], unitId);
    return new LetterDeskUnderTest(portal, desk, unitId, opener, clerk, head);
  }

  send(texts: Partial<SendLetter> = {}, options: { commandId?: string; address?: string } = {}): Promise<Receipt> {
    const letter: SendLetter = {
      ...{ site: this.desk.site.code, kind: 'consult', subject: '春灌何时开闸', text: '请问今年塔里木灌区春灌什么时候开闸放水？' },
      ...{ name: '试写信', phone: '13900000000', address: '试用县一号渠', mayPublish: true },
      ...texts,
    };
    return this.portal.call(letterApi.sendLetter, letter, options);
  }

  async sent(texts: Partial<SendLetter> = {}): Promise<{ readonly receipt: Receipt; readonly letterId: string }> {
    const receipt = await this.send(texts);
    const [{ id }] = await this.portal.database.query<[{ id: string }]>('select id from letter where receipt = $1', [receipt.receipt]);
    return { receipt, letterId: id };
  }

  route(letterId: string, more: object = {}): Promise<LetterView> {
    return this.portal.call(letterApi.routeLetter, { letterId, orgId: this.unitId, ...more }, { as: this.opener });
  }
  draft(letterId: string, reply = '您好：今年春灌定于三月十日开闸，请留意渠系公告。', as = this.clerk): Promise<LetterView> {
    return this.portal.call(letterApi.draftReply, { letterId, reply }, { as });
  }
  approve(letterId: string, publish: boolean, as = this.head): Promise<LetterView> {
    return this.portal.call(letterApi.approveReply, { letterId, publish }, { as });
  }

  async answered(publish = true, texts: Partial<SendLetter> = {}): Promise<{ readonly receipt: Receipt; readonly letterId: string }> {
    const { receipt, letterId } = await this.sent(texts);
    await this.route(letterId);
    await this.draft(letterId);
    await this.approve(letterId, publish);
    return { receipt, letterId };
  }
}
