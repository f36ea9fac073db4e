import { FullscreenOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import type { DeliveryView } from '@karez/contracts-exchange';
import { FilterChips } from '@karez/web-ui';
import { useEffect, useRef, useState } from 'react';
import { LayoutPreview } from './layout-preview.js';
import { PaperOf } from './paper-of.js';
import { ReadingDialog } from './reading-dialog.js';
import { useNarrow } from './use-narrow.js';

/** Widths of the sheet in per cent of the place it has. */
const zooms = [50, 75, 100, 125, 150, 200] as const;
const scrolls = { tabIndex: 0, role: 'region', 'aria-label': '公文，可滚动阅读' };
const fit = zooms.indexOf(100);

/** The document itself: drawn from its elements, or the layout file that was sealed, where there is one. */
export function DocumentArea({ view }: { view: DeliveryView }) {
  const layout = view.files.find(({ role }) => role === 'layout');
  const [shown, setShown] = useState<'paper' | 'layout'>(layout && !view.document.body ? 'layout' : 'paper');
  const [zoom, setZoom] = useState(fit);
  const narrow = useNarrow();
  const [reading, setReading] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => pastMargin(room.current), [shown, narrow]);
  return (
    <section className="ex-document" aria-label="公文正文">
      {layout && (
        <div className="ex-document-switch">
          <FilterChips
            label="看哪一种"
            value={shown}
            onChange={setShown}
            chips={[
              { value: 'paper', label: '按要素排版' },
              { value: 'layout', label: `版式文件 ${layout.layout?.format.toUpperCase() ?? ''}`.trim() },
            ]}
          />
        </div>
      )}
      {shown === 'layout' && layout ? (
        <LayoutPreview deliveryId={view.id} file={layout} />
      ) : (
        <>
          <div className="ex-paper-room" data-zoom={zooms[zoom]} ref={room} {...(narrow ? {} : scrolls)}>
            <PaperOf view={view} />
          </div>
          <div className="ex-paper-tool" role="group" aria-label="阅读">
            <button type="button" aria-label="缩小" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              <ZoomOutOutlined aria-hidden="true" />
            </button>
            <button type="button" onClick={() => setZoom(fit)} aria-label={`${zooms[zoom]}%，恢复适合宽度`}>
              {zoom === fit ? '适合宽度' : `${zooms[zoom]}%`}
            </button>
            <button type="button" aria-label="放大" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
              <ZoomInOutlined aria-hidden="true" />
            </button>
            <button type="button" onClick={() => setReading(true)}>
              <FullscreenOutlined aria-hidden="true" /> 全屏阅读
            </button>
          </div>
        </>
      )}
      {reading && <ReadingDialog view={view} onClose={() => setReading(false)} />}
    </section>
  );
}

/** Opens scrolled past the top margin, so that head and first paragraph are seen. */
function pastMargin(room: HTMLElement | null): void {
  const paper = room?.querySelector('.kz-paper');
  if (room && paper && room.tabIndex === 0) room.scrollTop = (paper.clientWidth / 210) * 37 - 12;
}
