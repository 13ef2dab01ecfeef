import { FolderInput, ListFilter, Plus, Trash2 } from 'lucide-react'
import { Button as Pressable, Label, Radio, RadioGroup } from 'react-aria-components'
import { themeColors, type Id, type ThemeColor } from '../../src-preload/types.ts'
import { noFilter } from '../library/filter.ts'
import { ThemeDot } from '../shell/components/badge.tsx'
import { Button } from '../shell/components/button.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { openSession } from '../shell/navigation.ts'
import { useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { useDraft } from './draft.ts'
import { colorNames } from './color-names.ts'
import { pathName, type ThemeNode } from './theme-path.ts'
import { changeTheme, showSessions, useThemeTools } from './theme-tools.ts'
import { Words } from '../shell/components/words.tsx'

function ColorChoice({ color, onChange }: { color: ThemeColor; onChange: (color: ThemeColor) => void }) {
  return (
    <RadioGroup className="field" value={color} onChange={value => onChange(value as ThemeColor)} orientation="horizontal">
      <Label className="field-label">Colour</Label>
      <div className="color-choices">
        {themeColors.map(each => (
          <Radio key={each} value={each} className="color-choice">
            <ThemeDot color={each} />
            {colorNames[each]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function NameAndDescription({ node: { id, theme } }: { node: ThemeNode }) {
  const name = useDraft(theme.name, async text => text.trim() !== '' && changeTheme(id, { name: text.trim() }))
  const description = useDraft(theme.description, text => changeTheme(id, { description: text }))
  return (
    <>
      <TextField
        label="Name"
        value={name.text}
        maxLength={500}
        onChange={name.change}
        onBlur={() => void name.keep()}
        onKeyDown={event => {
          if (event.key === 'Enter') void name.keep()
          else if (event.key === 'Escape') name.drop()
          else event.continuePropagation()
        }}
      />
      <TextField
        label="Description"
        rows={5}
        placeholder="When to use it, and when not"
        value={description.text}
        maxLength={20_000}
        onChange={description.change}
        onBlur={() => void description.keep()}
      />
    </>
  )
}

/** As many as are read at a glance; the library has them all. */
const fewSessions = 8

function TaggedSessions({ id }: { id: Id }) {
  const { data: sessions } = useQuery('session.list', { ...noFilter, themeIds: [id], sort: 'code' })
  return (
    <ul className="theme-sessions" aria-label="Sessions">
      {sessions?.slice(0, fewSessions).map(session => (
        <li key={session.id}>
          <Pressable className="theme-session" onPress={() => openSession(session.id)}>
            {session.code && <span className="badge numeric">{session.code}</span>}
            <bdi className="one-line" dir="auto">
              <Words>{session.title ?? session.sourceName}</Words>
            </bdi>
          </Pressable>
        </li>
      ))}
    </ul>
  )
}

function Taggings({ node: { id, theme, taggingsBelow } }: { node: ThemeNode }) {
  return (
    <section className="theme-taggings" aria-label="Taggings">
      <div>
        <strong className="numeric">{count(theme.taggings, 'tagging')}</strong>
        {taggingsBelow > 0 && <span className="muted numeric"> and {taggingsBelow.toLocaleString()} on themes below it</span>}
        {theme.taggings + taggingsBelow === 0 && (
          <p className="muted small">Select words in a page and press T, or tag sessions in the library.</p>
        )}
      </div>
      {theme.taggings > 0 && (
        <>
          <Button size="small" onPress={() => showSessions(id)}>
            <ListFilter size={14} aria-hidden />
            Show in library
          </Button>
          <TaggedSessions id={id} />
        </>
      )}
    </section>
  )
}

/** All about one theme, edited where it stands; what is typed is kept on leaving the field. */
export function ThemeDetails({ node }: { node: ThemeNode }) {
  const { startAdding, startMoving, startRemoving } = useThemeTools()
  const { id, theme, path } = node
  return (
    <section className="theme-details" aria-label={`Theme ${theme.name}`}>
      <p className="theme-details-path small muted">
        <bdi dir="auto">{path.length > 1 ? pathName(path.slice(0, -1)) : 'Top level'}</bdi>
      </p>
      <NameAndDescription node={node} />
      <ColorChoice color={theme.color} onChange={color => void changeTheme(id, { color })} />
      <Taggings node={node} />
      <div className="button-bar">
        <Button onPress={() => startAdding(id)}>
          <Plus size={14} aria-hidden />
          New theme below
        </Button>
        <Button onPress={() => startMoving(id)}>
          <FolderInput size={14} aria-hidden />
          Move to…
        </Button>
        <Button onPress={() => startRemoving(id)}>
          <Trash2 size={14} aria-hidden />
          Delete…
        </Button>
      </div>
    </section>
  )
}
