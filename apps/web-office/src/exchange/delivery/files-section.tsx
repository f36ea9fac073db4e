import { DownloadOutlined } from '@ant-design/icons';
import type { DeliveryView, DocumentFileView } from '@karez/contracts-exchange';
import { palette, StateDot } from '@karez/web-ui';
import { Button } from 'antd';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { scanLook, scanSummary, sizeWords } from '../words/file-words.js';
import { FileIcon } from './file-icon.js';
import { LayoutSignatures } from './layout-signatures.js';
import { followDownload } from '../save-file.js';
import { Section } from './section.js';

/** What came with the document: nothing opens that has not passed the virus scan. */
export function FilesSection({ view, level, now }: { view: DeliveryView; level: 2 | 3; now: Date }) {
  const { files } = view;
  const download = useAct(api.exchange.openDeliveryFile, { onDone: ({ url }) => followDownload(url) });
  if (files.length === 0) return null;
  const sum = scanSummary(files);
  const size = sizeWords(files.reduce((total, file) => total + file.size, 0));
  const clean = files.every(({ state }) => state === 'clean');
  const summary = `附件 ${files.length} 个，${size}，${clean ? '查毒通过' : sum}`;
  const look = clean ? ({ glyph: 'full', color: palette.green } as const) : ({ glyph: 'diamond', color: palette.amber } as const);
  return (
    <Section level={level} title="附件" note={`${files.length} 个，${sum}`} summary={summary} look={look}>
      <ul className="ex-files">
        {files.map((file) => (
          <li key={file.fileId}>
            <FileLine
              file={file}
              now={now}
              onDownload={() => download.run({ deliveryId: view.id, fileId: file.fileId, use: 'download' })}
            />
            {file.layout && <LayoutSignatures layout={file.layout} now={now} />}
          </li>
        ))}
      </ul>
      <ProblemNote problem={download.refusal} onDismiss={download.dismiss} />
    </Section>
  );
}

function FileLine({ file, now, onDownload }: { file: DocumentFileView; now: Date; onDownload: () => void }) {
  const { name, size, state, checkedAt, readable } = file;
  const look = scanLook(file);
  return (
    <div className="ex-file">
      <FileIcon name={name} />
      <div className="ex-file-words">
        <span title={name}>{name}</span>
        <span className="kz-caption">
          {sizeWords(size)}，
          {state === 'clean' ? (
            <span className="ex-clean">
              {checkedAt && `${shortTime(checkedAt, now)} `}
              {look.label}
            </span>
          ) : (
            <StateDot look={look} />
          )}
        </span>
      </div>
      <Button type="text" size="small" icon={<DownloadOutlined />} aria-label={`下载 ${name}`} disabled={!readable} onClick={onDownload} />
    </div>
  );
}
