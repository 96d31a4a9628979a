import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { openAt, services, withServices } from '@/testing/product';

withServices();

beforeEach(() => {
  services.use(http.get('*/api/workflows', () => HttpResponse.json({ items: [] })));
});

async function paste(text: string) {
  const { user } = openAt('/workflows');
  await user.click(await screen.findByRole('button', { name: 'Import' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByLabelText('Or paste the document:'));
  await user.paste(text);
  return { user, dialog };
}

describe('ImportDialog', () => {
  it('should say that a text is no JSON before anything is sent', async () => {
    const { dialog } = await paste('{"title": ');
    expect(await dialog.findByText(/This is not JSON/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  it('should show every error at its place', async () => {
    services.use(
      http.post('*/api/workflows/import', () =>
        HttpResponse.json(
          {
            code: 'invalid_document',
            detail: 'Expected a document, but it has errors',
            errors: [
              { pointer: '/nodes/3/type', code: 'unknown_type', detail: 'Expected a known type, but it is "sql"' },
            ],
          },
          { status: 422 },
        ),
      ),
    );
    const { user, dialog } = await paste('{"title": "A"}');
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    const errors = within(await dialog.findByRole('list', { name: 'Errors' }));
    expect(errors.getByText('/nodes/3/type')).toBeInTheDocument();
    expect(errors.getByText('Expected a known type, but it is "sql"')).toBeInTheDocument();
  });

  it('should send the text as it is, and show the findings', async () => {
    let sent = '';
    services.use(
      http.post('*/api/workflows/import', async ({ request }) => {
        sent = `${request.headers.get('content-type')} ${await request.text()}`;
        return HttpResponse.json(
          {
            id: '7',
            title: 'Orders',
            enabled: false,
            findings: [{ pointer: '/sync', code: 'sync', detail: 'It cannot hold up what has happened' }],
          },
          { status: 201 },
        );
      }),
    );
    const { user, dialog } = await paste('{"data": {"title": "Orders"}}');
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('“Orders” was imported')).toBeInTheDocument();
    expect(screen.getByText('It cannot hold up what has happened')).toBeInTheDocument();
    expect(sent).toBe('application/json {"data": {"title": "Orders"}}');
  });
});
