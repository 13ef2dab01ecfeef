import { ProgressBar as AriaProgressBar } from 'react-aria-components'

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  /** 0 while it is not known. */
  readonly total: number
  readonly isLabelHidden?: boolean
}

export function ProgressBar({ label, value, total, isLabelHidden = false }: ProgressBarProps) {
  const isUnknown = total === 0
  const figures = isUnknown ? '' : `${value.toLocaleString()} of ${total.toLocaleString()}`
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      value={value}
      minValue={0}
      maxValue={Math.max(total, 1)}
      isIndeterminate={isUnknown}
      valueLabel={figures}
    >
      {({ percentage }) => (
        <>
          {!isLabelHidden && (
            <span className="progress-label">
              <span>{label}</span>
              <span className="numeric muted">{figures}</span>
            </span>
          )}
          <span className="progress-track">
            <span
              className="progress-fill"
              style={{ display: 'block', ...(isUnknown ? {} : { scale: `${(percentage ?? 0) / 100} 1` }) }}
              {...(isUnknown ? { 'data-unknown': true } : {})}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}

/** A small disc that fills, beside words that say how far it is. */
export function ProgressDisc({ value, total }: Pick<ProgressBarProps, 'value' | 'total'>) {
  const done = total === 0 ? 0 : value / total
  return (
    <span className="progress-disc" aria-hidden style={{ background: `conic-gradient(var(--accent) ${done}turn, var(--pressed) 0)` }} />
  )
}
