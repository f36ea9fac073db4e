import { Injectable } from '@nestjs/common';
import type { BeginReceiving, Receiving } from '@karez/contracts-files';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { StoredFile } from '../../file/file.entity.js';
import { cleanFileName } from '../file-name.js';
import { IncomingFiles } from '../incoming-files.js';
import { FilesConfig } from '../../config.js';

/** A service takes in a file whose bytes come to it piece by piece, for one of its things; asked again, it goes on with the same file. */
@Injectable()
export class BeginReceivingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly config: FilesConfig,
  ) {}

  /** @throws DomainError `files.upload.too_large`, `files.upload.no_space` */
  async execute({ name, size, thing, thingId }: BeginReceiving, ctx: Ctx): Promise<Receiving> {
    const { maxBytes } = this.config;
    if (size > maxBytes) throw new DomainError('files.upload.too_large', { max: `${Math.floor(maxBytes / 1024 / 1024)} MB` });
    const { file } = await this.unitOfWork.run(
      ctx,
      async (tx) => {
        await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`receiving:${thing}:${thingId}`]);
        const begun = await begunFor(tx, thing, thingId);
        if (begun) {
          tx.touch('file', begun.id);
          return { file: begun };
        }
        if (!(await this.incoming.hasRoomFor(size))) throw new DomainError('files.upload.no_space');
        const made = StoredFile.begin({ id: newId(), name: cleanFileName(name), size, announcedSha256: null }, ctx.actor, ctx.now);
        await this.incoming.create(made.id);
        await tx.save(made);
        await tx.manager.query('insert into attachment (file_id, service, thing, thing_id) values ($1, $2, $3, $4)', [
          ...[made.id, ctx.actor.id, thing, thingId],
        ]);
        return { file: made };
      },
      { keep: false },
    );
    const offset = file.state === 'receiving' ? ((await this.incoming.size(file.id)) ?? 0) : file.size;
    return { fileId: file.id, offset, size: file.size };
  }
}

/** One whose bytes are lost or were not acceptable is no beginning. */
async function begunFor({ manager, ctx }: Tx, thing: string, thingId: string): Promise<StoredFile | null> {
  return manager
    .createQueryBuilder(StoredFile, 'file')
    .innerJoin(
      'attachment',
      'held',
      'held.file_id = file.id and held.service = :service and held.thing = :thing and held.thing_id = :thingId',
    )
    .where(`file.state in ('receiving', 'quarantined', 'clean', 'not_scanned')`)
    .setParameters({ service: ctx.actor.id, thing, thingId })
    .getOne();
}
