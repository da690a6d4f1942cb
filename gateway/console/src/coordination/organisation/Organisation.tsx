import { Input } from 'antd';
import { useState } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { myPosts } from '~/coordination/directory/directory';
import { useKeys } from '~/frame/keys';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { Act, Keeping } from './Keeping';
import { Unplaced } from './Unplaced';
import { branches, unitsWith, useOrganisation } from './units';
import { UnitPane } from './UnitPane';

const pathOf = (unit: string) => `/organisation/${unit.replace('units/', '')}`;

/** 组织机构: every unit on the left, the chosen one with its posts and people on the right. */
export default function Organisation() {
  const read = useOrganisation();
  const id = useParams()['unit'];
  const [word, setWord] = useState('');
  const go = useNavigate();
  const directory = read.data;
  const all = directory === undefined ? [] : branches(directory.units);
  const fitting = directory === undefined || word.trim() === '' ? undefined : unitsWith(directory, word.trim());
  const shown = all.filter(({ unit }) => fitting === undefined || fitting.has(unit.name));
  // Whoever comes without an address finds the own unit.
  const own = myPosts(directory, useMe().account)[0]?.unit;
  const wanted = id === undefined ? own : `units/${id}`;
  const chosen = all.find(({ unit }) => unit.name === wanted)?.unit ?? (id === undefined ? shown[0]?.unit : undefined);
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ unit }) => unit === chosen);
    const next = shown[Math.max(0, Math.min(at + by, shown.length - 1))];
    if (next) void go(pathOf(next.unit.name), { replace: true });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (directory === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  return (
    <div className="organisation">
      <section className="tree" aria-label={t('organisation.units')}>
        <h1>{t('nav.organisation')}</h1>
        <Input allowClear value={word} onChange={(e) => setWord(e.target.value)} placeholder={t('organisation.findHint')} aria-label={t('organisation.find')} />
        <nav aria-label={t('organisation.units')}>
          <ul>
            {shown.map(({ unit, depth }) => (
              <li key={unit.name} className={`depth-${Math.min(depth, 4)}`}>
                <NavLink to={pathOf(unit.name)} replace className={unit === chosen ? 'active' : ''} aria-current={unit === chosen ? 'page' : undefined}>
                  {unit.displayName}{unit.closed && <small> {t('organisation.closed')}</small>}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {shown.length === 0 && <p className="empty">{t(directory.units.length === 0 ? 'organisation.empty' : 'organisation.nothingFound')}</p>}
      </section>
      <section className="pane" aria-label={t('organisation.unit')}>
        <Keeping key={chosen?.name}>
          {chosen ? <UnitPane unit={chosen} directory={directory} /> : <p className="empty">{t('organisation.noSuchUnit')} <Act of="unit" /></p>}
          <Unplaced directory={directory} />
        </Keeping>
      </section>
    </div>
  );
}
