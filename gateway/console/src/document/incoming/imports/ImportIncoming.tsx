import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { useCall } from '~/calls/useCall';
import type { ImportOutcome } from '~/gen/backoffice/document/v1/incoming_documents_pb';
import { t } from '~/texts/texts';
import { documents } from '../incoming';
import { ImportPackage } from './ImportPackage';
import { ImportTable } from './ImportTable';
import { most, preview, type Previewed } from './preview';
import { recordsOf } from './records';

/** 批量导入: a file is looked through beside the register before anything of it is registered; each record is accepted or refused on its own. */
export default function ImportIncoming() {
  const [rows, setRows] = useState<Previewed[] | undefined>();
  const [left, setLeft] = useState<Set<number>>(new Set());
  const [looked, setLooked] = useState({ done: 0, of: 0 });
  const [outcomes, setOutcomes] = useState<ImportOutcome[]>([]);
  const queries = useQueryClient();
  const look = useCall(async (file: File) => {
    const records = recordsOf(await file.text());
    setLooked({ done: 0, of: records.length });
    return preview(records.slice(0, most), (done) => setLooked({ done, of: records.length }));
  }, (found) => {
    setRows(found);
    setOutcomes([]);
    // What the register holds already is left out unless somebody says otherwise.
    setLeft(new Set(found.filter((row) => row.document === undefined || row.held !== undefined).map((row) => row.line)));
  });
  const send = useCall(
    (chosen: Previewed[], requestId) => documents.importIncomingDocuments({ incomingDocuments: chosen.map((row) => row.document!), requestId }),
    (result) => {
      setOutcomes(result.outcomes);
      void queries.invalidateQueries({ queryKey: ['incoming'] });
    },
  );
  const chosen = (rows ?? []).filter((row) => row.document !== undefined && !left.has(row.line));
  return (
    <section className="page" aria-label={t('import.title')}>
      <header><h1>{t('import.title')}</h1><span className="space" /><Link to="/incoming">{t('nav.incoming')}</Link></header>
      <p>{t('import.hint', { most })}</p>
      <label className="add-file">{t('import.choose')}<input className="unseen" type="file" accept=".csv,.json,.jsonl,.txt" onChange={(e) => { const file = e.target.files?.[0]; if (file) look.run(file); e.target.value = ''; }} /></label>
      {look.busy && <p role="status">{t('import.looking', looked)}</p>}
      {look.refusal && <RefusalNotice refusal={look.refusal} />}
      {rows !== undefined && (
        <>
          {looked.of > most && <p className="wrong" role="alert">{t('import.tooMany', { of: looked.of, most })}</p>}
          <p role="status">{t('import.counts', { fresh: rows.filter((r) => r.document && !r.held).length, held: rows.filter((r) => r.held).length, broken: rows.filter((r) => r.problem).length })}</p>
          <ImportTable rows={rows} left={left} setLeft={setLeft} outcomes={outcomes} />
          {send.refusal && <RefusalNotice refusal={send.refusal} />}
          {outcomes.length > 0 && <p role="status" className="fine">{t('import.done', { count: outcomes.filter((o) => o.name && !o.existed).length, existed: outcomes.filter((o) => o.existed).length, refused: outcomes.filter((o) => o.refusal).length })}</p>}
          <p className="buttons"><Button type="primary" disabled={chosen.length === 0} loading={send.busy} onClick={() => send.run(chosen)}>{t('import.submit', { count: chosen.length })}</Button></p>
        </>
      )}
      <ImportPackage />
    </section>
  );
}
