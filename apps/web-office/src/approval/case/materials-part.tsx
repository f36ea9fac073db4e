import type { CaseFile, CaseMaterial, CaseView } from '@karez/contracts-approval';
import { Card, palette, StateDot, type StateLook } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { approval, approvalKey } from '../approval-queries.js';

const verdicts: Readonly<Record<CaseMaterial['verdict'], StateLook>> = {
  unseen: { label: '未审', glyph: 'ring', color: palette.slate },
  passed: { label: '通过', glyph: 'full', color: palette.green },
  failed: { label: '不通过', glyph: 'barred', color: palette.plum },
};
const modes: Readonly<Record<CaseMaterial['mode'], string>> = { files: '已交', to_follow: '容缺后补', promise: '告知承诺' };

/** 材料: what was handed in, opened in the browser's own viewer, and what the window found. */
export function MaterialsPart({ view }: { view: CaseView }) {
  const open = useAct(approval.openMaterial, { onDone: ({ url }) => void window.open(url, '_blank', 'noopener') });
  const mayReview = view.acts.some(({ act, reason }) => act === 'review_material' && !reason);
  const required = view.materials.filter((material) => material.required);
  const missing = required.filter(({ mode, files }) => mode === 'files' && files.length === 0).length;
  return (
    <Card title="材料" note={`必交 ${required.length} 份，缺 ${missing} 份`} flush>
      <ProblemNote problem={open.refusal} onDismiss={open.dismiss} />
      <ul className="ap-materials">
        {view.materials.map((material) => (
          <li key={material.code}>
            <div className="ap-material-head">
              <b>{material.name}</b>
              <span className="kz-caption">{material.required ? '必交' : '视情况'}</span>
              {material.mode !== 'files' && <span className="kz-caption">{modes[material.mode]}</span>}
              <StateDot look={verdicts[material.verdict]} />
            </div>
            {material.files.length === 0 && material.mode === 'files' && <p className="kz-secondary">没有交</p>}
            <ul>
              {material.files.map((file) => (
                <FileLine key={file.fileId} file={file} onOpen={(use) => open.run({ caseId: view.id, fileId: file.fileId, use })} />
              ))}
            </ul>
            {material.reviewPoints.length > 0 && <p className="kz-caption">审查要点：{material.reviewPoints.join('；')}</p>}
            {material.remark && <p>{material.remark}</p>}
            {mayReview && <Review caseId={view.id} material={material} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FileLine({ file, onOpen }: { file: CaseFile; onOpen: (use: 'preview' | 'download') => void }) {
  if (!file.readable) return <li className="kz-secondary">{file.name}（还不能打开：正在查毒或没有通过）</li>;
  return (
    <li>
      <button type="button" className="kz-textact" onClick={() => onOpen('preview')}>
        {file.name}
      </button>
      <span className="kz-caption">{(file.size / 1024).toFixed(0)} KB</span>
      <button type="button" className="kz-textact" onClick={() => onOpen('download')} aria-label={`下载 ${file.name}`}>
        下载
      </button>
    </li>
  );
}

function Review({ caseId, material }: { caseId: string; material: CaseMaterial }) {
  const [remark, setRemark] = useState(material.remark ?? '');
  const review = useAct(approval.reviewMaterial, { changes: [approvalKey], said: () => `已记下对《${material.name}》的审查。` });
  const say = (verdict: 'passed' | 'failed') =>
    review.run({ caseId, code: material.code, verdict, ...(remark.trim() && { remark: remark.trim() }) });
  return (
    <div className="ap-review">
      <Input
        size="small"
        value={remark}
        maxLength={300}
        placeholder="审查意见，不通过时写明哪里不合要求"
        aria-label={`对《${material.name}》的审查意见`}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Button size="small" disabled={review.busy} onClick={() => say('passed')} aria-label={`《${material.name}》通过`}>
        通过
      </Button>
      <Button
        size="small"
        disabled={review.busy || remark.trim() === ''}
        onClick={() => say('failed')}
        aria-label={`《${material.name}》不通过`}
      >
        不通过
      </Button>
      <ProblemNote problem={review.refusal} onDismiss={review.dismiss} />
    </div>
  );
}
