import { useLater } from './later.js';

const widths = [
  [72, 46],
  [58, 52],
  [66, 38],
] as const;

/** Still skeleton of list rows at their true height, after 0.3 s; before that nothing but the place. */
export function LoadingRows({ label, rows = 3 }: { label: string; rows?: number }) {
  const late = useLater(300);
  return (
    <div className="kz-loading" role="status" aria-busy="true">
      <span className="kz-unseen">{late ? `正在取${label}` : ''}</span>
      {Array.from({ length: rows }, (_, at) => {
        const [title, meta] = widths[at % widths.length]!;
        return (
          <div key={at} className="kz-loading-row" aria-hidden="true">
            {late && (
              <>
                <i className="kz-bone" style={{ width: 64, height: 20 }} />
                <span>
                  <i className="kz-bone" style={{ width: `${title}%`, height: 12 }} />
                  <i className="kz-bone" style={{ width: `${meta}%`, height: 10 }} />
                </span>
                <i className="kz-bone" style={{ width: 58, height: 24 }} />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
