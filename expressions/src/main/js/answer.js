// What crosses the border between an original and its host: JSON texts both ways.

/** Rounded as the originals' users know it; where there is no number, there is no value. */
export const answerer = round => value => {
  if (value instanceof Error) return failure(value)
  const shown = typeof value === 'number' ? (Number.isFinite(value) ? round(value) : null) : value
  return '{"value":' + (JSON.stringify(shown, plain) ?? 'null') + '}'
}

/** An error as `{name, message}`; error values of spreadsheets (`#VALUE!`) have their code as the message. */
export const failure = error => {
  const named = error !== null && typeof error === 'object' && 'message' in error
  const name = named ? String(error.name || 'Error') : 'Error'
  return JSON.stringify({ name, message: named ? String(error.message) : String(error) })
}

/** Integers beyond 2^53 are texts, as everywhere in Millrace; JSON itself has no word for them. */
const plain = (key, value) => {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
}

/** Offers the host one function: source and names of its variables in, a function from JSON values to a JSON answer out. */
export const offer = (compile, answer) => {
  const compiled = (source, names) => {
    const run = compile(source, names)
    return values => {
      try {
        return answer(run(JSON.parse(values)))
      } catch (error) {
        return failure(error)
      }
    }
  }
  return (source, names) => {
    try {
      return compiled(source, JSON.parse(names))
    } catch (error) {
      return failure(error)
    }
  }
}
