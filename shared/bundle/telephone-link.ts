/** A number as a dialler takes it; null when it has too few digits to be one. */
export function telephoneLink(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '')
  return digits.replace(/\D/g, '').length < 3 ? null : `tel:${digits}`
}
