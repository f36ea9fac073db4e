import type { EditionView, WordHit } from '@karez/contracts-portal';
import { StateGlyph, palette } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useMay } from '../../app/person-self.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { fieldWord, hitWord } from '../edition-words.js';
import { portalKey } from '../portal-queries.js';

interface HitsPartProps {
  view: EditionView;
  /** Brings it into view; false when its words have gone since the last check. */
  onJump: (hit: WordHit) => boolean;
}

/** 文字检查: each finding leads to its place. It is corrected, or kept with a reason by who did not write the text. */
export function HitsPart({ view, onJump }: HitsPartProps) {
  const open = view.hits.filter(({ resolution }) => !resolution);
  const settled = view.hits.filter(({ resolution }) => resolution);
  if (view.hits.length === 0) return <p className="portal-clear">没有检查出问题。保存时检查词库、个人信息、形近字和标点。</p>;
  return (
    <>
      <p className="kz-caption">
        {open.length > 0 ? `${open.length} 处待处理；改正文字，或由审核人说明理由后保留，处理完才能通过终审。` : '检查出的文字都已处理。'}
      </p>
      <ul className="portal-hits" aria-label="检查出的文字">
        {[...open, ...settled].map((hit) => (
          <Hit key={hit.id} hit={hit} view={view} onJump={onJump} />
        ))}
      </ul>
    </>
  );
}

function Hit({ hit, view, onJump }: HitsPartProps & { hit: WordHit }) {
  const may = useMay();
  const [gone, setGone] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const [reason, setReason] = useState('');
  const keep = useAct((words: string) => api.portal.resolveHit({ editionId: view.id, hitId: hit.id, reason: words }), {
    changes: [portalKey],
    said: () => `已保留「${hit.found}」，理由记入稿件。`,
    onDone: () => setKeeping(false),
  });
  const at = hit.context.indexOf(hit.found);
  const mayKeep = hit.keepable && !hit.resolution && may('portal.article.review') && view.acts.includes('review');
  return (
    <li>
      <button type="button" className="portal-hit-place" onClick={() => setGone(!onJump(hit))}>
        <span className="portal-hit-kind">
          <StateGlyph glyph={hit.resolution ? 'full' : 'diamond'} color={hit.resolution ? palette.green : palette.amber} />
          {hitWord[hit.kind]}
          <span className="kz-caption">{fieldWord[hit.field]}</span>
        </span>
        <span className="portal-hit-words">
          …{hit.context.slice(0, Math.max(0, at))}
          <mark>{hit.found}</mark>
          {at >= 0 && hit.context.slice(at + hit.found.length)}…
        </span>
      </button>
      {hit.suggestion && <p className="kz-secondary">应写作「{hit.suggestion}」</p>}
      {gone && (
        <p className="kz-secondary" role="status">
          文字已改动，保存后重新检查。
        </p>
      )}
      {hit.resolution && (
        <p className="kz-secondary">
          {hit.resolution.byName}保留：{hit.resolution.reason}
        </p>
      )}
      {!hit.resolution && !hit.keepable && <p className="portal-open">不能保留，必须改正</p>}
      {mayKeep && !keeping && (
        <button type="button" className="kz-textact" onClick={() => setKeeping(true)}>
          说明理由后保留…
        </button>
      )}
      {keeping && (
        <form
          className="portal-keep"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim().length >= 2) keep.run(reason.trim());
          }}
        >
          <Input
            value={reason}
            maxLength={200}
            aria-label={`保留「${hit.found}」的理由`}
            placeholder="理由"
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" loading={keep.busy} disabled={reason.trim().length < 2}>
            保留
          </Button>
        </form>
      )}
      <ProblemNote problem={keep.refusal} onDismiss={keep.dismiss} />
    </li>
  );
}
