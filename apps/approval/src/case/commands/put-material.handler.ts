import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CaseView, PutMaterial } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../../material/case-files.js';
import { CaseMaterials } from '../../material/case-materials.js';
import { ApplicantActs } from '../applicant-acts.js';
import { seen } from '../case-sight.js';
import { ActOnCaseHandler } from './act-on-case.handler.js';

/** What stands for one material. Files are taken before the transaction, and those that are named no more let go after it. */
@Injectable()
export class PutMaterialHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly files: CaseFiles,
    private readonly materials: CaseMaterials,
    private readonly acts: ApplicantActs,
    private readonly acting: ActOnCaseHandler,
  ) {}

  async execute(request: PutMaterial, ctx: Ctx): Promise<CaseView> {
    const { caseId } = request;
    (await seen(this.source.manager, caseId, ctx.actor)).assert('attach');
    const taken = await this.files.attach(caseId, request.fileIds, ctx);
    const view = await this.acting
      .execute(ctx, (tx) => this.acts.putMaterial(tx, request, taken))
      .catch(async (error: unknown) => {
        if (error instanceof DomainError) await this.#letGo(caseId, request.fileIds, ctx);
        throw error;
      });
    const held = [...(await this.files.states(caseId, ctx.trace)).keys()];
    await this.#letGo(caseId, held, ctx);
    return view;
  }

  /** Of these, the files that no material of the case names. */
  async #letGo(caseId: string, fileIds: readonly string[], ctx: Ctx): Promise<void> {
    const named = new Set((await this.materials.files(this.source.manager, caseId)).map(({ fileId }) => fileId));
    await this.files.detach(caseId, fileIds.filter((id) => !named.has(id)), ctx.trace); // prettier-ignore
  }
}
