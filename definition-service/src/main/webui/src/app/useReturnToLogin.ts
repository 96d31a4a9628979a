import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { session } from '@/api/session';

/** When the session ends, by choice or because a service no longer accepts the token: to the login, and back here after it. */
export function useReturnToLogin(): void {
  const navigate = useNavigate();
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.token()) return;
        queries.clear();
        void navigate({ to: '/login', search: { to: router.state.location.href } });
      }),
    [navigate, router, queries],
  );
}
