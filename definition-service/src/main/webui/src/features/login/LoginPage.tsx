import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLogin, type Login } from '@/api/queries/me';
import { Problem } from '@/api/problem';
import { Logo } from '@/app/Logo';
import { LockOutlined, UserOutlined } from '@/components/icons';
import { usePlace } from '@/components/place';
import { inside } from './inside';
import styles from './LoginPage.module.css';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation('login');
  const { to } = route.useSearch();
  const router = useRouter();
  const login = useLogin();
  usePlace(t('title'));
  const submit = (values: Login) => login.mutate(values, { onSuccess: () => router.history.push(inside(to)) });
  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="login-title">
        <Logo size={40} />
        <h1 id="login-title" className={styles.title}>
          {t('title')}
        </h1>
        <p className={styles.lead}>{t('lead')}</p>
        <Form<Login> layout="vertical" requiredMark={false} onFinish={submit} size="large">
          <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameMissing') }]}>
            {/* The page has one purpose, and this is where it begins. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <Input prefix={<UserOutlined />} autoComplete="username" autoFocus spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          <div aria-live="assertive">
            {login.error ? (
              <Alert type="error" showIcon className={styles.error} title={reason(login.error, t)} />
            ) : null}
          </div>
          <Button type="primary" htmlType="submit" block loading={login.isPending}>
            {t('submit')}
          </Button>
        </Form>
        <p className={styles.hint}>{t('hint')}</p>
      </section>
    </main>
  );
}

function reason(error: Error, t: (key: string) => string): string {
  if (!(error instanceof Problem)) return t('unreachable');
  return error.status === 401 ? t('refused') : error.message;
}
