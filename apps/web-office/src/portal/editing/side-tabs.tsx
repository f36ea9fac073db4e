import type { EditionView, WordHit } from '@karez/contracts-portal';
import { useState } from 'react';
import { ChainPart } from './chain-part.js';
import { HitsPart } from './hits-part.js';
import { LogPart, VersionsPart } from './history-parts.js';

const tabs = { chain: '流转', hits: '检查', versions: '版本', log: '记录' } as const;
type Tab = keyof typeof tabs;

interface SideTabsProps {
  view: EditionView;
  onJump: (hit: WordHit) => boolean;
}

/** Beside the text: where it stands, what the check found, what it was before, who did what. */
export function SideTabs({ view, onJump }: SideTabsProps) {
  const [tab, setTab] = useState<Tab>(view.openHits > 0 ? 'hits' : 'chain');
  return (
    <aside className="portal-side" aria-label="稿件的流转、检查、版本和记录">
      <div className="portal-tabs" role="tablist">
        {(Object.keys(tabs) as Tab[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="portal-panel"
            onClick={() => setTab(each)}
          >
            {tabs[each]}
            {each === 'hits' && view.openHits > 0 && <b>{view.openHits}</b>}
          </button>
        ))}
      </div>
      <div className="portal-panel" role="tabpanel" id="portal-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'chain' && <ChainPart view={view} />}
        {tab === 'hits' && <HitsPart view={view} onJump={onJump} />}
        {tab === 'versions' && <VersionsPart view={view} />}
        {tab === 'log' && <LogPart view={view} />}
      </div>
    </aside>
  );
}
