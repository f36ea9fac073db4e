import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FileView } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { DocumentFiles } from './document-files.js';
import { LayoutReader } from './layout-reader.js';
import type { HeldFile } from './sealed-document.js';

const layoutTypes = ['application/pdf', 'application/ofd'];

/** Looks at every file of a document before it is sealed: received whole, scanned, and its seals sound. */
@Injectable()
export class FilesForSealing {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly files: DocumentFiles,
    private readonly layouts: LayoutReader,
  ) {}

  /** @throws DomainError `exchange.document.file_…`, `exchange.document.layout_type`, `exchange.document.seal_broken`, `exchange.layout.…` */
  async of(documentId: string, ctx: Ctx): Promise<HeldFile[]> {
    const named = await this.files.read(this.source.manager, documentId);
    const states = named.length ? await this.files.states(documentId, ctx.trace) : new Map<string, FileView>();
    const held: HeldFile[] = [];
    for (const { fileId, role, ordinal } of named) {
      const file = assertUsable(states.get(fileId), fileId);
      const isLayoutType = layoutTypes.includes(file.mediaType);
      if (role === 'layout' && !isLayoutType) throw new DomainError('exchange.document.layout_type', { name: file.name });
      const layout = isLayoutType ? await this.layouts.read(fileId, file.mediaType, ctx.trace) : undefined;
      if (role === 'layout' && layout?.signatures.some(({ verdict }) => verdict === 'invalid'))
        throw new DomainError('exchange.document.seal_broken', { name: file.name });
      const { name, size, mediaType, sm3, checkedAt } = file;
      held.push({ ...{ fileId, role, ordinal, name, size, mediaType, sm3 }, ...(checkedAt && { checkedAt }), ...(layout && { layout }) });
    }
    return held;
  }

  /** Somebody may have changed the draft while its files were looked at. @throws DomainError `state.version_changed` */
  async assertUnchanged(manager: EntityManager, documentId: string, files: readonly HeldFile[]): Promise<void> {
    const now = await this.files.read(manager, documentId);
    const same =
      now.length === files.length && now.every(({ fileId, role }, index) => files[index]?.fileId === fileId && files[index].role === role);
    if (!same) throw new DomainError('state.version_changed');
  }
}

type Usable = FileView & Required<Pick<FileView, 'mediaType' | 'sm3'>>;
function assertUsable(file: FileView | undefined, fileId: string): Usable {
  if (!file) throw new DomainError('exchange.document.file_unknown', { fileId });
  if (file.state === 'quarantined' || file.state === 'receiving')
    throw new DomainError('exchange.document.file_waiting', { name: file.name });
  if (!file.readable || !file.mediaType || !file.sm3) throw new DomainError('exchange.document.file_refused', { name: file.name });
  return { ...file, mediaType: file.mediaType, sm3: file.sm3 };
}
