import styles from './skeleton.module.css';

const widths = ['92%', '78%', '85%', '64%', '88%'];

/** Grey lines in the place of text that is on its way. Says nothing to screen readers: what shows it does. */
export function Skeleton({ lines }: { readonly lines: number }) {
  return (
    <div className={styles['lines']} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles['line']} style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  );
}
