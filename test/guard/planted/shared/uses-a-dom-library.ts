import { createRoot } from 'react-dom/client'

export const usesADomLibrary = createRoot
