import { Injectable } from '@nestjs/common';
import { attachmentApi, type FileView } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';
import type { EntityManager } from 'typeorm';

export type FileOfCase = Pick<FileView, 'id' | 'name' | 'size' | 'readable' | 'state' | 'uploaderId'>;
const thing = 'case';

/** The files of a case: rows here, bytes and their state in files. */
@Injectable()
export class CaseFiles {
  constructor(private readonly remote: Remote) {}

  /**
   * Takes files for a case, before its transaction. They are the applicant's own: that the platform holds a file already opens it to nobody else.
   * @throws DomainError `approval.case.file_unknown`, or the refusal of files
   */
  async attach(caseId: string, fileIds: readonly string[], ctx: Ctx): Promise<FileOfCase[]> {
    const taken: FileOfCase[] = [];
    for (const fileId of new Set(fileIds)) {
      const request = { fileId, thing, thingId: caseId, uploaderId: ctx.actor.id };
      const file = await this.remote.callAsSystem(attachmentApi.attachFile, request, ctx.trace).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'not_found') throw new DomainError('approval.case.file_unknown', { fileId });
        throw error;
      });
      if (file.uploaderId !== ctx.actor.id) {
        await this.detach(caseId, [fileId], ctx.trace);
        throw new DomainError('approval.case.file_unknown', { fileId });
      }
      if (file.state === 'infected' || file.state === 'refused') throw new DomainError('approval.case.file_refused', { name: file.name });
      taken.push(file);
    }
    return taken;
  }

  /** Lets go of files that no material names; files forgets them after some days. */
  async detach(caseId: string, fileIds: readonly string[], trace: string): Promise<void> {
    for (const fileId of fileIds) await this.remote.callAsSystem(attachmentApi.detachFile, { fileId, thing, thingId: caseId }, trace);
  }

  async states(caseId: string, trace: string): Promise<ReadonlyMap<string, FileView>> {
    const { items } = await this.remote.callAsSystem(attachmentApi.listAttached, { thing, thingId: caseId }, trace);
    return new Map(items.map((file) => [file.id, file]));
  }

  /**
   * Every file that is handed in was received whole and scanned.
   * @throws DomainError `approval.case.file_waiting`, `approval.case.file_refused`
   */
  async assertClean(named: readonly { readonly fileId: string; readonly name: string }[], caseId: string, trace: string): Promise<void> {
    if (!named.length) return;
    const states = await this.states(caseId, trace);
    for (const { fileId, name } of named) {
      const file = states.get(fileId);
      if (file?.state === 'receiving' || file?.state === 'quarantined') throw new DomainError('approval.case.file_waiting', { name });
      if (!file?.readable) throw new DomainError('approval.case.file_refused', { name });
    }
  }

  /** Files that waited for their scan when they were attached: how they stand now. */
  async refresh(manager: EntityManager, caseId: string, trace: string): Promise<void> {
    const [waiting] = await manager.query<unknown[]>('select 1 from case_file where case_id = $1 and not readable limit 1', [caseId]);
    if (!waiting) return;
    const readable = [...(await this.states(caseId, trace)).values()].filter((file) => file.readable).map(({ id }) => id);
    await manager.query('update case_file set readable = true where case_id = $1 and file_id = any($2::uuid[]) and not readable', [
      caseId,
      readable,
    ]);
  }

  link(fileId: string, use: 'download' | 'preview', ctx: Ctx): Promise<{ url: string; expiresAt: string }> {
    const person = ctx.actor.realm === 'staff' ? { personId: ctx.actor.id } : {};
    return this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use, ...person }, ctx.trace);
  }
}
