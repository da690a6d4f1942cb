import { NavLink, useParams, useSearchParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { postWithHolder, useDirectory } from '~/coordination/directory/directory';
import type { Procedure, ProcedureStep } from '~/gen/backoffice/procedures/v1/procedures_pb';
import { language, t } from '~/texts/texts';
import { beside, factsOf, useProcedures, useProcedureVersion } from './steps';

/** 办理程序: every step with its post, standard, time limit and output; two versions side by side. */
export default function Procedures() {
  const id = useParams()['id'];
  const read = useProcedures();
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const chosen = read.data.find((one) => one.name === `procedures/${id}`) ?? (id === undefined ? read.data[0] : undefined);
  return (
    <section className="page" aria-label={t('nav.procedures')}>
      <header><h1>{t('nav.procedures')}</h1></header>
      <nav className="tabs" aria-label={t('procedures.list')}>
        {read.data.map((one) => <NavLink key={one.name} to={`/${one.name}`} aria-current={one === chosen ? 'page' : undefined} className={one === chosen ? 'active' : ''}>{one.title}</NavLink>)}
      </nav>
      {read.data.length === 0 && <p className="empty">{t('procedures.empty')}</p>}
      {chosen ? <Shown key={chosen.name} latest={chosen} /> : id !== undefined && <p className="empty">{t('procedures.noSuch')}</p>}
    </section>
  );
}

function Shown({ latest }: { latest: Procedure }) {
  const [search, setSearch] = useSearchParams();
  const version = Number(search.get('version') ?? latest.version);
  const other = Number(search.get('with') ?? 0);
  const one = useProcedureVersion(latest.name, version);
  const compared = useProcedureVersion(latest.name, other);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '0') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const versions = latest.versions.map((v) => <option key={v} value={v}>{t('procedures.version', { version: v })}</option>);
  const error = one.error ?? compared.error;
  return (
    <>
      <div className="filters">
        <label>{t('procedures.shown')} <select value={version} onChange={(e) => set('version', e.target.value)}>{versions}</select></label>
        {latest.versions.length > 1 && <label>{t('procedures.with')} <select value={other} onChange={(e) => set('with', e.target.value)}><option value={0}>—</option>{versions}</select></label>}
      </div>
      {error !== null && <RefusalNotice refusal={refusalOf(error)} />}
      {one.data && <Warnings procedure={one.data} />}
      {one.data && (compared.data && other !== version ? <Beside one={compared.data} other={one.data} /> : <Steps procedure={one.data} />)}
    </>
  );
}

/** What could bring it to a stand in the bureau as it is now. */
function Warnings({ procedure }: { procedure: Procedure }) {
  const directory = useDirectory();
  if (procedure.warnings.length === 0) return null;
  return (
    <ul className="wanting" aria-label={t('organisation.wanting')}>
      {procedure.warnings.map((w) => <li key={w.step + w.post + w.gap}>{language() === 'en' ? w.messageEn : w.message}{w.post && <small> {postWithHolder(directory, w.post)}</small>}</li>)}
    </ul>
  );
}

function Steps({ procedure }: { procedure: Procedure }) {
  return <ol className="procedure-steps">{procedure.steps.map((step) => <li key={step.id} id={step.id}><Step step={step} procedure={procedure} /></li>)}</ol>;
}

function Step({ step, procedure, differs = [] }: { step: ProcedureStep; procedure: Procedure; differs?: string[] }) {
  return (
    <>
      <h2>{step.title}</h2>
      <dl>{factsOf(step, procedure).map(([label, value]) => <div key={label} className={differs.includes(label) ? 'differs' : ''}><dt>{t(label)}</dt><dd>{value}</dd></div>)}</dl>
    </>
  );
}

/** Two versions: the older on the left; what differs is marked, what is missing is said. */
function Beside({ one, other }: { one: Procedure; other: Procedure }) {
  return (
    <table className="plain beside-versions">
      <thead><tr><th scope="col">{t('procedures.version', { version: one.version })}</th><th scope="col">{t('procedures.version', { version: other.version })}</th></tr></thead>
      <tbody>
        {beside(one, other).map((pair) => {
          const before = pair.one ? factsOf(pair.one, one) : [];
          const after = pair.other ? factsOf(pair.other, other) : [];
          const keys = [...before, ...after].map(([label]) => label);
          const differs = pair.one && pair.other ? keys.filter((label) => before.find(([l]) => l === label)?.[1] !== after.find(([l]) => l === label)?.[1]) : [];
          return (
            <tr key={pair.id} className={pair.differs ? 'differs' : ''}>
              <td>{pair.one ? <Step step={pair.one} procedure={one} differs={differs} /> : <em>{t('procedures.notThere')}</em>}</td>
              <td>{pair.other ? <Step step={pair.other} procedure={other} differs={differs} /> : <em>{t('procedures.notThere')}</em>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
