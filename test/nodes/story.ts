import { randomUUID } from 'node:crypto';
import type { NodeClient } from './node-client.ts';
import type { TwoNodes } from './two-nodes.ts';

export interface People {
  /** The department's clerk on the province's node. */
  readonly department: string;
  /** 策勒县's clerk on the node of 和田地区. */
  readonly county: string;
  readonly departmentId: string;
  readonly countyId: string;
}

export async function peopleOf({ province, hetian }: TwoNodes): Promise<People> {
  const [department, county] = [await province.signIn('office.clerk'), await hetian.signIn('cele.clerk')];
  const departmentId = await hetian.bodyCalled(county, '新疆维吾尔自治区水利厅');
  return { department, county, departmentId, countyId: await province.bodyCalled(department, '策勒县水利局') };
}

/** One side of a way that a document goes. */
export interface Side {
  readonly node: NodeClient;
  readonly token: string;
}

/** Sends with a file, waits for custody, signs for it there, and waits until the sender knows. @returns the delivery's id */
export async function sentAndSigned(from: Side, to: Side, recipientId: string, content: Buffer): Promise<string> {
  const fileId = await from.node.uploaded(from.token, '方案.pdf', content);
  const id = await from.node.sent(from.token, recipientId, '关于商请支持冬季输水调度的函', [fileId]);
  await from.node.reaches(from.token, id, 'delivered');
  await to.node.done('POST', `/exchange/deliveries/${id}/sign`, to.token, {});
  await from.node.reaches(from.token, id, 'signed_for');
  return id;
}

/** One empty page, with the cross-reference table that a reader looks for; never the same twice. */
export function somePdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = `%PDF-1.4\n% ${randomUUID()}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
