import { Component, type ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import { EmptyState } from './empty-state.tsx'

type Props = { readonly children: ReactNode; readonly resetKey?: string }
type State = { readonly message: string | null; readonly resetKey: string | undefined }

/** A part that fails is replaced by words; whatever stands outside of it, the clocks above all, goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { message: null, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          title="This part of the screen failed."
          action={<ActionButton onClick={() => this.setState({ message: null })}>Show it again</ActionButton>}
        >
          Nothing that was saved is lost, and the alarm goes on. What went wrong: {this.state.message}
        </EmptyState>
      </div>
    )
  }
}
