import { caseApi, type CaseView, type ItemSheet, itemApi, taskApi, type TaskView } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { items } from '../src/seed/items.js';
import type { ApprovalUnderTest, Caller } from './approval-under-test.js';

const offices = ['水资源管理处', '河湖管理处', '规划计划处', '水土保持处', '水旱灾害防御处'] as const;
export type Office = (typeof offices)[number];
export const waterForm = { projectName: '某灌区引水工程', place: '某县', source: 'surface', annual: 3, purpose: '灌溉' };

/** An approval centre with its people: the window, its leader, one reviewer for each office, and an applicant. */
export class Centre {
  readonly reviewers = new Map<string, Caller>();
  readonly bodies = new Map<string, string>();
  window!: Caller;
  leader!: Caller;
  applicant!: Caller;
  readonly windowOrg = newId();

  static async open(approval: ApprovalUnderTest): Promise<Centre> {
    const centre = new Centre(approval);
    await approval.body(centre.windowOrg, '行政审批处');
    for (const office of offices) {
      const id = newId();
      centre.bodies.set(office, id);
      await approval.body(id, office);
      centre.reviewers.set(
        office,
        await approval.caller({ permissions: ['approval.task.work', 'approval.case.read'] }, id, `${office}审查员`),
      );
    }
    centre.window = await approval.caller(
      {
        permissions: [
          ...(['approval.case.read', 'approval.case.accept', 'approval.case.suspend', 'approval.case.deliver'] as const),
          ...(['approval.task.work', 'approval.item.write'] as const),
        ],
      },
      centre.windowOrg,
      '窗口甲',
    );
    centre.leader = await approval.caller(
      {
        permissions: ['approval.case.read', 'approval.case.decide', 'approval.case.extend', 'approval.case.urge', 'approval.task.work'],
        scope: 'unit_and_below',
      },
      centre.windowOrg,
      '处长乙',
    );
    centre.applicant = await approval.applicant();
    await approval.call(itemApi.importItems, { items: items.map((item) => ({ ...item })) }, { as: centre.window });
    return centre;
  }

  private constructor(readonly approval: ApprovalUnderTest) {}

  reviewer(office: Office): Caller {
    return this.reviewers.get(office)!;
  }

  async draft(itemCode = 'XJ-SL-001', values: Record<string, unknown> = waterForm, as = this.applicant): Promise<CaseView> {
    const request = { itemCode, subject: '某灌区引水工程取水', applicantKind: 'person', contactPhone: '13800000000' } as const;
    const { id: caseId } = await this.approval.call(caseApi.draftCase, request, { as });
    return this.approval.call(caseApi.saveForm, { caseId, values }, { as });
  }

  /** A draft with a clean file for each material that is asked for. */
  async filled(itemCode = 'XJ-SL-001', values: Record<string, unknown> = waterForm, as = this.applicant): Promise<CaseView> {
    let kase = await this.draft(itemCode, values, as);
    for (const { code, required } of kase.materials) if (required) kase = await this.attach(kase.id, code, as);
    return kase;
  }

  attach(caseId: string, code: string, as = this.applicant): Promise<CaseView> {
    const fileIds = [this.approval.files.put(as.actor.id, `${code}.pdf`)];
    return this.approval.call(caseApi.putMaterial, { caseId, code, mode: 'files', fileIds }, { as });
  }

  async submitted(itemCode?: string, values?: Record<string, unknown>, as = this.applicant): Promise<CaseView> {
    const { id: caseId } = await this.filled(itemCode, values, as);
    return this.approval.call(caseApi.submitCase, { caseId }, { as });
  }

  async accepted(itemCode?: string, values?: Record<string, unknown>): Promise<CaseView> {
    const { id: caseId } = await this.submitted(itemCode, values);
    return this.approval.call(caseApi.acceptCase, { caseId }, { as: this.window });
  }

  /** Every task is agreed to by whoever it is for, until the procedure has ended. */
  async reviewed(itemCode?: string): Promise<CaseView> {
    const { id: caseId } = await this.accepted(itemCode);
    for (let turn = 0; turn < 20; turn += 1) {
      const [task] = await this.open(caseId);
      if (!task) break;
      await this.approval.call(taskApi.completeTask, { taskId: task.id, opinion: 'agree' }, { as: this.holderOf(task) });
    }
    return this.view(caseId);
  }

  async decided(granted = true, itemCode?: string): Promise<CaseView> {
    const { id: caseId } = await this.reviewed(itemCode);
    return this.approval.call(caseApi.decideCase, { caseId, granted, text: '经审查，符合法定条件。' }, { as: this.leader });
  }

  view(caseId: string, as = this.window): Promise<CaseView> {
    return this.approval.call(caseApi.getCase, { caseId }, { as });
  }

  async open(caseId: string): Promise<TaskView[]> {
    return (await this.view(caseId)).tasks.filter(({ state }) => state === 'pending' || state === 'claimed');
  }

  holderOf({ orgName, name }: TaskView): Caller {
    if (orgName !== '行政审批处') return this.reviewers.get(orgName!)!;
    return /决定|审签|审批|办结/.test(name) ? this.leader : this.window;
  }
}

export const sheetOf = (code: string): ItemSheet => items.find((item) => item.code === code)!;
