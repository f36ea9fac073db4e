import { AlignmentType, BorderStyle, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Paper } from '../paper.js';
import { bodyOf } from './word-body.js';
import { closingOf } from './word-closing.js';
import { headOf } from './word-head.js';
import { cells, mm, red, rowHeight, size4 } from './word-measures.js';
import { fonts, styles } from './word-styles.js';

/** A document as .docx, for WPS and Word: the same words as on the printed page, under the names of the fonts that offices have. */
export async function wordFile(paper: Paper): Promise<Uint8Array> {
  const letter = paper.form === 'letter';
  const document = new Document({
    ...{ title: paper.name, creator: paper.author.join('、'), styles, evenAndOddHeaderAndFooters: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(letter ? 30 : 37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: mm(15),
              footer: mm(letter ? 20 : 23),
            },
          },
          ...{ grid: { linePitch: rowHeight, type: DocumentGridType.LINES }, titlePage: letter },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT), ...(letter && { first: lowerRule() }) },
        children: [...headOf(paper), ...bodyOf(paper), ...closingOf(paper)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** — 1 — one character from the outer edge. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const run = { font: fonts.song, size: size4 };
  return new Footer({
    children: [
      new Paragraph({
        ...{ alignment, indent: { left: 280, right: 280 }, spacing: { line: 320, lineRule: LineRuleType.EXACT } },
        children: [
          new TextRun({ ...run, text: '— ' }),
          new TextRun({ ...run, children: [PageNumber.CURRENT] }),
          new TextRun({ ...run, text: ' —' }),
        ],
      }),
    ],
  });
}

/** The first page of a letter has no number but a double rule of 170 mm. */
const lowerRule = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        ...{ indent: { left: -mm(7), right: -mm(7) }, spacing: { line: cells(1), lineRule: LineRuleType.EXACT } },
        border: { bottom: { style: BorderStyle.THIN_THICK_MEDIUM_GAP, size: 24, space: 1, color: red } },
        children: [],
      }),
    ],
  });
