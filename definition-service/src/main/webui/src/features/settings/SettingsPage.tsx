import { Segmented, Select, Spin } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries/me';
import { useHealth } from '@/api/queries/health';
import { choices, choose, useChoice, type Choice } from '@/app/theme';
import { Page } from '@/components/Page';
import { i18next, languageName, languages } from '@/i18n';
import { Health } from './Health';
import styles from './SettingsPage.module.css';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className={styles.panels}>
        <Panel title={t('appearance.title')}>
          <AppearanceSettings />
        </Panel>
        <Panel title={t('account.title')}>
          <Account />
        </Panel>
        <Panel title={t('about.title')}>
          <About />
        </Panel>
      </div>
    </Page>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className={styles.rows}>{children}</dl>
    </section>
  );
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AppearanceSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const { i18n } = useTranslation();
  const chosen = useChoice();
  const language = useId();
  return (
    <>
      <Row label={t('appearance.mode')}>
        <Segmented<Choice>
          aria-label={t('appearance.mode')}
          value={chosen}
          onChange={choose}
          options={choices.map((value) => ({ value, label: t(`common:appearance.${value}`) }))}
        />
      </Row>
      <Row label={<label htmlFor={language}>{t('appearance.language')}</label>}>
        <Select
          id={language}
          value={i18n.language}
          onChange={(tag: string) => void i18next.changeLanguage(tag)}
          options={languages.map((value) => ({ value, label: languageName(value) }))}
          style={{ width: 200 }}
        />
      </Row>
    </>
  );
}

function Account() {
  const { t } = useTranslation(['settings', 'common']);
  const me = useMe();
  if (!me.data) {
    return (
      <Row label={t('account.username')}>
        <Spin />
      </Row>
    );
  }
  return (
    <>
      <Row label={t('account.username')}>{me.data.username}</Row>
      <Row label={t('account.roles')}>
        <ul className={styles.roles}>
          {me.data.roles.map((role) => (
            <li key={role}>
              <strong>{t(`common:roles.${role}`, role)}</strong> <span>{t(`account.may.${role}`, '')}</span>
            </li>
          ))}
        </ul>
      </Row>
    </>
  );
}

function About() {
  const { t } = useTranslation(['settings', 'common']);
  const health = useHealth();
  return (
    <>
      <Row label={t('about.product')}>{t('common:product')}</Row>
      <Row label={t('about.version')}>{__VERSION__}</Row>
      <Row label={t('about.api')}>
        <a href="/q/openapi?format=json">{t('about.openapi')}</a>
      </Row>
      <Row label={t('about.health')}>{health.data ? <Health checks={health.data} /> : <Spin />}</Row>
    </>
  );
}
