import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { useAddress } from '~/frame/address';
import { Audit, type Role } from '~/gen/backoffice/options/v1/access_pb';
import { t, type TextKey } from '~/texts/texts';
import { roles, roleTitle } from './identity';
import { readMatrix } from './contract';

/** 权限表: role by rpc, as the contract has it; narrowed by a word, or to what one role may do. */
export function Matrix() {
  const { search, change } = useAddress();
  const read = useQuery({ queryKey: ['matrix'], queryFn: readMatrix, staleTime: Infinity });
  const word = (search.get('q') ?? '').toLowerCase();
  const only = Number(search.get('role') ?? 0) as Role;
  if (read.error !== null) return <RefusalNotice refusal={refusalOf(read.error)} />;
  if (read.data === undefined) return <p className="waiting">{t('shell.loading')}</p>;
  const shown = read.data.filter((right) => (only === 0 || right.roles.includes(only)) && (word === '' || `${right.permission} ${right.rpc}`.toLowerCase().includes(word)));
  const columns = only === 0 ? roles : [only];
  return (
    <>
      <div className="filters">
        <Input.Search key={word} allowClear defaultValue={word} onSearch={(text) => change({ q: text.trim() })} placeholder={t('rights.find')} aria-label={t('rights.find')} />
        <label>{t('rights.role')} <select value={only} onChange={(e) => change({ role: e.target.value === '0' ? '' : e.target.value })}><option value={0}>{t('rights.allRoles')}</option>{roles.map((role) => <option key={role} value={role}>{roleTitle(role)}</option>)}</select></label>
        <span className="total" role="status">{t('rights.count', { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? <p className="empty">{t('list.nothingFound')}</p> : (
        <div className="scroll" role="region" tabIndex={0} aria-label={t('rights.matrix')}>
          <table className="plain matrix">
            <thead><tr><th scope="col">{t('audit.service')}</th><th scope="col">{t('rights.permission')}</th><th scope="col">{t('rights.rpc')}</th><th scope="col">{t('rights.audited')}</th>{columns.map((role) => <th key={role} scope="col">{roleTitle(role)}</th>)}</tr></thead>
            <tbody>
              {shown.map((right) => (
                <tr key={right.rpc + right.service}>
                  <td>{t(`service.${right.service}` as TextKey)}</td><th scope="row">{right.permission}</th><td>{right.rpc}</td><td>{right.audited === Audit.UNSPECIFIED ? '' : t(right.audited === Audit.CHANGE ? 'rights.change' : 'rights.read')}</td>
                  {columns.map((role) => <td key={role} className={right.roles.includes(role) ? 'may' : 'not'}>{right.roles.includes(role) ? <><span aria-hidden>●</span><span className="unseen">{t('form.yes')}</span></> : <span className="unseen">{t('form.no')}</span>}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
