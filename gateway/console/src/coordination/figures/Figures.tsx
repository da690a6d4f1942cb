import { Link, useSearchParams } from 'react-router';
import { t } from '~/texts/texts';
import { DailyFigures } from './DailyFigures';
import { DocumentFigures } from './DocumentFigures';
import { isPeriod, periodOf } from './figures';
import { StepFigures } from './StepFigures';
import '~/frame/duties.css';

const tabs = { documents: DocumentFigures, steps: StepFigures, daily: DailyFigures } as const;
type Tab = keyof typeof tabs;

/** 统计: documents by month, genre and unit; how the steps of procedures went; what was registered day by day. */
export default function Figures() {
  const [search, setSearch] = useSearchParams();
  const tab: Tab = search.get('tab') === 'steps' ? 'steps' : search.get('tab') === 'daily' ? 'daily' : 'documents';
  const period = periodOf(search);
  const Shown = tabs[tab];
  /** A month that is being typed is empty for a while, and stays so until it is a month. */
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value || name === 'from' || name === 'to') next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  /** The other tab of the same months. */
  const to = (other: Tab) => `/figures?${new URLSearchParams({ tab: other, from: period.from, to: period.to }).toString()}`;
  return (
    <section className="register figures" aria-label={t('nav.figures')}>
      <header><h1>{t('nav.figures')}</h1></header>
      <nav className="tabs" aria-label={t('nav.figures')}>
        {(Object.keys(tabs) as Tab[]).map((one) => <Link key={one} to={to(one)} className={one === tab ? 'active' : ''} aria-current={one === tab ? 'page' : undefined}>{t(`figures.${one}`)}</Link>)}
      </nav>
      <div className="filters period">
        <label>{t('figures.from')} <input type="month" value={period.from} onChange={(e) => set('from', e.target.value)} /></label>
        <label>{t('figures.to')} <input type="month" value={period.to} onChange={(e) => set('to', e.target.value)} /></label>
        {!isPeriod(period) && <span role="alert" className="wrong">{t('figures.noPeriod')}</span>}
      </div>
      <Shown period={period} search={search} set={set} />
    </section>
  );
}
