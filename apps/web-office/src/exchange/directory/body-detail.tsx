import type { BodyView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { Card, Facts, LoadingRows, Notice, PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { useMay } from '../../app/person-self.js';
import { shortDate } from '../../app/time.js';
import { BodiesBelowCard } from './bodies-below-card.js';
import { bodyKindWord } from './body-kind.js';
import { bodyQuery } from './body-queries.js';
import { certificateFacts } from './certificate.js';
import { KeyState } from './key-state.js';

/** One body: where it stands, whether it can receive now, and who is below it. */
export function BodyDetail({ orgId }: { orgId: string }) {
  const body = useQuery(bodyQuery(orgId));
  const may = useMay();
  const navigate = useNavigate();
  if (body.isPending) return <LoadingRows label="单位" rows={5} />;
  if (!body.data) {
    const problem = body.error instanceof ProblemError ? body.error : null;
    return <ProblemState label="这个单位" problem={problem} again={() => void body.refetch()} />;
  }
  const { data } = body;
  return (
    <>
      <PageHeader
        level={2}
        title={data.name}
        crumb={above(data).join(' / ')}
        meta={bodyKindWord(data.kind) + (data.divisionCode ? `，${data.divisionCode}` : '')}
        acts={
          may('exchange.document.write') &&
          !data.abolishedOn && <Button onClick={() => void navigate(`/exchange/documents/new?to=${data.id}`)}>发公文给它</Button>
        }
      />
      <div className="kz-page">
        {data.abolishedOn && <Abolished body={data} />}
        {!data.abolishedOn && !data.keyValidUntil && (
          <Notice tone="amber" title="没有有效密钥，暂时不能收文。">
            请联系它的安全管理员更换密钥。
          </Notice>
        )}
        <div className="office-columns">
          <div className="office-stack">
            <BodiesBelowCard body={data} />
          </div>
          <aside className="office-aside">
            <Card title="交换">
              <Facts
                items={[
                  ['简称', data.shortName ?? '未填'],
                  ['隶属', data.parentName ?? '没有上级'],
                  ['流域', data.basins.length > 0 ? data.basins.join('、') : '不属流域机构管辖'],
                  ['所在节点', data.nodeName ?? '本节点'],
                  ['密钥', <KeyState key="key" validUntil={data.keyValidUntil} />],
                ]}
              />
            </Card>
            <CertificatesCard body={data} />
          </aside>
        </div>
      </div>
    </>
  );
}

const above = ({ path, name }: BodyView): string[] => (path.at(-1) === name ? path.slice(0, -1) : path);

/** Its letters of the past keep its name; new ones go to who took over. */
function Abolished({ body }: { body: BodyView }) {
  const successor = useQuery({ ...bodyQuery(body.successorId ?? ''), enabled: body.successorId !== undefined });
  return (
    <Notice tone="sand" glyph="barred" title={`已于 ${shortDate(body.abolishedOn ?? '')} 撤销，不再收文。`}>
      {body.successorId ? (
        <>
          请改发{' '}
          <Link className="exchange-inline" to={`/exchange/directory/${body.successorId}`}>
            {successor.data?.name ?? '接收单位'}
          </Link>
          。
        </>
      ) : (
        '没有接收单位，请与其原上级联系。'
      )}
    </Notice>
  );
}

const useWord = { signature: '签名', encryption: '加密' } as const;

const CertificatesCard = ({ body }: { body: BodyView }) => (
  <Card title="单位证书" note={`${body.certificates.length} 张`}>
    {body.certificates.length === 0 && <p className="kz-caption">没有证书。</p>}
    <ul className="office-lines">
      {body.certificates.map((certificate) => {
        const facts = certificateFacts(certificate);
        return (
          <li key={facts?.keyId ?? certificate.body} className="exchange-certificate">
            <span>{facts ? useWord[facts.use] : '证书形式不认识'}</span>
            {facts && (
              <span className="kz-caption">
                {shortDate(facts.validFrom)} 至 {facts.validUntil ? shortDate(facts.validUntil) : '未定'}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  </Card>
);
