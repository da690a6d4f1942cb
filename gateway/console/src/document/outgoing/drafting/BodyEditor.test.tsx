import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { BodyEditor } from './BodyEditor';

function Desk({ first, readOnly = false }: { first: string; readOnly?: boolean }) {
  const [text, setText] = useState(first);
  const area = useRef<HTMLTextAreaElement>(null);
  return <BodyEditor value={text} change={setText} marks={[{ id: 'f1', offset: 1, length: 2, error: true }]} readOnly={readOnly} area={area} />;
}
afterEach(cleanup);
const area = () => screen.getByLabelText<HTMLTextAreaElement>('正文');

test('A paragraph becomes a heading by button or key, and what was found is marked where it stands', () => {
  const { container } = render(<Desk first={'甲乙丙\n丁'} />);
  expect(container.querySelector('mark')?.textContent).toBe('乙丙');
  area().setSelectionRange(0, 5);
  fireEvent.click(screen.getByText('一、'));
  expect(area().value).toBe('一、甲乙丙\n二、丁');
  area().setSelectionRange(9, 9);
  fireEvent.keyDown(area(), { key: '2', ctrlKey: true, altKey: true });
  expect(area().value).toBe('一、甲乙丙\n（一）丁');
});

test('A table is filled cell by cell and put into lines of its own', () => {
  render(<Desk first="甲" />);
  area().setSelectionRange(1, 1);
  fireEvent.click(screen.getByText(/^表\s?格$/));
  fireEvent.change(screen.getByLabelText('第 1 行第 1 列'), { target: { value: '县' } });
  fireEvent.change(screen.getByLabelText('第 2 行第 2 列'), { target: { value: '30' } });
  fireEvent.click(screen.getByText('放入正文'));
  expect(area().value).toBe('甲\n县\t\n\t30');
});

test('Nobody types in a document that another edits', () => {
  render(<Desk first="甲" readOnly />);
  expect(area().readOnly).toBe(true);
  fireEvent.keyDown(area(), { key: '1', ctrlKey: true, altKey: true });
  expect(area().value).toBe('甲');
});
