import { headerLayouts, homeLayouts, listLayouts, type ColourName, type SiteTheme, type SiteView } from '@karez/contracts-portal';
import { ActionBar, Card, FilterChips, StateGlyph, palette } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';
import { useMay } from '../../app/person-self.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { portalKey } from '../portal-queries.js';
import { colourWord, cornersWord, headerWord, homeWord, listWord } from './site-words.js';
import { ThemeSample } from './theme-sample.js';

const choices = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

/** 风格: colours and layouts to choose from. Colours that readers could not tell apart are named while they are chosen, and cannot be saved. */
export function ThemeEditor({ site }: { site: SiteView }) {
  const may = useMay()('portal.site.write');
  const [theme, setTheme] = useState<SiteTheme>(site.theme);
  const asked = useDeferredValue(theme);
  const verdict = useQuery({
    queryKey: [...portalKey, 'theme', asked],
    queryFn: ({ signal }) => api.portal.checkTheme(asked, { signal }),
    placeholderData: keepPreviousData,
    enabled: may,
  });
  const put = useAct(() => api.portal.putTheme({ ...theme, siteId: site.id, version: site.version }), {
    changes: [portalKey],
    said: ({ name }) => `已保存「${name}」的风格，网站随即更新。`,
  });
  const changed = JSON.stringify(theme) !== JSON.stringify(site.theme);
  const poor = verdict.data?.pairs.filter(({ enough }) => !enough) ?? [];
  const colour = (name: ColourName, value: string) => setTheme({ ...theme, colours: { ...theme.colours, [name]: value.toLowerCase() } });
  const refused = poor.length > 0 ? `${poor.length} 组颜色读者看不清` : changed ? undefined : '没有修改';
  return (
    <>
      <div className="office-columns">
        <div className="office-stack">
          <Card title="颜色">
            <div className="portal-colours">
              {(Object.keys(colourWord) as ColourName[]).map((name) => (
                <label key={name}>
                  <input type="color" value={theme.colours[name]} disabled={!may} onChange={(event) => colour(name, event.target.value)} />
                  <span>
                    {colourWord[name]}
                    <small className="kz-mono">{theme.colours[name]}</small>
                  </span>
                </label>
              ))}
            </div>
          </Card>
          <Card title="版式">
            <div className="portal-layouts">
              <span>页头</span>
              <FilterChips
                label="页头"
                value={theme.header}
                onChange={(header) => may && setTheme({ ...theme, header })}
                chips={choices(headerLayouts, headerWord)}
              />
              <span>首页</span>
              <FilterChips
                label="首页"
                value={theme.home}
                onChange={(home) => may && setTheme({ ...theme, home })}
                chips={choices(homeLayouts, homeWord)}
              />
              <span>列表</span>
              <FilterChips
                label="列表"
                value={theme.list}
                onChange={(list) => may && setTheme({ ...theme, list })}
                chips={choices(listLayouts, listWord)}
              />
              <span>转角</span>
              <FilterChips
                label="转角"
                value={theme.corners}
                onChange={(corners) => may && setTheme({ ...theme, corners })}
                chips={choices(['square', 'soft', 'round'] as const, cornersWord)}
              />
            </div>
          </Card>
        </div>
        <aside className="office-aside">
          <Card title="样子">
            <ThemeSample theme={theme} name={site.name} />
          </Card>
          {may && (
            <Card title="对比度" note={poor.length > 0 ? `${poor.length} 组不足` : '都看得清'}>
              <ul className="portal-pairs" aria-live="polite">
                {[...(verdict.data?.pairs ?? [])]
                  .sort((one, other) => Number(one.enough) - Number(other.enough) || one.ratio - other.ratio)
                  .map(({ front, back, ratio, least, enough }) => (
                    <li key={`${front}${back}`} className={enough ? undefined : 'portal-poor'}>
                      <StateGlyph glyph={enough ? 'full' : 'barred'} color={enough ? palette.green : palette.plum} />
                      <span>
                        {colourWord[front]}，在{colourWord[back]}上
                      </span>
                      <span>
                        {ratio.toFixed(1)}
                        {!enough && `，须 ${least}`}
                      </span>
                    </li>
                  ))}
              </ul>
            </Card>
          )}
        </aside>
      </div>
      <ProblemNote problem={put.refusal} onDismiss={put.dismiss} />
      {may && (
        <ActionBar
          primary={{ key: 'put', label: '保存风格', busy: put.busy, refusedBecause: refused, onAct: () => put.run(undefined) }}
          others={changed ? [{ key: 'back', label: '还原', onAct: () => setTheme(site.theme) }] : []}
        />
      )}
    </>
  );
}
