import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { session } from '@/api/session';
import { executionSearch, executionViewSearch } from '@/features/executions/search';
import { workflowSearch } from '@/features/workflows/search';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage';
import { PendingPage } from './PendingPage';
import { Shell } from './Shell';

const root = createRootRoute({ notFoundComponent: NotFoundPage });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { to?: string } => (typeof search['to'] === 'string' ? { to: search['to'] } : {}),
  beforeLoad: () => {
    if (session.token()) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('@/features/login/LoginPage'), 'LoginPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session.token()) throw redirect({ to: '/login', search: { to: location.href } });
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/workflows', search: {} });
  },
});

const workflows = createRoute({
  getParentRoute: () => shell,
  path: '/workflows',
  validateSearch: workflowSearch,
  component: lazyRouteComponent(() => import('@/features/workflows/WorkflowsPage'), 'WorkflowsPage'),
});

const editor = createRoute({
  getParentRoute: () => shell,
  path: '/workflows/$id',
  component: lazyRouteComponent(() => import('@/features/editor/EditorPage'), 'EditorPage'),
});

const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  component: lazyRouteComponent(() => import('@/features/templates/TemplatesPage'), 'TemplatesPage'),
});

const executions = createRoute({
  getParentRoute: () => shell,
  path: '/executions',
  validateSearch: executionSearch,
  component: lazyRouteComponent(() => import('@/features/executions/ExecutionsPage'), 'ExecutionsPage'),
});

const execution = createRoute({
  getParentRoute: () => shell,
  path: '/executions/$id',
  validateSearch: executionViewSearch,
  component: lazyRouteComponent(() => import('@/features/executions/ExecutionPage'), 'ExecutionPage'),
});

const dataSources = createRoute({
  getParentRoute: () => shell,
  path: '/data-sources',
  component: lazyRouteComponent(() => import('@/features/data-sources/DataSourcesPage'), 'DataSourcesPage'),
});

const triggers = createRoute({
  getParentRoute: () => shell,
  path: '/triggers',
  component: lazyRouteComponent(() => import('@/features/triggers/TriggersPage'), 'TriggersPage'),
});

const deadLetters = createRoute({
  getParentRoute: () => shell,
  path: '/dead-letters',
  component: lazyRouteComponent(() => import('@/features/dead-letters/DeadLettersPage'), 'DeadLettersPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
});

/** @param history where the address is kept; the browser's address bar unless given */
export function routerOn(history?: RouterHistory) {
  return createRouter({
    ...(history ? { history } : {}),
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PendingPage,
    // Pages load when one means to go there, so that they are there on the click.
    defaultPreload: 'intent',
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        home,
        workflows,
        editor,
        templates,
        executions,
        execution,
        dataSources,
        triggers,
        deadLetters,
        settings,
      ]),
    ]),
  });
}

export const router = routerOn();

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
