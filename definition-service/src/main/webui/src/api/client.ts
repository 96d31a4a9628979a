import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';
import { Problem } from './problem';
import { session } from './session';

/** The schemas of the OpenAPI document, by name. */
export type Schemas = components['schemas'];

const authorization: Middleware = {
  onRequest({ request }) {
    const token = session.token();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return response;
    if (response.status === 401 && schemaPath !== '/api/auth/token') session.end();
    throw await Problem.of(response);
  },
};

/** Every call either resolves with `data` or throws a {@link Problem}. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up with each call: tests put theirs in its place later.
  fetch: (request) => fetch(request),
});
api.use(authorization);
