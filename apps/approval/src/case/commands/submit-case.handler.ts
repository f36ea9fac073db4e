import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CaseView, SubmitCase } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../../material/case-files.js';
import { CaseMaterials } from '../../material/case-materials.js';
import { ApplicantActs } from '../applicant-acts.js';
import { seen } from '../case-sight.js';
import { ActOnCaseHandler } from './act-on-case.handler.js';

/** 提交: files are looked at before the transaction; one that turns out bad later is the window's to find. */
@Injectable()
export class SubmitCaseHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly files: CaseFiles,
    private readonly materials: CaseMaterials,
    private readonly acts: ApplicantActs,
    private readonly acting: ActOnCaseHandler,
  ) {}

  async execute(request: SubmitCase, ctx: Ctx): Promise<CaseView> {
    const { manager } = this.source;
    const kase = await seen(manager, request.caseId, ctx.actor);
    await this.files.assertClean(await this.materials.files(manager, kase.id), kase.id, ctx.trace);
    await this.files.refresh(manager, kase.id, ctx.trace);
    return this.acting.execute(ctx, (tx) => this.acts.submit(tx, request));
  }
}
