import type { FieldError } from '@/api/problem';
import { ExclamationCircleFilled } from '@/components/icons';
import styles from './forms.module.css';

export function FieldErrors({ errors }: { errors: readonly FieldError[] }) {
  return (
    <div aria-live="polite">
      {errors.map((error) => (
        <div key={`${error.pointer} ${error.code} ${error.detail}`} className={styles.error}>
          <ExclamationCircleFilled />
          <span>{error.detail}</span>
        </div>
      ))}
    </div>
  );
}
