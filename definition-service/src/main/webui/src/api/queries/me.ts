import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../client';
import { session } from '../session';

export interface Me {
  username: string;
  roles: string[];
}

/** The signed-in user. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }): Promise<Me> => {
      const { data } = await api.GET('/api/auth/me', { signal });
      return { username: data?.username ?? '', roles: data?.roles ?? [] };
    },
    staleTime: Infinity,
  });
}

export interface Login {
  username: string;
  password: string;
}

export function useLogin() {
  return useMutation({
    mutationFn: async (body: Login) => {
      const { data } = await api.POST('/api/auth/token', { body });
      session.begin(data?.token ?? '');
    },
  });
}
