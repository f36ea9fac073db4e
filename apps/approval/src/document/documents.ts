import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseDocument, type DocumentKind, documentNames } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Numbers } from './numbers.js';

export interface DocumentRequest {
  readonly kind: DocumentKind;
  readonly caseId: string;
  readonly orgId: string;
  readonly applicantId: string;
  readonly caseNumber: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The numbered documents of cases. */
@Injectable()
export class Documents {
  constructor(private readonly numbers: Numbers) {}

  async issue({ manager, ctx }: Tx, { kind, caseId, facts }: DocumentRequest): Promise<CaseDocument> {
    const year = ctx.now.getUTCFullYear();
    const serial = await this.numbers.next(manager, kind, year);
    const verifyCode = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
    const number = `新水${documentNames[kind].slice(0, 4)}〔${year}〕${serial}号`;
    const issued = { id: newId(), kind, title: documentNames[kind], number, issuedAt: ctx.now.toISOString(), ready: false, verifyCode };
    await manager.query(
      'insert into case_document (id, case_id, kind, number, issued_at, verify_code, facts) values ($1, $2, $3, $4, $5, $6, $7)',
      [issued.id, caseId, kind, number, ctx.now, verifyCode, JSON.stringify(facts)],
    );
    return issued;
  }

  async ofCase(manager: EntityManager, caseId: string): Promise<CaseDocument[]> {
    const rows = await manager.query<{ id: string; kind: DocumentKind; number: string; issuedAt: Date; verifyCode: string }[]>(
      'select id, kind, number, issued_at as "issuedAt", verify_code as "verifyCode" from case_document where case_id = $1 order by issued_at, id',
      [caseId],
    );
    return rows.map((row) => ({ ...row, title: documentNames[row.kind], issuedAt: row.issuedAt.toISOString(), ready: false }));
  }
}
