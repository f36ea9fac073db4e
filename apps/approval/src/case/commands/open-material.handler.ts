import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MaterialLink, OpenMaterial } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../../material/case-files.js';
import { CaseMaterials } from '../../material/case-materials.js';
import { seen } from '../case-sight.js';

/** A link to a file of a case, for whoever may see the case. Opening is recorded. */
@Injectable()
export class OpenMaterialHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly materials: CaseMaterials,
  ) {}

  async execute({ caseId, fileId, use }: OpenMaterial, ctx: Ctx): Promise<MaterialLink> {
    await seen(this.source.manager, caseId, ctx.actor);
    const files = await this.materials.files(this.source.manager, caseId);
    if (!files.some((file) => file.fileId === fileId)) throw new DomainError('not_found', { id: fileId });
    const link = await this.files.link(fileId, use, ctx);
    return this.unitOfWork.run(
      ctx,
      (tx) => {
        tx.touch('case', caseId);
        return Promise.resolve(link);
      },
      { keep: false },
    );
  }
}
