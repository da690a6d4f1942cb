import { Button } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '~/calls/RefusalNotice';
import { refusalOf } from '~/calls/refusals';
import { saveAs } from '~/document/files';
import { t } from '~/texts/texts';
import { asCsv, asXlsx, csvType, xlsxType, type Sheet } from './tables';

/** 导出: what a list shows, and the pages of it that were not read yet. */
export function ExportButtons({ name, table }: { name: string; table: () => Sheet | Promise<Sheet> }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async (kind: 'csv' | 'xlsx') => {
    setBusy(true);
    setError(undefined);
    try {
      const sheet = await table();
      const content = kind === 'csv' ? new TextEncoder().encode(asCsv(sheet)) : await asXlsx(sheet);
      saveAs([content], kind === 'csv' ? csvType : xlsxType, `${name}.${kind}`);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="export" role="group" aria-label={t('export.title')}>
      <Button size="small" loading={busy} onClick={() => void save('xlsx')}>XLSX</Button> <Button size="small" loading={busy} onClick={() => void save('csv')}>CSV</Button>
      {error !== undefined && <RefusalNotice refusal={refusalOf(error)} />}
    </span>
  );
}
