import type { NeedsPerson } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { EmptyState, ListRow, LoadingRows, palette, RowList, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { useMay } from '../../app/person-self.js';
import { places } from '../../app/navigation.js';
import { shortTime } from '../../app/time.js';
import { attentionQuery } from './attention-query.js';
import { attentionHref, attentionWord } from './attention-words.js';

/** Nothing happens with these until a person acts: what it is, since when, and the next step. */
export function AttentionList() {
  const query = useQuery(attentionQuery);
  if (query.isPending) return <LoadingRows label="需处理的事" rows={2} />;
  if (!query.data) {
    const problem = query.error instanceof ProblemError ? query.error : null;
    return <ProblemState label="需处理的事" problem={problem} again={() => void query.refetch()} />;
  }
  if (query.data.items.length === 0) return <EmptyState title="没有等人处理的交换事项">投递、密钥和节点都正常。</EmptyState>;
  return (
    <RowList label="需处理的交换事项">
      {query.data.items.map((item) => (
        <AttentionRow key={`${item.kind}${item.deliveryId ?? item.title}${item.since}`} item={item} />
      ))}
    </RowList>
  );
}

function AttentionRow({ item }: { item: NeedsPerson }) {
  const navigate = useNavigate();
  const href = useOpenable(attentionHref(item));
  return (
    <ListRow
      lead={<StateDot look={{ label: attentionWord(item), glyph: 'diamond', color: palette.amber }} />}
      title={item.title}
      href={href}
      link={Link}
      meta={[item.step, `${shortTime(item.since)} 起`]}
      act={href === undefined ? undefined : { key: 'open', label: '去处理', onAct: () => void navigate(href) }}
    />
  );
}

/** The address, unless the post may not open its place: then the step is only told. */
function useOpenable(href: string | undefined): string | undefined {
  const may = useMay();
  const place = places.find((each) => href !== undefined && each.href !== '/' && href.startsWith(each.href));
  return place?.needs && !may(place.needs) ? undefined : href;
}
