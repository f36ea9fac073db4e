import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { chinaDay } from '@karez/kernel';
import { toString as qrOf } from 'qrcode';
import { ApprovalConfig } from '../config.js';
import { type DocumentRow, titleOf } from './document-row.js';
import { chineseDate, noticeOf } from './paper-text.js';
import { sealMark } from './seal-mark.js';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const templates = join(import.meta.dirname, 'templates');
const template = (name: string): string => readFileSync(join(templates, `${name}.typ`), 'utf8');
/** How many papers apart a result that was not used again is let go. */
const rememberPapers = 50;

/** Sets papers in type. The same document gives the same bytes, so that a paper that was half stored is taken up again. */
@Injectable()
export class Printer {
  #compiler: NodeCompiler | undefined;
  readonly #sources = { notice: template('notice'), licence: template('licence') };

  constructor(private readonly config: ApprovalConfig) {}

  async print(document: DocumentRow): Promise<Buffer> {
    const paper = document.kind === 'licence' ? this.#licence(document) : this.#notice(document);
    const { issuedAt, facts, verifyCode: code } = document;
    const address = `${this.config.publicUrl}/verify/${code}`;
    const common = {
      ...{ number: document.number, authority: facts.authority, date: chineseDate(chinaDay(issuedAt)), code: inGroups(code), address },
      qr: await qrOf(`${address}?s=${sealMark(document)}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    };
    const compiler = (this.#compiler ??= compilerWithFonts());
    const source = this.#sources[document.kind === 'licence' ? 'licence' : 'notice'];
    const inputs = { paper: JSON.stringify({ ...common, ...paper }) };
    const result = compiler.compile({ mainFileContent: source, inputs });
    if (!result.result) {
      const failed = result.takeDiagnostics();
      throw new Error(`paper ${document.id} cannot be set: ${JSON.stringify(failed?.shortDiagnostics).slice(0, 400)}`);
    }
    const pdf = compiler.pdf(result.result, { creationTimestamp: Math.floor(issuedAt.getTime() / 1_000) });
    compiler.evictCache(rememberPapers);
    return pdf;
  }

  #notice(document: DocumentRow): object {
    return { addressee: document.facts.applicantName, ...noticeOf(document, this.config.reviewBody) };
  }

  #licence(document: DocumentRow): object {
    const { facts, caseNumber } = document;
    const until = facts.validUntil ? `至${chineseDate(facts.validUntil)}` : '';
    return {
      title: titleOf(document),
      lines: [
        ['持证人', facts.applicantName],
        ['许可事项', facts.itemName],
        ['许可内容', facts.subject],
        ...(facts.particulars ?? []).map(({ label, value }) => [label, value]),
        ['有效期限', `自${chineseDate(facts.validFrom ?? facts.date)}${until}`],
        ['办件编号', caseNumber],
      ],
    };
  }
}

/** Only the fonts that come with the platform: the same paper on every machine. */
function compilerWithFonts(): NodeCompiler {
  const weights = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'];
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: weights.map((file) => readFileSync(join(fonts, file))) }] });
}

const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
