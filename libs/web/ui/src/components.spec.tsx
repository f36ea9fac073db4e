/**
 * Without our own condition `source`: a package under antd uses the same word for its TypeScript.
 * @jest-environment-options {"customExportConditions": ["node"]}
 */
import { renderToStaticMarkup } from 'react-dom/server';
import {
  AppShell,
  Button,
  DataTable,
  DueLamp,
  EmptyState,
  FilterChips,
  ListRow,
  LoadingRows,
  NotificationBell,
  notForSecrets,
  PersonSwitcher,
  ProcessLine,
  Refusal,
  RowList,
  StateDot,
  deliveryLook,
} from './index.js';
import { nextSort } from './list/data-table-head.js';

const nothing = () => undefined;
const act = { key: 'sign', label: '签收', onAct: nothing };

describe('states', () => {
  it('shows shape, colour and word, and hides the shape from screen readers', () => {
    const html = renderToStaticMarkup(<StateDot look={deliveryLook.rejected} />);
    expect(html).toContain('已拒收');
    expect(html).toContain('aria-hidden="true"');
    expect(html).toContain('#7C3560');
  });

  it('always says a due lamp in words', () => {
    expect(renderToStaticMarkup(<DueLamp lamp="red">逾期 2 日</DueLamp>)).toContain('逾期 2 日');
  });
});

describe('process line', () => {
  const html = renderToStaticMarkup(
    <ProcessLine
      label="送达过程"
      direction="row"
      steps={[
        { key: 'sent', state: 'done', title: '发出' },
        { key: 'sign', state: 'now', title: '等待签收' },
        { key: 'file', state: 'todo', title: '转入收文' },
      ]}
    />,
  );

  it('is an ordered list with a name, and one step is now', () => {
    expect(html).toMatch(/^<ol [^>]*aria-label="送达过程"/);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('says the state of each well in words as well', () => {
    expect(html).toContain('（已完成）');
    expect(html).toContain('（未到）');
  });
});

describe('list', () => {
  it('names the button of a row after the act and the thing', () => {
    const html = renderToStaticMarkup(
      <RowList label="待办">
        <ListRow title="冬季输水的请示" meta={['公文交换']} href="/x" act={{ ...act, asks: true }} />
      </RowList>,
    );
    expect(html).toContain('aria-label="签收…：冬季输水的请示"');
    expect(html).toContain('data-row-link');
  });

  it('says which filter is on', () => {
    const html = renderToStaticMarkup(
      <FilterChips
        label="按时限"
        value="all"
        onChange={nothing}
        chips={[
          { value: 'all', label: '全部', count: 23 },
          { value: 'late', label: '逾期', count: 2, lamp: 'red' },
        ]}
      />,
    );
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

describe('table', () => {
  interface Row {
    id: string;
    name: string;
  }
  const columns = [
    { key: 'name', title: '姓名', cell: (row: Row) => row.name, phone: 'title' as const, sort: { up: 'name', down: '-name' } },
  ];
  const table = (more: object) =>
    renderToStaticMarkup(
      <DataTable<Row>
        label="人员"
        columns={columns}
        rows={[{ id: '1', name: '古丽' }]}
        rowKey={(row) => row.id}
        state="ready"
        sort="-name"
        onSort={nothing}
        {...more}
      />,
    );

  it('says the order of its columns, and that the list has ended or goes on', () => {
    expect(table({})).toContain('aria-sort="descending"');
    expect(table({})).not.toContain('已到末尾');
    expect(table({ rows: Array.from({ length: 13 }, (_, at) => ({ id: String(at), name: '古丽' })) })).toContain('已显示 13 条，已到末尾');
    expect(table({ onMore: nothing })).toContain('再显示一页');
  });

  it('opens a row by a real link', () => {
    expect(table({ rowHref: (row: Row) => `/people/${row.id}` })).toContain('href="/people/1"');
  });

  it('shows what stands instead when there is no row, and keeps rows beside a failure', () => {
    expect(table({ rows: [], instead: <p>没有</p> })).toBe('<p>没有</p>');
    expect(table({ state: 'failed', instead: <p>旧数据</p> })).toMatch(/旧数据.*古丽/);
  });

  it('goes up, down where the list can, and up again', () => {
    expect([undefined, 'name', '-name'].map((now) => nextSort({ up: 'name', down: '-name' }, now))).toEqual(['name', '-name', 'name']);
    expect(nextSort({ up: 'order' }, 'order')).toBe('order');
  });
});

describe('button', () => {
  it('keeps its words while the act is under way, and says that it is', () => {
    const html = renderToStaticMarkup(<Button loading>正在签收</Button>);
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('正在签收');
    expect(renderToStaticMarkup(<Button disabled>退文…</Button>)).toContain('disabled=""');
  });
});

describe('notices', () => {
  it('says a refusal at once, result first', () => {
    const html = renderToStaticMarkup(
      <Refusal result="撤回失败：对方已于 10:32 签收。" ways={[{ ...act, label: '商请收回' }]}>
        你晚了 1 分钟。
      </Refusal>,
    );
    expect(html).toContain('role="alert"');
    expect(html.indexOf('撤回失败')).toBeLessThan(html.indexOf('你晚了'));
  });

  it('gives no button when there is no next step', () => {
    expect(renderToStaticMarkup(<EmptyState title="待办已办完" />)).not.toContain('<button');
  });

  it('shows nothing of a skeleton in the first 0.3 s, but keeps its place', () => {
    const html = renderToStaticMarkup(<LoadingRows label="人员" rows={2} />);
    expect(html).not.toContain('kz-bone');
    expect(html.match(/kz-loading-row/g)).toHaveLength(2);
  });
});

describe('shell', () => {
  const html = renderToStaticMarkup(
    <AppShell
      navigation={[{ items: [{ key: 'home', label: '工作台', href: '/', icon: null }] }]}
      tabs={[]}
      current="home"
      home="/"
      onSearch={nothing}
      searchHint="搜人"
      tools={<NotificationBell count={120} href="/n" />}
      person={
        <PersonSwitcher
          name="顾清渠"
          posts={[{ id: '1', orgName: '办公室', title: '文书岗' }]}
          current="1"
          onSwitch={nothing}
          account={[]}
        />
      }
    >
      正文
    </AppShell>,
  );

  it('carries the line that the system is not for state secrets, twice: beside the navigation and for narrow windows', () => {
    for (const part of notForSecrets) expect(html.split(part)).toHaveLength(3);
  });

  it('marks the current place and offers a way past the navigation', () => {
    expect(html).toContain('aria-current="page"');
    expect(html).toContain('href="#main"');
  });

  it('says the number of unread notifications in words', () => {
    expect(html).toContain('通知，120 条未读');
    expect(html).toContain('data-count="99+"');
  });

  it('offers no choice of posts to who has one', () => {
    expect(html).not.toContain('切换岗位');
    expect(html).toContain('文书岗');
  });
});
