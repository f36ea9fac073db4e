import type { CreateDocument, DocumentView } from '@karez/contracts-exchange';
import { ActionBar } from '@karez/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../app/person-self.js';
import type { ActState } from '../../app/use-act.js';
import { registerRefusal, sealRefusal } from './draft-parts.js';
import { requestOf } from './draft-values.js';
import type { SealCheck } from './seal-checks.js';
import type { DraftInHand } from './use-draft.js';

const SealDialog = lazy(() => import('./seal-dialog.js').then((m) => ({ default: m.SealDialog })));
const DiscardDialog = lazy(() => import('./discard-dialog.js').then((m) => ({ default: m.DiscardDialog })));

interface DraftBarProps {
  hand: DraftInHand;
  checks: readonly SealCheck[];
}

/** A draft that the server does not have yet: 登记 takes the number and puts it there. */
export function NewDraftBar({ hand, checks, create }: DraftBarProps & { create: ActState<CreateDocument> }) {
  const request = requestOf(hand.draft);
  return (
    <ActionBar
      primary={{
        ...{ key: 'create', label: '登记', busy: create.busy, onAct: () => request && create.run(request) },
        refusedBecause: registerRefusal(hand, request !== undefined, checks),
      }}
    />
  );
}

/** A registered draft: sealed when the checks are done, or deleted. */
export function DraftBar({ hand, checks, view }: DraftBarProps & { view: DocumentView }) {
  const may = useMay();
  const [asked, setAsked] = useState<'seal' | 'discard'>();
  const refusedBecause = sealRefusal(may('exchange.document.seal'), hand, checks);
  const close = () => setAsked(undefined);
  // what is sealed is what the server has: the last change goes there first
  const seal = () => void hand.save().then((saved) => saved && setAsked('seal'));
  return (
    <>
      <ActionBar
        primary={{ key: 'seal', label: '封装', asks: true, onAct: seal, refusedBecause }}
        aside={view.acts.includes('discard') ? [{ key: 'discard', label: '删除草稿', asks: true, onAct: () => setAsked('discard') }] : []}
        note={refusedBecause ? undefined : '封装用单位证书签名，之后不能再改'}
      />
      <Suspense>
        {asked === 'seal' && <SealDialog view={view} checks={checks} onClose={close} />}
        {asked === 'discard' && <DiscardDialog view={view} onDone={hand.forget} onClose={close} />}
      </Suspense>
    </>
  );
}
