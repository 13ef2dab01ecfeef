import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { TextChange } from '../../src-preload/types.ts'
import { IconButton } from '../shell/components/button.tsx'
import { count } from '../shell/words.ts'
import { compareBlocks, type CompareBlock, type Piece } from './compare-blocks.ts'
import { Words } from '../shell/components/words.tsx'
import './versions.css'

interface Side {
  readonly name: string
  readonly text: string
}
export interface DifferenceViewProps {
  readonly older: Side
  readonly newer: Side
  readonly changes: readonly TextChange[]
}

function Pieces({ pieces, tag: Tag }: { pieces: readonly Piece[]; tag: 'del' | 'ins' }) {
  return pieces.map(({ text, isChanged }, i) =>
    isChanged ? (
      <Tag key={i}>
        <Words>{text}</Words>
      </Tag>
    ) : (
      <span key={i}>
        <Words>{text}</Words>
      </span>
    ),
  )
}

function Block({ block, label }: { block: CompareBlock; label: string }) {
  return (
    <div className="compare-block" role="group" aria-label={label} tabIndex={-1} data-change>
      {block.skipped > 0 && <p className="compare-skipped">{count(block.skipped, 'line')} the same</p>}
      <div className="compare-cell selectable" dir="auto">
        <Pieces pieces={block.older} tag="del" />
      </div>
      <div className="compare-cell selectable" dir="auto">
        <Pieces pieces={block.newer} tag="ins" />
      </div>
    </div>
  )
}

/** N and P anywhere in the dialog, whose keys no one else hears. */
function useStepKeys(within: RefObject<HTMLElement | null>, go: (step: 1 | -1) => void) {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    const dialog = within.current?.closest<HTMLElement>('[role=dialog]')
    function press(event: KeyboardEvent) {
      const step = { n: 1 as const, p: -1 as const }[event.key.toLowerCase()]
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      latest.current(step)
    }
    dialog?.addEventListener('keydown', press)
    return () => dialog?.removeEventListener('keydown', press)
  }, [within])
}

/** Stands where the difference of two long texts will. */
export function Comparing() {
  return (
    <p role="status" className="muted">
      Comparing the two texts…
    </p>
  )
}

/** Two texts side by side where they differ; N and P go to the next difference and the one before. */
export function DifferenceView({ older, newer, changes }: DifferenceViewProps) {
  const blocks = useMemo(() => compareBlocks(older.text, newer.text, changes), [older.text, newer.text, changes])
  const [at, setAt] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  function go(step: 1 | -1) {
    if (blocks.length === 0) return
    const next = at < 0 && step < 0 ? blocks.length - 1 : (at + step + blocks.length) % blocks.length
    setAt(next)
    const block = list.current?.querySelectorAll<HTMLElement>('[data-change]')[next]
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'center' })
  }
  useStepKeys(list, go)
  return (
    <section className="compare" aria-label="Differences">
      <header className="compare-heads">
        <span className="compare-head one-line" dir="auto">
          <Words>{older.name}</Words>
        </span>
        <span className="compare-head one-line" dir="auto">
          <Words>{newer.name}</Words>
        </span>
        <span className="compare-steps">
          <span className="numeric faint" role="status">
            {at < 0 ? count(blocks.length, 'difference') : `${at + 1} of ${blocks.length}`}
          </span>
          <IconButton size="small" label="Previous difference" keys="p" isDisabled={blocks.length === 0} onPress={() => go(-1)}>
            <ChevronUp size={16} aria-hidden />
          </IconButton>
          <IconButton size="small" label="Next difference" keys="n" isDisabled={blocks.length === 0} onPress={() => go(1)}>
            <ChevronDown size={16} aria-hidden />
          </IconButton>
        </span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled is reached by keys */}
      <div className="compare-list" ref={list} tabIndex={0} role="group" aria-label="Passages that differ">
        {blocks.length === 0 && <p className="muted compare-none">Both say the same; at most their white space differs.</p>}
        {blocks.map((block, i) => (
          <Block key={i} block={block} label={`Difference ${i + 1} of ${blocks.length}`} />
        ))}
      </div>
    </section>
  )
}
