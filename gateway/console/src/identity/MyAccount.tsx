import { Alert, Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import { Field } from '~/calls/Field';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import { myPosts, useDirectory } from '~/coordination/directory/directory';
import { useMe } from '~/session/Session';
import { t } from '~/texts/texts';
import { accounts, roleTitle } from './identity';
import { MySessions } from './Sessions';

/** 我的账号: who is signed in and where, the password and the second factor. */
export default function MyAccount() {
  const me = useMe();
  const posts = myPosts(useDirectory(), me.account);
  return (
    <section className="page own" aria-label={t('own.title')}>
      <header><h1>{t('own.title')}</h1></header>
      <dl className="particulars">
        <div><dt>{t('account.login')}</dt><dd>{me.account}</dd></div>
        <div><dt>{t('account.displayName')}</dt><dd>{me.displayName}</dd></div>
        <div><dt>{t('account.rolesHeld')}</dt><dd>{me.roles.map(roleTitle).join('、') || t('account.noRoles')}</dd></div>
        {posts.length > 0 && <div><dt>{t('organisation.posts')}</dt><dd>{posts.map((post) => post.displayName).join('、')}</dd></div>}
      </dl>
      <Password />
      <SecondFactor />
      <MySessions />
      <details><summary>{t('own.permissions', { count: me.permissions.length })}</summary><ul className="permissions">{me.permissions.map((permission) => <li key={permission}>{permission}</li>)}</ul></details>
    </section>
  );
}

// Passwords are never kept as drafts: what is typed here is gone with the page.
function Password() {
  const [entry, setEntry] = useState({ old: '', next: '', repeat: '' });
  const [done, setDone] = useState(false);
  const call = useCall((sent: typeof entry, requestId) => accounts.changeMyPassword({ oldPassword: sent.old, newPassword: sent.next, requestId }), () => {
    setEntry({ old: '', next: '', repeat: '' });
    setDone(true);
  });
  const same = entry.next === entry.repeat;
  const field = (name: keyof typeof entry, label: string, contractName: string | undefined, autoComplete: string, hint?: string) => (
    <Field label={label} {...(contractName ? { name: contractName } : {})} refusal={call.refusal} required {...(hint ? { hint } : {})}>
      <Input.Password value={entry[name]} maxLength={200} autoComplete={autoComplete} onChange={(e) => setEntry({ ...entry, [name]: e.target.value })} />
    </Field>
  );
  return (
    <form className="act" aria-label={t('own.password')} onSubmit={(e) => { e.preventDefault(); setDone(false); call.run(entry); }}>
      <h2>{t('own.password')}</h2>
      {field('old', t('own.oldPassword'), 'old_password', 'current-password')}
      {field('next', t('own.newPassword'), 'new_password', 'new-password', t('own.passwordRule'))}
      {field('repeat', t('own.repeat'), undefined, 'new-password')}
      {!same && entry.repeat !== '' && <p role="alert" className="wrong">{t('own.notSame')}</p>}
      {call.refusal && <RefusalNotice refusal={call.refusal} />}
      {done && <Alert type="success" showIcon title={t('own.changed')} />}
      <p className="facts">{t('own.endsSessions')}</p>
      <p className="buttons"><Button type="primary" htmlType="submit" disabled={!same || entry.next === '' || entry.old === ''} loading={call.busy}>{t('own.change')}</Button></p>
    </form>
  );
}

/** 双因素: the secret is shown once, and counts once a code of it was given. */
function SecondFactor() {
  const [password, setPassword] = useState('');
  const [uri, setUri] = useState('');
  const [code, setCode] = useState('');
  const [done, setDone] = useState(false);
  const start = useCall((sent: string, requestId) => accounts.startTotpEnrolment({ password: sent, requestId }), (result) => {
    setPassword('');
    setUri(result.otpauthUri);
    setDone(false);
  });
  const confirm = useCall((sent: string, requestId) => accounts.confirmTotpEnrolment({ code: sent, requestId }), () => {
    setUri('');
    setCode('');
    setDone(true);
  });
  return (
    <section className="act totp" aria-label={t('totp.title')}>
      <h2>{t('totp.title')}</h2>
      <p>{t('totp.hint')}</p>
      {done && <Alert type="success" showIcon title={t('totp.done')} />}
      {uri === '' ? (
        <form onSubmit={(e) => { e.preventDefault(); start.run(password); }}>
          <Field label={t('own.oldPassword')} name="password" refusal={start.refusal} required><Input.Password value={password} maxLength={200} autoComplete="current-password" onChange={(e) => setPassword(e.target.value)} /></Field>
          {start.refusal && <RefusalNotice refusal={start.refusal} />}
          <p className="buttons"><Button htmlType="submit" disabled={password === ''} loading={start.busy}>{t('totp.start')}</Button></p>
        </form>
      ) : (
        <form onSubmit={(e) => { e.preventDefault(); confirm.run(code); }}>
          {/* The same secret stands below as text, for whoever cannot see or scan it. */}
          <div aria-hidden="true"><QRCode type="svg" value={uri} color="#000" bgColor="#fff" /></div>
          <p>{t('totp.secret')} <code className="secret">{new URL(uri).searchParams.get('secret')}</code></p>
          <Field label={t('totp.code')} name="code" refusal={confirm.refusal} required><Input value={code} inputMode="numeric" maxLength={6} autoComplete="one-time-code" onChange={(e) => setCode(e.target.value)} /></Field>
          {confirm.refusal && <RefusalNotice refusal={confirm.refusal} />}
          <p className="buttons"><Button type="primary" htmlType="submit" disabled={code.length !== 6} loading={confirm.busy}>{t('totp.confirm')}</Button><Button onClick={() => setUri('')}>{t('form.cancel')}</Button></p>
        </form>
      )}
    </section>
  );
}
