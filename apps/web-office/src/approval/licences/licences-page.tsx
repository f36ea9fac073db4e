import { SearchOutlined } from '@ant-design/icons';
import { type LicenceRow, type LicenceState, licenceStates, type ListLicences } from '@karez/contracts-approval';
import { Card, FilterChips, LoadingRows, PageHeader, palette, SchemaForm, StateDot, type StateLook } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { useAct } from '../../app/use-act.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { approval, approvalKey } from '../approval-queries.js';
import '../approval.css';

const looks: Readonly<Record<LicenceState, StateLook>> = {
  valid: { label: '有效', glyph: 'full', color: palette.green },
  expired: { label: '已过期', glyph: 'ring', color: palette.slate },
  revoked: { label: '已撤销', glyph: 'barred', color: palette.plum },
};

/** 许可证件: what was granted, how it stands, and its revocation. */
export function LicencesPage() {
  usePageTitle('许可证件');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState('');
  const [revoking, setRevoking] = useState<LicenceRow>();
  const q = useDeferredValue(words.trim());
  const state = licenceStates.find((each) => each === search.get('state'));
  const request: ListLicences = { ...(q && { q }), ...(state && { state }) };
  const list = useKeyset([...approvalKey, 'licences'], (page: ListLicences, options) => approval.listLicences(page, options), request);
  const empty = { title: q || state ? '没有符合条件的证件' : '还没有发过证件', words: '准予许可的决定作出后，证件列在这里。' };
  return (
    <>
      <PageHeader title="许可证件" />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="证号或持证人"
            aria-label="搜证件"
            onChange={(event) => setWords(event.target.value)}
          />
          <FilterChips<LicenceState | 'all'>
            label="按状态"
            value={state ?? 'all'}
            onChange={(value) => setSearch(value === 'all' ? {} : { state: value }, { replace: true })}
            chips={[{ value: 'all', label: '全部' }, ...licenceStates.map((value) => ({ value, label: looks[value].label }))]}
          />
        </div>
        <Card flush>
          {list.state === 'loading' && <LoadingRows label="证件" rows={6} />}
          {list.state !== 'loading' && list.rows.length === 0 && insteadOfRows({ label: '证件', list, empty })}
          {list.rows.length > 0 && (
            <ul className="ap-opinions" aria-label="证件">
              {list.rows.map((row) => (
                <LicenceLine key={row.id} row={row} {...(may('approval.licence.write') && { onRevoke: setRevoking })} />
              ))}
            </ul>
          )}
          {list.onMore && (
            <div className="ap-foot">
              <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
                {list.loadingMore ? '正在取下一页' : `已显示 ${list.rows.length} 件，再显示一页`}
              </button>
            </div>
          )}
        </Card>
      </div>
      {revoking && <RevokeDialog row={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

function LicenceLine({ row, onRevoke }: { row: LicenceRow; onRevoke?: (row: LicenceRow) => void }) {
  const { number, name, holderName, itemName, validFrom, validUntil, renewalDue, revokedReason, state, caseId } = row;
  return (
    <li>
      <div className="ap-material-head">
        <Link to={`/approval/cases/${caseId}`}>
          {holderName} · {name}
        </Link>
        <StateDot look={looks[state]} />
        {renewalDue && <span className="kz-caption">临近到期，应申请延续</span>}
        {onRevoke && state === 'valid' && (
          <span className="ap-end">
            <Button size="small" aria-label={`撤销…：${number}`} onClick={() => onRevoke(row)}>
              撤销…
            </Button>
          </span>
        )}
      </div>
      <div className="kz-caption">
        {number} · {itemName} · {validFrom} 至 {validUntil}
        {revokedReason && ` · 撤销理由：${revokedReason}`}
      </div>
    </li>
  );
}

function RevokeDialog({ row, onClose }: { row: LicenceRow; onClose: () => void }) {
  const revoke = useAct(approval.revokeLicence, {
    changes: [approvalKey],
    said: ({ number }) => `已撤销${number}，公开核验页同时写明。`,
    onDone: onClose,
  });
  return (
    <OfficeModal title={`撤销 ${row.number}`} onClose={onClose}>
      <p className="office-lead">撤销后证件立即失效，公开核验页写明已撤销；不能恢复，需要时重新申请。</p>
      <SchemaForm
        label="撤销"
        fields={[{ kind: 'long', name: 'reason', label: '理由', help: '必填，写入登记', required: true, max: 500 }]}
        submit="撤销"
        busy={revoke.busy}
        refusal={revoke.refusal}
        onSubmit={({ reason }) => revoke.run({ licenceId: row.id, reason: String(reason).trim() })}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}
