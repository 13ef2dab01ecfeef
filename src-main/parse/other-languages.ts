import type { Shape } from './shapes.ts'
import { fold } from './vocabulary.ts'
import { list } from './word-list.ts'

/** The form's labels in languages that are not read; those that are the same in English are left out. */
const labels: Readonly<Record<string, readonly string[]>> = {
  French: list(
    'heure | horaire | date et heure | salle | lieu | sous-thème | organisateur | organisateurs | organisatrice | co-organisateur | intervenant | intervenants | intervenante | orateur | orateurs | conférencier | modérateur | modératrice | modérateur en ligne | animateur | rapporteuse | questions politiques | questions de politique | odd | objectifs de développement durable | résultats attendus | participation en ligne | durée | thème',
  ),
  Spanish: list(
    'hora | fecha y hora | sala | lugar | subtema | organizador | organizadora | organizadores | orador | oradora | oradores | ponente | ponentes | panelista | moderador | moderadora | moderador en línea | relator | relatora | formato | preguntas de política | ods | objetivos de desarrollo sostenible | descripción | resultados esperados | participación en línea | duración | tema',
  ),
  Portuguese: list(
    'horário | data e hora | hora | sala | local | subtema | organizador | organizadora | organizadores | palestrante | palestrantes | orador | painelista | moderador | moderadora | moderador online | relator | relatora | formato | questões de política | ods | objetivos de desenvolvimento sustentável | descrição | resultados esperados | participação online | duração | tema',
  ),
  Russian: list(
    'время | зал | место | подтема | тема | организатор | организаторы | спикер | спикеры | докладчик | докладчики | выступающий | выступающие | модератор | онлайн-модератор | формат | описание | цур | цели устойчивого развития | ожидаемые результаты',
  ),
}
const known = new Set(Object.values(labels).flat())

const longest = 40
/** The words before a colon, or all of a short line, without a number. */
function labelOf({ length, line: { text } }: Shape): string | undefined {
  const colon = text.slice(0, longest).search(/[:\uff1a]/)
  if (colon < 0 && length > longest) return undefined
  return fold(text.slice(0, colon < 0 ? length : colon)).replace(/\s*\d{1,2}$/, '')
}

const furthest = 400
const fewest = 3
/** A page with so many English labels is in English, whatever else it has. */
const enough = 6
/** The language of the page's labels, if it is not English. */
export function otherLanguage(shapes: readonly Shape[]): string | undefined {
  const english = new Set(shapes.flatMap(({ headings }) => headings.flatMap(({ exact, slot }) => (exact ? slot : []))))
  if (english.size >= enough) return undefined
  const found = new Set(
    shapes
      .slice(0, furthest)
      .flatMap(shape => labelOf(shape) ?? [])
      .filter(label => known.has(label)),
  )
  if (found.size < fewest || english.size >= found.size) return undefined
  const countIn = (language: string) => labels[language]!.filter(words => found.has(words)).length
  return Object.keys(labels).reduce((best, language) => (countIn(language) > countIn(best) ? language : best))
}
