import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemPage } from '../../app/instead.js';
import { shortTime } from '../../app/time.js';
import { ArticleEditor } from './article-editor.js';
import '../portal.css';

/** What a preview link opens, without an account: the text under the name of who gave the link. */
export function PreviewPage() {
  const { token = '' } = useParams();
  const preview = useQuery({ queryKey: ['preview', token], queryFn: ({ signal }) => api.portal.getPreview({ token }, { signal }) });
  if (preview.isPending) return <LoadingRows label="预览" rows={6} />;
  if (!preview.data) {
    const problem = preview.error instanceof ProblemError ? preview.error : null;
    return <ProblemPage title="预览" label="预览" problem={problem} again={() => void preview.refetch()} />;
  }
  const { title, body, source, columnName, site, expiresAt, watermark, language } = preview.data;
  return (
    <main className="portal-preview" lang={language} dir={language === 'ug' ? 'rtl' : 'ltr'}>
      <p className="portal-preview-band">预览，未发布，请勿外传。{shortTime(expiresAt)} 后失效。</p>
      <div className="portal-watermark" aria-hidden="true">
        {Array.from({ length: 24 }, (_, at) => (
          <span key={at}>{watermark}</span>
        ))}
      </div>
      <article className="portal-read">
        <p className="kz-caption">
          {site.name} / {columnName}
        </p>
        <h1>{title}</h1>
        <p className="kz-caption">来源：{source}</p>
        <ArticleEditor label="正文" language={language} body={body} editable={false} />
      </article>
    </main>
  );
}
