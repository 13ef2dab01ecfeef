import { plural } from '../store/labels.ts'
import type { ExportedSession, ExportedTheme } from './exported-session.ts'

/** Counts what only JSON holds. */
export function lossCount(themes: readonly ExportedTheme[]) {
  const lost = { texts: 0, leftover: 0, problems: 0, themes: countThemes(themes) }

  return {
    add({ leftover, problems }: ExportedSession): void {
      lost.texts += 1
      lost.leftover += leftover.reduce((sum, [start, end]) => sum + end - start, 0)
      lost.problems += problems.length
    },
    /** One line, or none where nothing was lost. `more` names what else this format leaves out of every session. */
    lines(format: string, ...more: readonly string[]): string[] {
      const parts = [
        ...(lost.texts > 0 ? [`the full text of ${plural(lost.texts, 'page')}`, ...more] : []),
        lost.leftover > 0 && `${plural(lost.leftover, 'character')} of leftover text`,
        lost.problems > 0 && plural(lost.problems, 'problem'),
        lost.themes > 0 && `the descriptions, colours and order of ${plural(lost.themes, 'theme')}`,
      ].filter(part => part !== false)
      return parts.length === 0 ? [] : [`Not in ${format}, but in JSON: ${parts.join('; ')}.`]
    },
  }
}

const countThemes = (themes: readonly ExportedTheme[]): number => themes.reduce((sum, theme) => sum + 1 + countThemes(theme.themes), 0)
