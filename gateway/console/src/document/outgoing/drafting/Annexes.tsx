import { create } from '@bufbuild/protobuf';
import { Button, Input } from 'antd';
import { AnnexSchema } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { t } from '~/texts/texts';
import { Field, Lines } from './Elements';
import type { Sheet } from './sheet';

/** 附件说明 and the annexes themselves, printed after the text. */
export function Annexes({ sheet, set, readOnly }: { sheet: Sheet; set: (change: Partial<Sheet>) => void; readOnly: boolean }) {
  const { annexes } = sheet;
  const put = (at: number, change: { title?: string; text?: string }) => set({ annexes: annexes.map((annex, i) => (i === at ? { ...annex, ...change } : annex)) });
  const titles = annexes.map((annex) => annex.title);
  const agrees = [sheet.attachmentList, sheet.attachmentTitles].every((list) => list.length === titles.length && list.every((entry, i) => entry === titles[i]));
  return (
    <details className="more" open={annexes.length > 0 || sheet.attachmentList.length > 0}>
      <summary>{t('draft.annexes', { count: annexes.length })}</summary>
      <Lines whole label={t('draft.attachmentList')} value={sheet.attachmentList} change={(attachmentList) => set({ attachmentList })} readOnly={readOnly} />
      <Lines whole label={t('draft.attachmentTitles')} value={sheet.attachmentTitles} change={(attachmentTitles) => set({ attachmentTitles })} readOnly={readOnly} />
      {annexes.map((annex, i) => (
        <fieldset key={i} className="annex">
          <legend>{t('draft.annex', { number: i + 1 })}</legend>
          <Field label={t('incoming.title')}>{(id) => <Input id={id} value={annex.title} maxLength={500} readOnly={readOnly} onChange={(e) => put(i, { title: e.target.value })} />}</Field>
          <Field label={t('incoming.body')}>{(id) => <Input.TextArea id={id} rows={4} value={annex.text} readOnly={readOnly} onChange={(e) => put(i, { text: e.target.value })} />}</Field>
          {!readOnly && <Button size="small" danger onClick={() => set({ annexes: annexes.filter((_, at) => at !== i) })}>{t('draft.dropAnnex', { number: i + 1 })}</Button>}
        </fieldset>
      ))}
      {!readOnly && (
        <p className="buttons">
          <Button size="small" onClick={() => set({ annexes: [...annexes, create(AnnexSchema, {})] })}>{t('draft.addAnnex')}</Button>
          {annexes.length > 0 && !agrees && <Button size="small" onClick={() => set({ attachmentList: titles, attachmentTitles: titles })}>{t('draft.listAnnexes')}</Button>}
        </p>
      )}
    </details>
  );
}
