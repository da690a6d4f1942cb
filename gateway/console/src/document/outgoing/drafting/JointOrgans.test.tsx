import { create } from '@bufbuild/protobuf';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { OrganLevel, OutgoingDocumentSchema } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { JointOrgans } from './JointOrgans';
import { sheetOf, type Sheet } from './sheet';

afterEach(cleanup);
let now: Sheet;
function Desk() {
  const [sheet, setSheet] = useState(() => sheetOf(create(OutgoingDocumentSchema, {})));
  now = sheet;
  return <JointOrgans sheet={sheet} set={(change) => setSheet({ ...sheet, ...change })} readOnly={false} />;
}

test('Organs that issue a document together are added with their level, and taken away again', () => {
  render(<Desk />);
  fireEvent.click(screen.getByText('添加联合发文机关'));
  fireEvent.change(screen.getByLabelText('联合机关 1 名称'), { target: { value: '江州市财政局' } });
  fireEvent.change(screen.getByLabelText('联合机关 1 层级'), { target: { value: 'CITY' } });
  fireEvent.click(screen.getByText('添加联合发文机关'));
  expect(now.jointOrgans).toMatchObject([{ organ: '江州市财政局', level: OrganLevel.CITY }, { organ: '', level: OrganLevel.UNSPECIFIED }]);
  fireEvent.click(screen.getByLabelText('不再联合：第 2 个机关'));
  expect(now.jointOrgans.map((one) => one.organ)).toEqual(['江州市财政局']);
});
