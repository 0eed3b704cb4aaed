import ElectronStore from 'electron-store'

export const storesWithElectron = ElectronStore
