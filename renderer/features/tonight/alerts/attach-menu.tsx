import { Menu } from '@mantine/core'
import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import { pipelineOfAlert } from '../../../../shared/alerts/pipeline-of-alert.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { attachTargets } from './attach-targets.ts'

const noRows: readonly AlertRow[] = []

/** Puts an alert to an incident that is open already. */
export function AttachMenu(props: {
  readonly row: AlertRow
  /** Its name, with what tells it from others of that name. */
  readonly called: string
  readonly isReadOnly: boolean
  readonly onAttach: (incident: string, title: string) => void
}) {
  const { row } = props
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const summaries = useSelected((state) => state.summaries)
  const rows = useSelected((state) => state.alerts?.rows ?? noRows)
  const targets = attachTargets(row, { summaries, rows, pipeline: pipelineOfAlert(team, row)?.id })
  return (
    <Menu
      position="bottom-end"
      width={320}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 80 }}
    >
      <Menu.Target>
        <ActionButton
          size="small"
          tone="quiet"
          disabled={props.isReadOnly || targets.length === 0}
          title={targets.length === 0 ? 'No incident is open' : undefined}
          aria-label={`Attach to…: ${props.called}`}
        >
          Attach to…
        </ActionButton>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 320, overflowY: 'auto' }}>
        <Menu.Label>Attach to</Menu.Label>
        {targets.map(({ incident, title, severity, pipeline }) => (
          <Menu.Item key={incident} onClick={() => props.onAttach(incident, title)}>
            <bdi>{title}</bdi>, SEV-{severity}
            {pipeline === null ? '' : `, ${pipeline.name}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
