export type HostService = { readonly name: string }
