import { render, screen } from '@testing-library/react';
import { Button } from 'antd';
import { Appearance } from '@/app/Appearance';
import { SaveOutlined, WarningFilled } from './icons';

it('leaves a button the name that its text gives, also while it is busy', () => {
  render(
    <Appearance>
      <Button icon={<SaveOutlined />}>Save</Button>
      <Button loading>Run</Button>
    </Appearance>,
  );

  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Save', 'Run']);
  expect(screen.getByRole('button', { name: 'Save' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Run' })).toBeInTheDocument();
});

it('reads out an icon that has a name of its own', () => {
  render(<WarningFilled aria-label="Doubtful" />);

  expect(screen.getByRole('img', { name: 'Doubtful' })).toBeInTheDocument();
});
