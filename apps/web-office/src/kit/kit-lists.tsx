import { Card, DataTable, deliveryLook, DueLamp, ListRow, palette, RowList, SplitRow, StateDot, type Column } from '@karez/web-ui';
import { useState } from 'react';
import { KitBox, nothing } from './kit-box.js';

interface Recipient {
  readonly id: string;
  readonly unit: string;
  readonly state: keyof typeof deliveryLook;
  readonly at: string;
}
const recipients: readonly Recipient[] = [
  { id: '1', unit: '红柳沟县水利局', state: 'signed_for', at: '11-20 17:31' },
  { id: '2', unit: '白杨渡市水务局', state: 'delivered', at: '11-20 17:05' },
  { id: '3', unit: '沙枣河流域管理局', state: 'stalled', at: '11-20 17:05' },
];
const columns: readonly Column<Recipient>[] = [
  { key: 'unit', title: '单位', cell: ({ unit }) => unit, phone: 'title', sort: { up: 'unit', down: '-unit' } },
  { key: 'state', title: '状态', cell: ({ state }) => <StateDot look={deliveryLook[state]} />, width: '120px' },
  { key: 'at', title: '送达', cell: ({ at }) => at, width: '140px' },
];
const doing = { label: '承办中', glyph: 'half', color: palette.water } as const;
const waiting = { label: '待反馈', glyph: 'ring', color: palette.water } as const;
const more = ['转办', '稍后', '加签'].map((label) => ({ key: label, label, asks: true, onAct: nothing }));

export function KitLists() {
  const [sort, setSort] = useState('unit');
  const ordered = [...recipients].sort((one, other) => one.unit.localeCompare(other.unit, 'zh-CN') * (sort === 'unit' ? 1 : -1));
  return (
    <>
      <KitBox title="列表行" rule="灯，题名，何处何人何时何态，一个动作；悬停出现其余" wide={4}>
        <div className="kit-edge">
          <RowList label="待办示例">
            <ListRow
              lead={<DueLamp lamp="red">逾期 2 日</DueLamp>}
              title="关于报送年度水资源管理考核自查材料的通知"
              href="#kit"
              meta={['收文办理', '沈听澜 11-18 转来', <StateDot key="s" look={doing} />]}
              act={{ key: 'do', label: '办理', onAct: nothing }}
              more={more}
            />
            <ListRow
              lead={<DueLamp lamp="yellow">剩 52 分</DueLamp>}
              title="沙枣河冬季输水与冰凌防范工作的请示"
              tag="特急"
              href="#kit"
              meta={['公文交换', '沙枣河流域管理局 10:12', <StateDot key="s" look={deliveryLook.delivered} />]}
              act={{ key: 'sign', label: '签收', onAct: nothing }}
              more={more}
              selected
              unread
            />
            <ListRow
              lead={<DueLamp lamp="green">剩 3 日</DueLamp>}
              title="冰凌监测断面布设方案落实情况 第 12 号督办单"
              href="#kit"
              meta={['督查督办', '督查室 11-20 交办', <StateDot key="s" look={waiting} />]}
              act={{ key: 'answer', label: '反馈', onAct: nothing }}
            />
          </RowList>
        </div>
      </KitBox>
      <KitBox title="分栏列表行" rule="灯在右，未读加粗，选中有边">
        <div className="kit-edge">
          <RowList label="收件示例">
            <SplitRow
              title="白杨渡引水工程调整概算核定的请示"
              meta={['红柳沟县水利局', '昨天 18:47']}
              end={
                <DueLamp lamp="green" end>
                  剩 2 日
                </DueLamp>
              }
              href="#kit"
              unread
            />
            <SplitRow
              title="沙枣河冬季输水与冰凌防范工作的请示"
              tag="特急"
              meta={['沙枣河流域管理局', '10:12']}
              end={<DueLamp lamp="yellow">剩 52 分</DueLamp>}
              href="#kit"
              selected
            />
            <SplitRow
              title="取水口核查整改情况的报告"
              meta={['白杨渡市水务局', '11-21 18:36']}
              end={<StateDot look={deliveryLook.returned} />}
              href="#kit"
            />
          </RowList>
        </div>
      </KitBox>
      <KitBox title="表" rule="按标记翻页，手机上成卡片">
        <Card flush>
          <DataTable<Recipient>
            label="收文单位"
            columns={columns}
            rows={ordered}
            rowKey={({ id }) => id}
            rowHref={() => '#kit'}
            state="ready"
            sort={sort}
            onSort={setSort}
            onMore={nothing}
          />
        </Card>
      </KitBox>
    </>
  );
}
