import { SearchOutlined } from '@ant-design/icons';
import type { BodyKeyView, ListKeys } from '@karez/contracts-exchange';
import { Card, DataTable, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortDate } from '../../app/time.js';
import { Fingerprint } from '../fingerprint.js';
import { keyLook } from './key-look.js';
import { keyUseWord, type KeyAct } from './key-words.js';
import '../exchange-office.css';

const KeyDialog = lazy(() => import('./key-dialog.js').then((m) => ({ default: m.KeyDialog })));

const facts: readonly Column<BodyKeyView>[] = [
  { key: 'owner', title: '单位', cell: ({ ownerName }) => ownerName, phone: 'title' },
  { key: 'use', title: '用途', width: '64px', phone: 'meta', cell: ({ use }) => keyUseWord[use] },
  {
    ...{ key: 'state', title: '状态', width: '128px', phone: 'meta' },
    cell: (key) => (
      <>
        <StateDot look={keyLook(key)} />
        {key.revokedReason && <div className="kz-caption">{key.revokedReason}</div>}
      </>
    ),
  },
  {
    ...{ key: 'validity', title: '有效期', width: '168px' },
    cell: ({ validFrom, validUntil }) => `${shortDate(validFrom)} 至 ${validUntil ? shortDate(validUntil) : '未定'}`,
  },
  { key: 'fingerprint', title: '指纹', width: '268px', cell: ({ fingerprint }) => <Fingerprint hex={fingerprint} /> },
  { key: 'held', title: '私钥', width: '84px', cell: ({ held }) => (held ? '在本节点' : '不在这里') },
];

/** Keys by which bodies sign and receive. Which letters they have signed stands in the evidence, not here. */
export function KeysPage() {
  usePageTitle('单位密钥');
  const may = useMay();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<KeyAct>();
  const q = useDeferredValue(words.trim());
  const list = useKeyset<ListKeys, BodyKeyView>(
    ['exchange', 'keys'],
    (page, options) => api.exchange.listKeys(page, options),
    q ? { q } : {},
  );
  const writes = may('exchange.key.write');
  return (
    <>
      <PageHeader
        title="单位密钥"
        meta="每个收文单位一对签名密钥、一对加密密钥；私钥不出本节点"
        acts={writes && may('exchange.directory.read') && <Button onClick={() => setAsked({ act: 'first' })}>为单位发密钥…</Button>}
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="单位名称"
            aria-label="搜单位密钥"
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <Card flush>
          <DataTable<BodyKeyView>
            label="单位密钥"
            columns={writes ? [...facts, actColumn(setAsked)] : facts}
            rows={list.rows}
            rowKey={({ keyId }) => keyId}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '单位密钥',
              list,
              empty: q ? { title: `没有「${q}」的密钥` } : { title: '还没有单位密钥', words: '单位登记进通讯录后自动发给。' },
            })}
          />
        </Card>
      </div>
      <Suspense>{asked && <KeyDialog asked={asked} onClose={() => setAsked(undefined)} />}</Suspense>
    </>
  );
}

const actColumn = (onAct: (asked: KeyAct) => void): Column<BodyKeyView> => ({
  ...{ key: 'acts', title: '办理', width: '168px', acts: true },
  cell: (key) =>
    !key.revokedAt && (
      <div className="exchange-row-acts">
        {key.current && key.held && (
          <Button
            size="small"
            onClick={() => onAct({ act: 'rotate', key })}
            aria-label={`更换…：${key.ownerName} ${keyUseWord[key.use]}密钥`}
          >
            更换…
          </Button>
        )}
        <Button
          size="small"
          type="text"
          onClick={() => onAct({ act: 'revoke', key })}
          aria-label={`撤销…：${key.ownerName} ${keyUseWord[key.use]}密钥`}
        >
          撤销…
        </Button>
      </div>
    ),
});
