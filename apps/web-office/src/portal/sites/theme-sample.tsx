import type { SiteTheme } from '@karez/contracts-portal';
import { useEffect, useRef } from 'react';

const radius = { square: '0', soft: '4px', round: '10px' } as const;

/** A small page in the colours that are being chosen. The page's policy refuses styles written into elements, so they are set one by one. */
export function ThemeSample({ theme, name }: { theme: SiteTheme; name: string }) {
  const sample = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const style = sample.current?.style;
    if (!style) return;
    for (const [colour, value] of Object.entries(theme.colours)) style.setProperty(`--site-${colour}`, value as string);
    style.setProperty('--site-radius', radius[theme.corners]);
  }, [theme]);
  return (
    <div className={`portal-sample portal-sample-${theme.header}`} ref={sample} aria-label="风格样子" role="img">
      <div className="portal-sample-head">{name}</div>
      <div className="portal-sample-nav">
        <span>首页</span>
        <span>政务公开</span>
        <span>办事服务</span>
      </div>
      <div className="portal-sample-panel">
        <b>关于做好冬季输水工作的通知</b>
        <p>各灌区按计划安排冬季输水。</p>
        <small>2026-11-20 来源：办公室</small>
        <p>
          <u>查看全文</u> <i>办事</i>
        </p>
      </div>
    </div>
  );
}
