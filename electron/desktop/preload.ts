import { contextBridge, ipcRenderer } from 'electron'
import { exposeWire } from './expose-wire.ts'

exposeWire({ contextBridge, ipcRenderer })
