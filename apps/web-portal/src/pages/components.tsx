import type { JSX } from 'react';
import { DryWell } from '../components/dry-well.js';
import { Icon } from '../components/icons.js';
import { KarezLine } from '../components/karez-line.js';
import type { PageDefinition } from './page.js';

/** Every component of the site once, for those who build pages. Not in the site map; its content is an example in Chinese. */
export const componentsPage: PageDefinition = {
  path: '/components',
  name: 'components.title',
  tags: [],
  view: (page) => ({
    title: page.t('components.title'),
    description: page.t('components.title'),
    unlisted: true,
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1>{page.t('components.title')}</h1>
        </div>
        <div lang="zh-CN">
          <div className="three">
            <Buttons />
            <Notices />
            <Fields />
          </div>
          <KarezLines />
          <Lists />
          <DryWell page={page} title={<h2>这里没有水</h2>}>
            <p>没有内容、没有结果、找不到页面，都用这一幅。</p>
          </DryWell>
        </div>
      </div>
    ),
  }),
};

function Buttons(): JSX.Element {
  return (
    <div className="stack">
      <h2>按钮</h2>
      <p className="btns">
        <a className="btn start" href="#main">
          开始申请 <Icon name="forward" />
        </a>
      </p>
      <p className="btns">
        <a className="btn" href="#main">
          保存并继续
        </a>
        <a className="btn second" href="#main">
          存为草稿
        </a>
      </p>
      <h2>标签</h2>
      <p className="tags">
        <span className="tag">招标</span> <span className="tag ok">现行有效</span> <span className="tag warn">还有14天截止</span>{' '}
        <span className="tag off">已截止</span>
      </p>
    </div>
  );
}

function Notices(): JSX.Element {
  return (
    <div className="stack">
      <h2>提示</h2>
      <div className="notice">
        <b>下面几种情况不用办</b>家庭日常用水、牲畜饮水。
      </div>
      <div className="notice ok">
        <b>已保存</b>草稿保留30天。
      </div>
      <div className="notice warn">
        <b>18日0时至6时暂停办理</b>已填的内容不会丢。
      </div>
    </div>
  );
}

function Fields(): JSX.Element {
  return (
    <div className="stack">
      <h2>输入</h2>
      <div className="field">
        <label className="label" htmlFor="intake">
          取水口名称 <span className="opt">（选填）</span>
        </label>
        <p className="hint" id="intake-hint">
          按当地习惯叫法填。
        </p>
        <input className="input" id="intake" aria-describedby="intake-hint" />
      </div>
      <div className="field bad">
        <label className="label" htmlFor="volume">
          年取水量
        </label>
        <p className="err" id="volume-error">
          <span className="vh">错误：</span>最后一位是字母O，不是数字0。
        </p>
        <input className="input w-s" id="volume" defaultValue="12.6O" aria-invalid="true" aria-describedby="volume-error" />
      </div>
      <fieldset>
        <legend>水源</legend>
        <label className="choice">
          <input type="radio" name="source" defaultChecked />
          <span>地下水</span>
        </label>
        <label className="choice">
          <input type="radio" name="source" />
          <span>河流、湖泊或水库</span>
        </label>
      </fieldset>
    </div>
  );
}

function KarezLines(): JSX.Element {
  const guide = ['申请', '受理', '审查', '决定', '领证'];
  return (
    <section className="bodies">
      <h2>坎儿井线</h2>
      <KarezLine label="办事指南" at="plan" steps={guide.map((name) => ({ name }))} />
      <KarezLine
        label="正在办"
        at={2}
        steps={[
          { name: '申请', note: '6月15日' },
          { name: '受理', note: '6月18日' },
          { name: '审查', note: '正在办' },
          { name: '决定', note: '7月29日以前' },
          { name: '领证' },
        ]}
      />
      <KarezLine label="已办结" at="finished" steps={guide.map((name, index) => ({ name, note: `6月${15 + index}日` }))} />
    </section>
  );
}

function Lists(): JSX.Element {
  return (
    <div className="two">
      <section>
        <div className="head rule">
          <h2>列表</h2>
        </div>
        <ul className="list quiet">
          <li>
            <a href="#main">示例：一条公告的题目，写全，不截断</a>
            <time dateTime="2026-11-23">2026-11-23</time>
            <span className="meta">
              <span className="tag warn">还有14天截止</span>
            </span>
          </li>
          <li>
            <a href="#main">示例：另一条公告</a>
            <time dateTime="2026-11-20">2026-11-20</time>
          </li>
        </ul>
      </section>
      <section>
        <div className="head">
          <h2>事项</h2>
        </div>
        <ul className="svc">
          <li>
            <a className="quiet" href="#main">
              示例事项
            </a>
            <p>什么时候要办</p>
            <span className="days">
              <b>20</b>个工作日
            </span>
          </li>
        </ul>
      </section>
    </div>
  );
}
