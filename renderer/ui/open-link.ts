import { createContext, useContext } from 'react'

/** Opens a link outside of the window, through whatever door this shell has. */
export type OpenLink = (url: string) => void

export const OpenLinkContext = createContext<OpenLink>(() => undefined)

export const useOpenLink = (): OpenLink => useContext(OpenLinkContext)
