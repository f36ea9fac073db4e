import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { actLabel, type Act } from './act.js';

export interface ActionBarProps {
  /** The one solid button of the screen. */
  primary?: Act;
  /** Alternatives in order of weight. */
  others?: readonly Act[];
  /** Right side: evidence, print, menu, as text buttons. Why one of them is not possible now is said elsewhere on the screen. */
  aside?: readonly (Act & { readonly icon?: ReactNode })[];
  /** What the act needs or does: 签收用单位证书签名，需再验证一次身份. */
  note?: ReactNode;
  /** Behind the acts: why further ones are not possible now. */
  more?: ReactNode;
}

/** At the bottom of a detail: white, hairline above; on the phone full-width final acts with the note below. */
export function ActionBar({ primary, others = [], aside = [], note, more }: ActionBarProps) {
  const id = useId();
  const acts = primary ? [primary, ...others] : others;
  const refused = acts.filter((act) => act.refusedBecause);
  return (
    <div className="kz-actionbar" role="group" aria-label="可办事项">
      <div className="kz-actionbar-acts">
        {acts.map((act) => (
          <Button
            key={act.key}
            type={act === primary ? 'primary' : 'default'}
            loading={act.busy}
            disabled={Boolean(act.refusedBecause)}
            aria-describedby={act.refusedBecause ? `${id}-${act.key}` : undefined}
            onClick={act.onAct}
          >
            {actLabel(act)}
          </Button>
        ))}
        {refused.map((act) => (
          <span key={act.key} id={`${id}-${act.key}`} className="kz-secondary">
            {act.refusedBecause}
          </span>
        ))}
        {more}
      </div>
      {note && <div className="kz-actionbar-note">{note}</div>}
      {aside.length > 0 && (
        <div className="kz-actionbar-aside">
          {aside.map((act) => (
            <Button
              key={act.key}
              type="text"
              icon={act.icon}
              loading={act.busy}
              disabled={Boolean(act.refusedBecause)}
              title={act.refusedBecause}
              onClick={act.onAct}
            >
              {actLabel(act)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
