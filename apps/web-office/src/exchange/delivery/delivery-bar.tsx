import { ActionBar, Reveal } from '@karez/web-ui';
import { ProblemNote } from '../../app/problem-note.js';
import { useNarrow } from './use-narrow.js';
import type { DeliveryActs } from './use-delivery-acts.js';

/** Acts at the bottom, and under them what stood in their way. */
export function DeliveryBar({ acts }: { acts: DeliveryActs }) {
  const narrow = useNarrow();
  // the phone has room for what can be done; the rest is said on demand
  const others = narrow ? acts.others.filter(({ refusedBecause }) => !refusedBecause) : acts.others;
  const refused = acts.others
    .filter((act) => !others.includes(act))
    .map(({ label, refusedBecause = '' }) => ({ label, reason: refusedBecause }));
  const unavailable = [...refused, ...acts.unavailable];
  const signs = acts.primary?.key === 'sign' && !acts.primary.refusedBecause;
  const more = unavailable.length > 0 && <Unavailable acts={unavailable} />;
  return (
    <div className="ex-bar">
      <ActionBar
        {...(acts.primary && { primary: acts.primary })}
        others={others}
        aside={narrow ? [] : acts.aside}
        note={
          narrow &&
          (signs || more) && (
            <>
              {signs && '签收用单位证书签名，需再验证一次身份'} {more}
            </>
          )
        }
        more={!narrow && more}
      />
      {acts.refusals.map(({ key, problem, dismiss }) => (
        <div key={key} className="ex-bar-note">
          <ProblemNote problem={problem} onDismiss={dismiss} />
        </div>
      ))}
    </div>
  );
}

const Unavailable = ({ acts }: { acts: DeliveryActs['unavailable'] }) => (
  <Reveal label={`${acts.length} 项暂不可办`} up>
    <dl className="ex-unavailable">
      {acts.map(({ label, reason }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{reason}</dd>
        </div>
      ))}
    </dl>
  </Reveal>
);
