import { Injectable } from '@nestjs/common';
import { CaseDecided, type DecisionFact } from '@karez/contracts-approval';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { chinaDay } from '@karez/kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { PortalConfig } from '../config.js';
import { Arrivals, asText } from './arrivals.js';

/** 行政许可决定公开: what was granted is for everybody to read (《行政许可法》 art. 40); a refusal concerns its applicant alone. */
@Injectable()
export class WhenCaseDecided {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly config: PortalConfig,
  ) {}

  @ReactsTo(CaseDecided)
  async enter({ data }: EventEnvelope<CaseDecided>, tx: Tx): Promise<void> {
    const { caseId, orgId, decision } = data;
    if (!decision.granted) return;
    const arrival = { origin: 'approval', key: `approval/${caseId}`, orgId, column: this.config.registerColumn } as const;
    await this.arrivals.take(tx, { ...arrival, writtenBy: '审批系统自动转入' }, (source) => ({
      ...{ title: `${decision.itemName}准予行政许可（${decision.number}）`.slice(0, 120), source, body: entryOf(decision, source) },
      disclosure: {
        ...{
          theme: 'permits',
          genre: 'decision',
          documentNumber: decision.number.slice(0, 60),
          formedOn: chinaDay(new Date(decision.decidedAt)),
        },
        validity: 'valid',
      },
    }));
  }
}

function entryOf({ number, itemName, itemCode, holderName, subject, decidedAt }: DecisionFact, body: string): string {
  const lines: readonly [string, string][] = [
    ...([['行政相对人', holderName], ['许可事项', `${itemName}（${itemCode}）`], ['许可内容', subject]] as const), // prettier-ignore
    ...([['决定文书号', number], ['决定日期', chinaDay(new Date(decidedAt))], ['许可机关', body], ['审批结果', '准予许可']] as const), // prettier-ignore
  ].map(([name, value]) => [name, value]);
  const rows = lines.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${asText(value)}</td></tr>`);
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}
